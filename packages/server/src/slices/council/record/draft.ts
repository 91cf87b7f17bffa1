/**
 * Writes a summary record from its sources in one language, purely: the same sources give the same paragraphs under the
 * same names in every language, so that a later draft and a translation find them again. No name of a person stands in it.
 */
import { type Language, textIn } from '@kerege/contract/common'
import type { Block, DocumentText } from '@kerege/contract/council/documents/text'
import { numberedParagraphs } from '@kerege/contract/council/record/redrafting'
import { decisionsIn } from './decisionPhrases.ts'
import { phrasesIn } from './phrases.ts'
import type { RecordSources } from './sourceTypes.ts'
import { words } from './words.ts'

export function draftRecord(sources: RecordSources, language: Language): DocumentText {
  const write = phrasesIn(language)
  const decided = decisionsIn(language)
  const { agenda } = sources
  const bound = new Set(agenda.items.flatMap(item => item.decisions))
  const items = new Set(agenda.items.map(item => item.id))
  const loose = (one: { itemId: string | null }) => one.itemId === null || !items.has(one.itemId)
  const elsewhere = [
    ...sources.speeches.filter(loose).map(write.speech),
    ...sources.statements.filter(loose).map(write.statement),
    ...sources.decisions.filter(one => !bound.has(one.id)).flatMap(decided),
  ]
  const blocks: Block[] = [
    write.heading('hopening', 'opening'),
    ...write.opening(sources),
    write.heading('hattendance', 'attendance'),
    ...write.attendance(sources.attendance),
    write.heading('hagenda', 'agenda'),
    ...write.agenda(agenda),
    ...agenda.items.flatMap((item, at) => [
      write.itemHeading(item, at),
      ...sources.speeches.filter(one => one.itemId === item.id).map(write.speech),
      ...sources.statements.filter(one => one.itemId === item.id).map(write.statement),
      ...sources.approvals.filter(one => one.itemId === item.id).map(write.approval),
      ...sources.decisions.filter(one => item.decisions.includes(one.id)).flatMap(decided),
    ]),
    ...(elsewhere.length > 0 ? [write.heading('hother', 'other'), ...elsewhere] : []),
    ...write.closing(sources.session.closedOn),
  ]
  const title = words(language, 'title', { session: textIn(sources.session.title, language).text })
  return numberedParagraphs({ title: title.slice(0, 500), blocks })
}
