/** What still waits on this device, as marks and lines that a list can show. */
import { addAtDoor, makeMark } from '@kerege/contract/repatriation/boarding/routes'
import type { AtDoor, MakeMark } from '@kerege/contract/repatriation/boarding/schema'
import type { Unsent, UnsentLine, UnsentMark } from '@kerege/contract/repatriation/boarding/view'
import { ageGroupOf } from '@kerege/contract/repatriation/operations/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import type { Waiting } from '../../../offline/queue.ts'
import type { Place } from './place.ts'
import { isOf } from './useBoard.ts'

/** @param today by the clock of the node's place */
export function unsentOf(waiting: readonly Waiting[], place: Place, today: string): Unsent {
  const marks: UnsentMark[] = []
  const lines: UnsentLine[] = []
  for (const one of waiting) {
    if (one.state !== 'waiting' || !isOf(one, place)) continue
    // Made by this app, by these very routes.
    if (one.path === makeMark.path)
      marks.push({ ...(one.input.body as MakeMark & { basedOn: string[] }), at: one.at })
    if (one.path === addAtDoor.path) {
      const body = one.input.body as AtDoor
      lines.push(lineOf(body, today))
      marks.push({ id: body.markId, lineId: body.lineId, what: 'there', basedOn: [], at: one.at })
    }
  }
  return { marks, lines }
}

function lineOf({ lineId, name, sex, age, bracelet, withLineId }: AtDoor, today: string): UnsentLine {
  const birth: BirthDate =
    age === undefined ? { precision: 'unknown' } : { precision: 'estimated', age, asOf: today }
  return {
    id: lineId,
    name,
    otherNames: [],
    sex,
    birth,
    ageGroup: ageGroupOf(birth, today),
    head: false,
    door: true,
    state: 'added-at-door',
    ...(bracelet ? { bracelet } : {}),
    ...(withLineId ? { withLineId } : {}),
  }
}

/** What the node did not take: it does not count, and is settled in the queue. */
export const notTaken = (waiting: readonly Waiting[], place: Place): Waiting[] =>
  waiting.filter(one => one.state !== 'waiting' && isOf(one, place))
