/** Invented documents of the coming session: its agenda, issued, and a recommendation under amendment, in languages of several states. */
import type { Language } from '@kerege/contract/common'
import {
  addComment,
  checkText,
  draftDocument,
  getDocument,
  moveDocument,
  proposeAmendment,
  saveText,
  settleAmendment,
} from '@kerege/contract/council/documents/routes'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { newId } from '../platform/ids.ts'
import type { Do, Past } from './council.ts'
import { addDays } from './days.ts'
import * as texts from './councilDocumentTexts.ts'

export async function writeDocuments(
  { by, on }: Past,
  bodyId: string,
  sessionId: string,
  today: string,
): Promise<void> {
  on(addDays(today, -12))
  const secretariat = await by('secretariat')
  const begin = async (kind: 'agenda' | 'recommendation', text: DocumentText) => {
    const id = newId()
    await secretariat(draftDocument, {
      body: { id, bodyId, sessionId, kind, sourceLanguage: 'en', distribution: 'general', text },
    })
    return id
  }
  const translate = (id: string, language: Language, text: DocumentText, madeFrom: number) =>
    secretariat(saveText, { params: { id, language }, body: { text, madeFrom } }, { ifMatch: '"0"' })
  const check = (id: string, language: Language, number: number) =>
    secretariat(checkText, { params: { id, language }, body: { number } })
  const move = async (id: string, to: 'circulated' | 'issued') => {
    const { version } = (await secretariat(getDocument, { params: { id } })).body
    await secretariat(moveDocument, { params: { id }, body: { to, basedOn: version } })
  }

  const agenda = await begin('agenda', texts.agenda.en)
  await translate(agenda, 'ru', texts.agenda.ru, 1)
  await translate(agenda, 'kk', texts.agenda.kk, 1)
  for (const language of ['en', 'ru', 'kk'] as const) await check(agenda, language, 1)
  on(addDays(today, -9))
  await move(agenda, 'issued')

  on(addDays(today, -8))
  const id = await begin('recommendation', texts.recommendation.en)
  await translate(id, 'ru', texts.recommendation.ru, 1)
  await check(id, 'ru', 1)
  await translate(id, 'kk', texts.recommendation.kk, 1)
  on(addDays(today, -6))
  await move(id, 'circulated')
  on(addDays(today, -4))
  const [kg, uz, observer] = [await by('delegate-kg'), await by('delegate-uz'), await by('observer')]
  // One is accepted, so that the translations are behind; one waits, on words that have changed meanwhile.
  const accepted = newId()
  const propose = (who: Do, amendment: { id: string; blockId: string; words: string; reason: string }) =>
    who(proposeAmendment, {
      params: { id },
      body: {
        id: amendment.id,
        action: 'replace',
        blockId: amendment.blockId,
        sourceNumber: 1,
        after: { id: amendment.blockId, kind: 'paragraph', number: '2.', runs: [{ text: amendment.words }] },
        reason: amendment.reason,
      },
    })
  await propose(kg, { id: accepted, ...texts.amendments.accepted })
  await propose(uz, { id: newId(), ...texts.amendments.waiting })
  on(addDays(today, -3))
  await secretariat(settleAmendment, {
    params: { id, amendmentId: accepted },
    body: { as: 'accepted', basedOn: 1, answer: texts.answer },
  })
  on(addDays(today, -2))
  await observer(addComment, {
    params: { id },
    body: { id: newId(), language: 'en', blockId: 'c', words: texts.comment },
  })
}
