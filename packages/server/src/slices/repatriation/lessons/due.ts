/** Lessons that may leave and have not yet, for the exchange, which alone has a line to the hub. Works as the clock. */
import type { Language } from '@kerege/contract/common'
import { type GivenLesson, type LessonTexts, lessonType } from '@kerege/contract/exchange/lesson'
import type { Tx } from '../../../platform/database.ts'

export interface DueLesson {
  failures: number
  lesson: GivenLesson
}

/** Put off for two minutes, so that nobody sends them a second time meanwhile. */
export async function claimLessons(tx: Tx, now: Date): Promise<DueLesson[]> {
  const due = await tx
    .selectFrom('repatriation.offers')
    .select(['id', 'language', 'texts', 'failures', 'released_at'])
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(20)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of due) {
    await settleLesson(tx, id, { due_at: new Date(now.getTime() + 120_000) })
  }
  return due.map(({ id, language, texts, failures, released_at }) => ({
    failures,
    lesson: {
      type: lessonType,
      id,
      language: language as Language,
      texts: texts as LessonTexts,
      on: (released_at ?? now.toISOString()).slice(0, 10),
    },
  }))
}

interface Settled {
  sent_at?: Date
  due_at: Date | null
  fault?: string | null
  failures?: number
}

export const settleLesson = (tx: Tx, id: string, settled: Settled) =>
  tx.updateTable('repatriation.offers').set(settled).where('id', '=', id).execute()
