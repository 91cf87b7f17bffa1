/** Where the line to the hub stands: who looks now, when the next look is due, and what came of the last. */
import { type LineFault, passes } from '@kerege/contract/exchange/rules'
import type { Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import type { HubLink } from '../../../platform/hubLink.ts'
import type { Checkpoint } from '../log/tree.ts'

/** What a look needs of a node: the command line has no more than that. */
export type Receiver = Pick<Node, 'pool' | 'keys' | 'now'>

const hour = 3600
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

/** Of several processes one looks; another takes over should it be killed meanwhile. */
export const claim = ({ pool, now }: Receiver, atOnce = false): Promise<boolean> =>
  inTransaction(pool, async tx => {
    const at = now()
    let query = tx.updateTable('exchange.line').set({ tried_at: at, due_at: later(at, 120) })
    if (!atOnce) query = query.where('due_at', '<=', at.toISOString())
    return (await query.executeTakeFirst()).numUpdatedRows > 0n
  })

/** A look that found all well. */
export const settled = (tx: Tx, { now }: Receiver, hub: HubLink, shown: Checkpoint) =>
  tx
    .updateTable('exchange.line')
    .set({
      taken_at: now(),
      note: shown.note,
      signed_at: shown.signedAt,
      fault: null,
      failures: 0,
      due_at: later(now(), hub.everySeconds),
    })
    .execute()

export const failed = ({ pool, now }: Receiver, hub: HubLink, fault: LineFault) =>
  inTransaction(pool, async tx => {
    const { failures } = await tx.selectFrom('exchange.line').select('failures').executeTakeFirstOrThrow()
    const pause = Math.min(hub.everySeconds * 2 ** Math.min(failures, 10), Math.max(hour, hub.everySeconds))
    await tx
      .updateTable('exchange.line')
      // A hub that lies is asked as often as one that is away: it may be put right, and what is here stays readable.
      .set({
        fault,
        failures: failures + 1,
        due_at: later(now(), passes(fault) ? pause : Math.max(pause, 60)),
      })
      .execute()
  })
