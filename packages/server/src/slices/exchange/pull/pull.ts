/**
 * Looks at the hub's log by the clock and takes what is new, whole and verified, or nothing. What came before stays readable,
 * whatever the hub does now.
 */
import { isFault, type LineFault, silentDays } from '@kerege/contract/exchange/rules'
import { inTransaction } from '../../../platform/database.ts'
import type { HubLink } from '../../../platform/hubLink.ts'
import { rootOf } from '../../audit/index.ts'
import type { Checkpoint } from '../log/tree.ts'
import { readerVersion } from '../readers/index.ts'
import { accuse, judge } from './judge.ts'
import { type Line, readLine, treeAt } from './known.ts'
import { claim, failed, type Receiver, settled } from './line.ts'
import { shownCheckpoint } from './pages.ts'
import { stage } from './stage.ts'
import { goBack, readAgain, take } from './take.ts'

export type Pulled = LineFault | 'not-due' | 'same' | 'taken' | 'went-back'

/** @param atOnce whatever the clock says */
export async function pull(receiver: Receiver, hub: HubLink, atOnce = false): Promise<Pulled> {
  if (!(await claim(receiver, atOnce))) return 'not-due'
  const line = await inTransaction(receiver.pool, tx => readLine(tx, receiver.now()))
  if (line.reader !== readerVersion) await readAgain(receiver)
  const shown = await shownCheckpoint(hub)
  const result = typeof shown === 'string' ? shown : await follow(receiver, hub, line, shown)
  if (isFault(result)) await failed(receiver, hub, result)
  else if (typeof shown === 'object')
    await inTransaction(receiver.pool, tx => settled(tx, receiver, hub, shown))
  return result
}

async function follow(receiver: Receiver, hub: HubLink, line: Line, shown: Checkpoint): Promise<Pulled> {
  const result = await goOn(receiver, hub, line, shown)
  const back = result === 'forked' || result === 'restored'
  if (back && line.permit !== null) return goBack(receiver, hub, line.permit, shown)
  return result
}

async function goOn(receiver: Receiver, hub: HubLink, line: Line, shown: Checkpoint): Promise<Pulled> {
  const { tree } = line
  const older = line.signedAt !== null && shown.signedAt < line.signedAt
  if (shown.size > tree.size) {
    const fault = await stage(receiver, hub, tree.size, shown.size)
    if (fault) return fault
    const taken = await take(receiver, shown)
    return taken === 'wrong-items' ? judge(receiver, hub, shown) : taken
  }
  const before =
    shown.size === tree.size ? tree : await inTransaction(receiver.pool, tx => treeAt(tx, shown.size))
  if (!rootOf(before).equals(shown.root)) return judge(receiver, hub, shown)
  if (older) return 'replayed'
  if (shown.size < tree.size) return accuse(receiver, shown, 'restored', shown.size)
  const age = receiver.now().getTime() - Date.parse(shown.signedAt)
  return age > silentDays * 86_400_000 ? 'silent' : 'same'
}
