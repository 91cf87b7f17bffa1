/** Where a complaint stands, what may follow, and which term runs: pure rules, with days from the profile of the state. */
import { addDays } from '../tasks/rules.ts'

export const complaintStates = [
  'received',
  'acknowledged',
  'looking',
  'answered',
  'appealed',
  'reviewing',
  'closed',
] as const
export type ComplaintState = (typeof complaintStates)[number]

/** What whoever handles a complaint does. `sorted` says of what kind it is and about whom, `noted` keeps what was found. */
export const complaintActs = ['sorted', 'noted', 'acknowledged', 'looking', 'answered'] as const
export type ComplaintActName = (typeof complaintActs)[number]

/** The complaint is right, right in part, not found so, or for somebody else to decide. */
export const outcomes = ['right', 'partly', 'not-found', 'elsewhere'] as const
export type Outcome = (typeof outcomes)[number]

export interface ComplaintDays {
  acknowledge: number
  answer: number
  appeal: number
}

const follows: Readonly<Record<ComplaintState, readonly ComplaintActName[]>> = {
  received: ['acknowledged', 'looking', 'noted', 'sorted'],
  acknowledged: ['looking', 'answered', 'noted', 'sorted'],
  looking: ['answered', 'noted', 'sorted'],
  answered: ['noted'],
  appealed: ['looking', 'noted'],
  reviewing: ['answered', 'noted'],
  closed: [],
}

export const actsAfter = (state: ComplaintState): readonly ComplaintActName[] => follows[state]

/** A second answer is the last one: there is no appeal after an appeal, the sheet of rights names who is above. */
export function stateAfter(
  state: ComplaintState,
  act: ComplaintActName,
  appealed: boolean,
): ComplaintState | null {
  if (!follows[state].includes(act)) return null
  switch (act) {
    case 'sorted':
    case 'noted':
      return state
    case 'acknowledged':
      return 'acknowledged'
    case 'looking':
      return state === 'appealed' ? 'reviewing' : 'looking'
    case 'answered':
      return appealed ? 'closed' : 'answered'
  }
}

/** The day on which the term of a state ends; `null` where none runs. */
export function dueIn(
  state: ComplaintState,
  days: ComplaintDays,
  on: { receivedOn: string; answeredOn?: string | undefined; appealedOn?: string | undefined },
): string | null {
  switch (state) {
    case 'received':
      return addDays(on.receivedOn, days.acknowledge)
    case 'acknowledged':
    case 'looking':
      return addDays(on.receivedOn, days.answer)
    case 'answered':
      return addDays(on.answeredOn ?? on.receivedOn, days.appeal)
    case 'appealed':
    case 'reviewing':
      return addDays(on.appealedOn ?? on.receivedOn, days.answer)
    case 'closed':
      return null
  }
}

/** May the family still say that the answer is not enough? On the last day too. */
export const mayAppeal = (
  one: { state: ComplaintState; due?: string | undefined; appealed: boolean },
  today: string,
): boolean => one.state === 'answered' && !one.appealed && one.due !== undefined && today <= one.due
