/** The paragraphs of a summary record, in one language: opening, attendance, agenda, who spoke and what was filed. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { Block } from '@kerege/contract/council/documents/text'
import { type Classification, classifications } from '@kerege/contract/council/rules'
import type { PartyName } from '@kerege/contract/council/schema'
import { countryText, dayText } from '../public/words.ts'
import type { RecordedStatement, RecordSources, Speech } from './sourceTypes.ts'
import { words } from './words.ts'

/** A name for a paragraph that its source gives: the random end of the id, after a letter for the kind. */
export const named = (kind: string, id: string) => `${kind}${id.replaceAll('-', '').slice(-11)}`

export const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text }] })

export const partyIn = (party: PartyName, language: Language): string =>
  party.classification === 'member' && party.name[language] === undefined
    ? countryText(language, party.code)
    : textIn(party.name, language).text

export function phrasesIn(language: Language) {
  const say = (key: string, values: Record<string, string | number> = {}) => words(language, key, values)
  const said = (text: MultiText) => textIn(text, language).text
  const who = (party: PartyName) => partyIn(party, language)
  const where = ({ city, country }: RecordSources['session']) =>
    city || country
      ? say('place', {
          where: [city, country && countryText(language, country)].filter(Boolean).join(', '),
        })
      : ''
  const heading = (id: string, text: string, number?: string): Block => ({
    id,
    kind: 'heading',
    level: 1,
    ...(number ? { number } : {}),
    runs: [{ text }],
  })
  return {
    heading: (id: string, key: string) => heading(id, say(key)),
    itemHeading: (item: { id: string; title: MultiText }, at: number) =>
      heading(named('h', item.id), said(item.title), `${at + 1}.`),
    opening: ({ session, chair }: RecordSources): Block[] => [
      paragraph(
        'popening',
        [
          say(session.to && session.from ? 'held.days' : session.from ? 'held.day' : 'held', {
            session: said(session.title),
            from: session.from ? dayText(language, session.from) : '',
            to: session.to ? dayText(language, session.to) : '',
          }),
          where(session),
          session.format === 'unknown' ? '' : say(`format.${session.format}`),
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...(chair ? [paragraph('pchair', say('chair', { who: who(chair) }))] : []),
    ],
    attendance(attendance: RecordSources['attendance']): Block[] {
      if (attendance.length === 0) return [paragraph('pattendance', say('attendance.none'))]
      return classifications.flatMap((one: Classification) => {
        const there = attendance.filter(row => row.party.classification === one)
        if (there.length === 0) return []
        const list = there.map(row => `${who(row.party)} (${row.people})`).join('; ')
        return [paragraph(`p${one}`, say(`attendance.${one}`, { list }))]
      })
    },
    agenda({ adopted, items }: RecordSources['agenda']): Block[] {
      if (items.length === 0) return [paragraph('pagenda', say('agenda.none'))]
      return [
        paragraph('pagenda', say(adopted ? 'agenda.adopted' : 'agenda.open')),
        ...items.map(
          (item, at): Block => ({
            id: named('a', item.id),
            kind: 'item',
            depth: 1,
            number: `${at + 1}.`,
            runs: [{ text: said(item.title) }],
          }),
        ),
      ]
    },
    speech: (one: Speech): Block =>
      paragraph(
        named('s', one.id),
        say(one.kind === 'reply' ? 'replied' : 'spoke', {
          who: who(one.party),
          capacity: say(`capacity.${one.party.classification}`),
        }),
      ),
    /** What is withheld is named as withheld: neither its title nor its symbol is told. */
    statement(one: RecordedStatement): Block {
      const key = one.withheld
        ? 'statement.withheld'
        : one.forRecord
          ? 'statement.forRecord'
          : 'statement.public'
      return paragraph(
        named('t', one.id),
        say(key, { who: who(one.party), title: said(one.title), symbol: one.symbol }),
      )
    },
    approval: (one: RecordSources['approvals'][number]): Block =>
      paragraph(named('r', one.sessionId), say('approved', { symbol: one.symbol })),
    closing: (closedOn: string | null): Block[] =>
      closedOn === null
        ? []
        : [
            heading('hclosing', say('closing')),
            paragraph('pclosing', say('closed', { day: dayText(language, closedOn) })),
          ],
  }
}
