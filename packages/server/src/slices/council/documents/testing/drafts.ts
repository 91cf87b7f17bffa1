/** Documents in a test, made through the ways in that people use. */
import {
  checkText,
  draftDocument,
  getDocument,
  getText,
  moveDocument,
  saveText,
} from '@kerege/contract/council/documents/routes'
import type { Language } from '@kerege/contract/common'
import type { Block, DocumentText } from '@kerege/contract/council/documents/text'
import { newId } from '../../../../platform/ids.ts'
import type { Somebody } from '../../../../testing/world.ts'
import type { Hub } from '../../testing/hub.ts'

export const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text }] })
export const textOf = (title: string, ...blocks: Block[]): DocumentText => ({ title, blocks })

export function desk(h: Hub) {
  const as = (who: Somebody) => h.w.as(who)
  const read = (id: string, who = h.secretariat) => as(who)(getDocument, { params: { id } })
  return {
    read,
    draft: (more: object = {}, who = h.secretariat) =>
      as(who)(draftDocument, {
        body: {
          id: newId(),
          bodyId: h.council,
          kind: 'recommendation',
          distribution: 'general',
          sourceLanguage: 'en',
          text: textOf(
            'One contact in every state',
            paragraph('a', 'First words.'),
            paragraph('b', 'Second words.'),
          ),
          ...more,
        },
      }),
    text: (id: string, language: Language, who = h.secretariat, number?: number) =>
      as(who)(getText, { params: { id, language }, query: number === undefined ? {} : { number } }),
    save: (
      id: string,
      language: Language,
      on: number,
      text: DocumentText,
      madeFrom?: number,
      who = h.secretariat,
    ) =>
      as(who)(
        saveText,
        { params: { id, language }, body: { text, ...(madeFrom === undefined ? {} : { madeFrom }) } },
        { ifMatch: `"${on}"` },
      ),
    check: (id: string, language: Language, number: number) =>
      as(h.secretariat)(checkText, { params: { id, language }, body: { number } }),
    async move(id: string, to: 'circulated' | 'issued' | 'withdrawn', who = h.secretariat) {
      const { version } = (await read(id)).body
      const reason = to === 'withdrawn' ? { reason: 'Put together with another one' } : {}
      return as(who)(moveDocument, { params: { id }, body: { to, basedOn: version, ...reason } })
    },
  }
}
export type Desk = ReturnType<typeof desk>
