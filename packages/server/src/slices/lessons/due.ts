/** Lessons that may leave and have not yet, for the exchange, which alone has a line to the hub. Works as the clock. */
import type { Language } from '@kerege/contract/common'
import { type GivenLesson, lessonType } from '@kerege/contract/exchange/lesson'
import type { LessonFacts, LessonOffer } from '@kerege/contract/lessons/offers'
import type { Tx } from '../../platform/database.ts'

export interface DueLesson {
  failures: number
  lesson: GivenLesson
}

/** Put off for two minutes, so that nobody sends them a second time meanwhile. */
export async function claimLessons(tx: Tx, now: Date): Promise<DueLesson[]> {
  const due = await tx
    .selectFrom('lessons.offers')
    .select(['id', 'language', 'texts', 'facts', 'failures', 'released_at'])
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(20)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of due) {
    await settleLesson(tx, id, { due_at: new Date(now.getTime() + 120_000) })
  }
  return due.map(({ id, language, texts: said, facts, failures, released_at }) => {
    const { results, ...texts } = said as LessonOffer['texts']
    return {
      failures,
      lesson: {
        type: lessonType,
        id,
        language: language as Language,
        texts,
        on: (released_at ?? now.toISOString()).slice(0, 10),
        ...(facts !== null && results !== undefined ? { case: { results, ...(facts as LessonFacts) } } : {}),
      },
    }
  })
}

interface Settled {
  sent_at?: Date
  due_at: Date | null
  fault?: string | null
  failures?: number
}

export const settleLesson = (tx: Tx, id: string, settled: Settled) =>
  tx.updateTable('lessons.offers').set(settled).where('id', '=', id).execute()
