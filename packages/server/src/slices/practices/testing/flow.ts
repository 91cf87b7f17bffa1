/** A practice led through its review by people, through the ways in. */
import { makePractice, submitPractice } from '@kerege/contract/practices/record/routes'
import type { MakePractice } from '@kerege/contract/practices/record/schema'
import type { Recommendation } from '@kerege/contract/practices/review/rules'
import { answerInvitation, giveReview, inviteReviewer } from '@kerege/contract/practices/review/routes'
import { criteria } from '@kerege/contract/practices/rules'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, practiceContent } from './library.ts'

export const draftOf = (more: Partial<MakePractice> = {}): MakePractice => ({
  id: newId(),
  audience: 'practitioners',
  licence: 'CC-BY-4.0',
  content: practiceContent(),
  ...more,
})

export async function handedIn(
  l: Library,
  author: Somebody,
  more: Partial<MakePractice> = {},
): Promise<string> {
  const body = draftOf(more)
  await l.w.as(author)(makePractice, { body })
  const reply = await l.w.as(author)(submitPractice, { params: { id: body.id }, body: {} })
  if (reply.status !== 200) throw new Error(`not handed in: ${JSON.stringify(reply.body)}`)
  return body.id
}

const said = (text: string) => ({ en: { text, state: 'checked' as const } })

export const gradesOf = (grade: number, more: Partial<Record<string, number>> = {}) =>
  Object.fromEntries(
    criteria.map(one => [one, { grade: more[one] ?? grade, reason: said(`Because of ${one}`) }]),
  ) as Record<(typeof criteria)[number], { grade: number; reason: ReturnType<typeof said> }>

export const ask = (l: Library, id: string, who: Somebody, by = l.moderator) =>
  l.w.as(by)(inviteReviewer, { params: { id }, body: { id: newId(), accountId: who.accountId } })
export const accept = (l: Library, id: string, who: Somebody) =>
  l.w.as(who)(answerInvitation, { params: { id }, body: { answer: 'accept', noConflict: true } })
export const grade = (
  l: Library,
  id: string,
  who: Somebody,
  recommendation: Recommendation,
  grades = gradesOf(3),
) =>
  l.w.as(who)(giveReview, {
    params: { id },
    body: {
      grades,
      recommendation,
      wordsAuthor: said('Say how many took part'),
      wordsPublished: said('Copy the talk before the test'),
    },
  })

/** Handed in, with two who have said yes. */
export async function underReview(l: Library, author: Somebody, reviewers: readonly Somebody[]) {
  const id = await handedIn(l, author)
  for (const who of reviewers) {
    await ask(l, id, who)
    await accept(l, id, who)
  }
  return id
}
