/**
 * Ticking off, and whoever comes without being on the list. A mark is kept whatever other devices said; the line goes on only where
 * all that stands agrees. Knows nothing of HTTP.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import { scriptOf } from '@kerege/contract/names/index'
import { standing } from '@kerege/contract/repatriation/boarding/marks'
import type { AtDoor, MakeMark, MarkedLine } from '@kerege/contract/repatriation/boarding/schema'
import { stepsAfter } from '@kerege/contract/repatriation/boarding/steps'
import type { LineState } from '@kerege/contract/repatriation/operations/states'
import type { Context } from '../../../platform/context.ts'
import { register } from '../../people/index.ts'
import { lockLine, wholeLine } from '../operations/list.ts'
import * as lines from '../operations/lines.ts'
import { step } from '../operations/steps.ts'
import type { FoundOperation } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'
import { requireBoard, toBoardLine } from './board.ts'
import { areaAtDoor, askedFor, takenBracelet } from './door.ts'
import { addMark, marksAt, marksOnLegs } from './store.ts'
import { today } from '../../../platform/localDay.ts'

export async function mark(ctx: Context, operationId: string, body: MakeMark): Promise<MarkedLine> {
  const operation = await requireBoard(ctx, operationId)
  await requireLeg(ctx, operationId, body.legId)
  // Two phones at once: one after the other.
  const line = await lockLine(ctx, operationId, body.lineId, null)
  if (await addMark(ctx, operationId, body)) {
    ctx.trail.touched(body.lineId, ['mark'])
    await goOn(ctx, operation, body, line.state as LineState)
  }
  return marked(ctx, operationId, body)
}

async function requireLeg(ctx: Context, operationId: string, legId: string | undefined) {
  if (!legId) return
  const legs = await legsOf(ctx, operationId)
  if (!legs.some(leg => leg.id === legId)) throw notFound()
}

/** The steps that follow from all that stands, with the device and its clock. */
async function goOn(
  ctx: Context,
  operation: FoundOperation,
  body: MakeMark,
  state: LineState,
): Promise<void> {
  const byLeg = await marksOnLegs(ctx, operation.id, body.lineId)
  const here = body.legId
    ? (byLeg.get(body.legId) ?? [])
    : await marksAt(ctx, operation.id, undefined, body.lineId)
  const { verdict } = standing(here)
  const elsewhere = [...byLeg].some(
    ([leg, marks]) => leg !== body.legId && standing(marks).verdict === 'there',
  )
  const steps = stepsAfter(state, body.legId ? 'leg' : 'arrival', verdict, elsewhere)
  if (!steps) throw new DomainError('conflict', 'line-cannot', { state })
  for (const to of steps) {
    await step(ctx, operation, body.lineId, {
      to,
      ...(body.reason ? { reason: body.reason } : {}),
      ...(body.legId ? { legId: body.legId } : {}),
      ...(ctx.device ? { device: ctx.device.id, deviceAt: ctx.device.doneAt.toISOString() } : {}),
    })
  }
}

async function marked(
  ctx: Context,
  operationId: string,
  { lineId, legId }: { lineId: string; legId?: string | undefined },
): Promise<MarkedLine> {
  return {
    line: toBoardLine(await wholeLine(ctx, operationId, lineId), legId),
    marks: await marksAt(ctx, operationId, legId, lineId),
  }
}

/** On the register by what one hears and sees, on the list, and ticked: all of it or nothing, once however often it is sent. */
export async function addAtDoor(ctx: Context, operationId: string, body: AtDoor): Promise<MarkedLine> {
  const operation = await requireBoard(ctx, operationId)
  await requireLeg(ctx, operationId, body.legId)
  const beside = body.withLineId ? await lockLine(ctx, operationId, body.withLineId, null) : undefined
  await register(ctx, {
    id: body.personId,
    area: await areaAtDoor(ctx, operationId, beside?.person_id),
    contact: {
      names: [{ given: body.name, script: scriptOf(body.name), use: 'usual', source: 'other' }],
      sex: body.sex,
      birth:
        body.age === undefined
          ? { precision: 'unknown' }
          : { precision: 'estimated', age: body.age, asOf: today(ctx) },
      languages: [],
      contacts: [],
    },
  })
  const taken = await takenBracelet(ctx, operationId, body.lineId, body.bracelet)
  await lines.add(ctx, operationId, {
    id: body.lineId,
    personId: body.personId,
    door: true,
    head: false,
    ...(beside?.family_id ? { familyId: beside.family_id } : {}),
    // Nobody waits at a door for a number: they come without the one that somebody wears; the answer says so, and every board.
    ...(body.bracelet && !taken ? { bracelet: body.bracelet } : {}),
    ...(body.withWhom ? { reason: body.withWhom } : {}),
  })
  if (taken) await askedFor(ctx, body.lineId, taken.asked)
  const made = await mark(ctx, operation.id, {
    id: body.markId,
    lineId: body.lineId,
    what: 'there',
    basedOn: [],
    how: 'door',
    ...(body.legId ? { legId: body.legId } : {}),
  })
  return taken ? { ...made, braceletTaken: taken } : made
}
