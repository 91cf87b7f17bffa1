/** Brings what this device keeps up to date, a page at a time. */
import { keepPractices } from '@kerege/contract/exchange/routes'
import { send } from '../../../api.ts'
import type { Place } from '../../../i18n/useFormat.tsx'
import { dropKept, keptState, putKept } from './store.ts'

/** Each asking leaves an entry in the log of the node. */
const everyMs = 30 * 60_000

export async function keep(now: number, place: Place): Promise<void> {
  if (!('indexedDB' in globalThis)) return
  const { after, at } = await keptState()
  if (now - at < everyMs) return
  let next = after
  for (;;) {
    const { rows, more, newest } = (await send(keepPractices, { query: { after: next } })).body
    // The node was put back to an older state: what is here may be of a time that never was.
    if (newest < next) {
      await dropKept()
      next = 0
      if (newest > 0) continue
    }
    next = rows.at(-1)?.change ?? next
    await putKept(rows, { after: next, at: more ? 0 : now, place })
    if (!more) return
  }
}
