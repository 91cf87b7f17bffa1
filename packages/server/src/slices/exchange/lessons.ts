/**
 * Lessons of operations and of closed cases, from a node to the library: signed like every other word of a node, taken by the hub
 * as a draft that waits for somebody of that state. The draft says which of the two it is a lesson of, and never of which one.
 */
import type { Language, MultiText } from '@kerege/contract/common'
import { DomainError, invalid } from '@kerege/contract/errors'
import { GivenLesson, lessonPath, lessonType } from '@kerege/contract/exchange/lesson'
import type { SignedBody } from '@kerege/contract/guidance/feed'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import type { Knock, OpenAnswer } from '../../platform/handler.ts'
import { afterTelling, type HubLink, tellHub } from '../../platform/hubLink.ts'
import { newId } from '../../platform/ids.ts'
import { logKey, signBody } from '../audit/index.ts'
import { claimLessons, settleLesson } from '../lessons/index.ts'
import { parsedBody, signerOf } from './signed.ts'

/** @returns how many the hub has taken */
export async function sendLessons(node: Node, hub: HubLink): Promise<number> {
  const waiting = await inTransaction(node.pool, tx => claimLessons(tx, node.now()))
  let taken = 0
  for (const { lesson, failures } of waiting) {
    const key = logKey(`kerege.${node.info.id}`, node.keys.log)
    const answer = await tellHub(hub, lessonPath, signBody(key, lessonType, JSON.stringify(lesson)))
    await inTransaction(node.pool, tx =>
      settleLesson(tx, lesson.id, afterTelling(answer, failures, node.now())),
    )
    if (answer === 'taken') taken += 1
  }
  return taken
}

/** At the hub. @throws DomainError `signature-unknown`; `nobody-to-keep` where nobody looks after the library yet */
export async function takeLesson(
  { node, now }: Knock,
  signed: SignedBody,
): Promise<OpenAnswer<{ result: 'taken' | 'known' }>> {
  const who = signerOf(node.memberNodes, signed, lessonType)
  if (!who) throw new DomainError('forbidden', 'signature-unknown')
  const lesson = parsedBody(GivenLesson, signed.body)
  // A node that forgot to look is not trusted to have looked. The lists of names are large, and lessons few.
  const { keptBack } = await import('@kerege/contract/lessons/rules')
  const texts = { ...lesson.texts, results: lesson.case?.results }
  const faults = keptBack(texts, lesson.language, { operations: [], places: [] })
  if (faults.length > 0) throw invalid(faults)
  const { rows } = await node.pool.query<{ result: string }>(
    'select exchange.take_lesson($1, $2, $3, $4, $5, $6, $7, $8) as result',
    [
      lesson.id,
      newId(now.getTime()),
      who.party,
      lesson.language,
      JSON.stringify(contentOf(lesson, who.party)),
      now,
      signed.note,
      lesson.case ? 'case-lesson' : 'operation-lesson',
    ],
  )
  const result = rows[0]?.result
  if (result === 'nobody') throw new DomainError('unavailable', 'nobody-to-keep')
  if (result !== 'taken' && result !== 'known') throw new DomainError('not-found', 'not-found')
  return { body: { result }, subjects: [lesson.id] }
}

const draft = (language: Language, text: string): MultiText => ({ [language]: { text, state: 'draft' } })

/** What is not said is left for who takes the draft over. */
const contentOf = ({ language, texts, case: ofCase }: GivenLesson, country: string): PracticeContent => ({
  texts: {
    title: draft(language, texts.title),
    summary: draft(language, texts.summary),
    problem: draft(language, texts.problem),
    steps: draft(language, texts.steps),
    ...(ofCase ? { results: draft(language, ofCase.results) } : {}),
    ...(texts.limits === undefined ? {} : { limits: draft(language, texts.limits) }),
  },
  facts: {
    domains: ofCase?.domains ?? [],
    themes: [],
    settings: ofCase?.settings ?? [],
    audience: ['staff'],
    ages: ofCase?.ages ?? {},
    sex: 'any',
    country,
    evidenceLevel: 'told',
    figures: [],
    sources: [],
    related: [],
  },
})
