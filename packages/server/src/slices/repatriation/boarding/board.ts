/** The list as a phone takes it along: who is expected on a leg or at the arrival, and what was ticked there. */
import { notFound } from '@kerege/contract/errors'
import type { Board, BoardLine } from '@kerege/contract/repatriation/boarding/schema'
import type { ListLine } from '@kerege/contract/repatriation/operations/schema'
import type { Context } from '../../../platform/context.ts'
import { wholeList } from '../operations/wholeList.ts'
import { type FoundOperation, get, mayDo } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'
import { marksAt } from './store.ts'

/** @throws DomainError `not-found` to whoever does not tick in this operation, as to whoever does not know of it */
export async function requireBoard(ctx: Context, operationId: string): Promise<FoundOperation> {
  const operation = await get(ctx, operationId)
  if (!mayDo(ctx, operation, 'board')) throw notFound()
  return operation
}

export async function boardOfLeg(ctx: Context, operationId: string, legId: string): Promise<Board> {
  const operation = await requireBoard(ctx, operationId)
  const leg = (await legsOf(ctx, operationId)).find(one => one.id === legId)
  if (!leg) throw notFound()
  const marks = await marksAt(ctx, operationId, legId)
  const marked = new Set(marks.map(mark => mark.lineId))
  const { id, vehicle, fromPlace, toPlace, seats, departsAt } = leg
  return {
    ...(await listed(
      ctx,
      operation,
      line => line.legs.some(one => one.legId === legId) || marked.has(line.id),
      legId,
    )),
    leg: {
      id,
      fromPlace,
      toPlace,
      ...(vehicle ? { vehicle } : {}),
      ...(seats === undefined ? {} : { seats }),
      ...(departsAt ? { departsAt } : {}),
    },
    marks,
  }
}

export async function boardOfArrival(ctx: Context, operationId: string): Promise<Board> {
  const operation = await requireBoard(ctx, operationId)
  const marks = await marksAt(ctx, operationId, undefined)
  const marked = new Set(marks.map(mark => mark.lineId))
  return {
    ...(await listed(ctx, operation, line => line.state !== 'not-boarded' || marked.has(line.id))),
    marks,
  }
}

async function listed(
  ctx: Context,
  operation: FoundOperation,
  isExpected: (line: ListLine) => boolean,
  legId?: string,
): Promise<Omit<Board, 'marks' | 'leg'>> {
  const { families, lines, notShown } = await wholeList(ctx, operation.id)
  return {
    operationId: operation.id,
    name: operation.name,
    families: families.map(({ id, name }) => ({ id, name })),
    lines: lines
      .filter(line => line.state !== 'taken-off' && line.state !== 'refused')
      .filter(isExpected)
      .map(line => toBoardLine(line, legId)),
    notShown,
    at: ctx.now.toISOString(),
  }
}

export function toBoardLine(line: ListLine, legId?: string): BoardLine {
  const { id, name, otherNames, sex, birth, ageGroup, familyId, head, carer, door, state } = line
  const { bracelet, braceletAsked } = line
  const seat = line.legs.find(one => one.legId === legId)?.seat
  return {
    id,
    name,
    otherNames,
    sex,
    birth,
    ageGroup,
    head,
    door,
    state,
    ...(familyId ? { familyId } : {}),
    ...(carer?.name ? { carer: carer.name } : {}),
    ...(bracelet ? { bracelet } : {}),
    ...(braceletAsked ? { braceletAsked } : {}),
    ...(seat ? { seat } : {}),
  }
}
