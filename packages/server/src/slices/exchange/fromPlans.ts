/**
 * What plans say of a practice, in words about nobody: a report like every other, which waits for a coordinator. Of the plan it
 * says nothing, and its id is that of the event.
 */
import type { Went } from '@kerege/contract/plans/states'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import { sql } from 'kysely'
import type { EventHandlers } from '../../platform/outbox.ts'
import { libraryWord } from '../plans/index.ts'

const states = { well: 'worked', partly: 'partly', not: 'stopped' } as const satisfies Record<
  Went,
  AdoptionState
>

export const planWordEvents: readonly EventHandlers[] = [
  {
    topic: 'plan.practice-went',
    handle: async (tx, event) => {
      const word = await libraryWord(tx, String(event.payload['useId']))
      if (!word) return
      await sql`select exchange.take_plan_word(${event.id}::uuid, ${word.practiceId}::uuid, ${states[word.went]}, ${word.language},
        ${word.words}, ${word.accountId}::uuid, ${word.at}::timestamptz)`.execute(tx)
    },
  },
]
