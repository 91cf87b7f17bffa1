/** What a thumb does: tick, take back, say who is not there, add somebody. Kept first, then sent; without a device that keeps, sent. */
import { addAtDoor, makeMark } from '@kerege/contract/repatriation/boarding/routes'
import type { AtDoor, MakeMark, MarkedLine } from '@kerege/contract/repatriation/boarding/schema'
import type { BoardRow } from '@kerege/contract/repatriation/boarding/view'
import { send } from '../../../api.ts'
import { give, offline } from '../../../offline/state.ts'
import { newId } from '../../../ui/newId.ts'
import type { Place } from './place.ts'

export type Said = Pick<MakeMark, 'what' | 'how'> & { reason?: string }

/** @returns what the node answered, where it was asked at once */
export async function say(place: Place, row: BoardRow, said: Said): Promise<MarkedLine | undefined> {
  const { operationId, legId } = place
  const body = {
    id: newId(),
    lineId: row.line.id,
    basedOn: [...row.basis],
    ...(legId ? { legId } : {}),
    ...said,
  }
  const input = { params: { id: operationId }, body }
  if (!offline().open) return (await send(makeMark, input, { idempotencyKey: newId() })).body
  const key =
    legId || said.what === 'withdrawn' ? `boarding.did.${said.what}` : `boarding.did.${said.what}.arrival`
  await give(makeMark, input, { label: { key, values: { name: row.line.name } }, about: [row.line.id] })
  return undefined
}

export async function addSomebody(place: Place, body: AtDoor): Promise<MarkedLine | undefined> {
  const input = { params: { id: place.operationId }, body }
  if (!offline().open) return (await send(addAtDoor, input, { idempotencyKey: newId() })).body
  const about = [body.lineId, ...(body.withLineId ? [body.withLineId] : [])]
  await give(addAtDoor, input, { label: { key: 'boarding.did.door', values: { name: body.name } }, about })
  return undefined
}
