/** The digest as a paper: the same sections as on screen, in the language of the reader, each line with a link to its source. */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { Digest, DigestActions } from '@kerege/contract/council/digest'
import type { Block, DocumentText, Run } from '@kerege/contract/council/documents/text'
import { openMessages } from '../../../platform/messages.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

interface Named {
  id: string
  title: MultiText
  symbol?: string | undefined
}

/** @param base address of the hub, so that links lead there from a file too */
export function paperOf(
  digest: Digest,
  language: Language,
  base: string,
  languageName: (one: Language) => string,
): DocumentText {
  const say = (key: string, values = {}) => words(language, key, values)
  const text = (map: MultiText) => textIn(map, language).text
  const names = (all: readonly Language[]) => all.map(languageName).join(', ')
  const blocks: Block[] = []
  const add = (block: WithoutId) => blocks.push({ ...block, id: `b${blocks.length + 1}` } as Block)
  const link = (path: string, one: Named): Run => ({
    text: [one.symbol, text(one.title)].filter(Boolean).join(' · '),
    href: `${base}/${path}/${one.id}`,
  })
  const rest = (...parts: (string | undefined)[]): Run[] => {
    const said = parts.filter(Boolean).join('; ')
    return said ? [{ text: `: ${said}` }] : []
  }
  const head = (key: string, empty: boolean) => {
    add({ kind: 'heading', level: 1, runs: [{ text: say(key) }] })
    if (empty) add({ kind: 'paragraph', runs: [{ text: say(`${key}.none`) }] })
  }
  const section = (key: string, lines: readonly Run[][]) => {
    head(key, lines.length === 0)
    for (const runs of lines) add({ kind: 'item', depth: 1, runs })
  }

  add({ kind: 'paragraph', runs: [link('sessions', digest.session)] })
  add({ kind: 'paragraph', runs: [{ text: say('made', { when: dayOf(digest.madeAt) }) }] })
  section(
    'decided',
    digest.decided.map(one => [link('decisions', one), ...rest(one.closedAt && dayOf(one.closedAt))]),
  )
  section(
    'silences',
    digest.silences.map(one => [
      link('decisions', one),
      ...rest(say('until', { when: `${dayOf(one.expiresAt)}, ${one.expiresAt.slice(11, 16)}` })),
    ]),
  )
  head('actions', digest.actions.length === 0)
  for (const group of digest.actions) {
    add({ kind: 'heading', level: 2, runs: [{ text: text(ownerName(group)) }] })
    for (const kind of ['late', 'due', 'done'] as const) {
      if (group[kind].length === 0) continue
      add({ kind: 'paragraph', runs: [{ text: say(kind), bold: true }] })
      for (const { id, title, due } of group[kind])
        add({ kind: 'item', depth: 1, runs: [link('actions', { id, title }), ...rest(dayOf(due))] })
    }
  }
  section(
    'documents',
    digest.documents.map(({ document, missing, stale }) => [
      link('documents', document),
      ...rest(
        missing.length > 0 ? say('missing', { languages: names(missing) }) : undefined,
        stale.length > 0 ? say('stale', { languages: names(stale) }) : undefined,
      ),
    ]),
  )
  section(
    'credentials',
    digest.credentials.map(({ party, gap }) => [{ text: text(party.name) }, ...rest(say(`gap.${gap}`))]),
  )
  return { title: say('title'), blocks }
}

type WithoutId = Block extends infer B ? (B extends { id: string } ? Omit<B, 'id'> : never) : never

const ownerName = ({ owner }: DigestActions): MultiText => owner.party?.name ?? owner.body?.name ?? {}
const dayOf = (moment: string) => moment.slice(0, 10).split('-').reverse().join('.')
