/**
 * What may become of a paper, and how long somebody has waited for it: pure, for server, browser and device alike.
 * A state is never typed. It follows from transitions that somebody recorded, and so does the waiting.
 */
import type { PlainDate } from '../../common.ts'

/** What the paper is to prove. */
export const facts = [
  'birth',
  'identity',
  'citizenship',
  'parentage',
  'guardianship',
  'marriage',
  'divorce',
  'death-of-relative',
  'residence',
  'education',
  'disability',
  'other',
] as const
export type Fact = (typeof facts)[number]

/** The door through which it goes. */
export const pathways = [
  'registry',
  'court',
  'consulate',
  'migration-office',
  'guardianship-office',
  'school-board',
  'medical-commission',
  'other',
] as const
export type Pathway = (typeof pathways)[number]

/** What stays shut for the person as long as the paper is not there. */
export const blockable = [
  'school',
  'clinic',
  'benefit',
  'travel',
  'housing',
  'work',
  'guardianship',
  'bank',
] as const
export type Blocked = (typeof blockable)[number]

/** Steps that have words in every language; others are written by hand. */
export const stepCodes = [
  'collect-proof',
  'find-witnesses',
  'ask-registry',
  'ask-consulate',
  'translate-papers',
  'photo-and-fee',
  'write-application',
  'file-application',
  'court-claim',
  'hearing',
  'decision-in-force',
  'office-visit',
  'school-test',
  'commission-visit',
  'collect-paper',
  'show-school',
  'show-clinic',
  'hand-over',
] as const
export type StepCode = (typeof stepCodes)[number]

export const paperStates = [
  'needed',
  'preparing',
  'filed',
  'waiting',
  'in-court',
  'refused',
  'appealed',
  'issued',
  'handed-over',
  'not-needed',
] as const
export type PaperState = (typeof paperStates)[number]

/** A step on is free; a refusal, a step back and giving up want a reason that the next colleague can read. */
type Guard = 'free' | 'reason'

const next: Readonly<Record<PaperState, Readonly<Partial<Record<PaperState, Guard>>>>> = {
  needed: { preparing: 'free', filed: 'free', 'not-needed': 'reason' },
  preparing: { filed: 'free', needed: 'reason', 'not-needed': 'reason' },
  filed: {
    waiting: 'free',
    'in-court': 'free',
    issued: 'free',
    refused: 'reason',
    preparing: 'reason',
    'not-needed': 'reason',
  },
  waiting: {
    issued: 'free',
    'in-court': 'free',
    refused: 'reason',
    filed: 'reason',
    'not-needed': 'reason',
  },
  'in-court': {
    issued: 'free',
    waiting: 'free',
    refused: 'reason',
    filed: 'reason',
    'not-needed': 'reason',
  },
  refused: { appealed: 'free', preparing: 'reason', 'not-needed': 'reason' },
  appealed: {
    'in-court': 'free',
    waiting: 'free',
    issued: 'free',
    refused: 'reason',
    'not-needed': 'reason',
  },
  // Something in it is wrong: it goes back, and the wait goes on from where it began.
  issued: { 'handed-over': 'free', waiting: 'reason' },
  // Lost, or run out: a new need, and a new wait.
  'handed-over': { needed: 'reason' },
  'not-needed': { needed: 'reason' },
}

export const mayBecome = (from: PaperState, to: PaperState): boolean => next[from][to] !== undefined
export const needsReason = (from: PaperState, to: PaperState): boolean => next[from][to] === 'reason'
/** Those that a paper can go on to, steps on before steps back. */
export const nextStates = (from: PaperState): PaperState[] => Object.keys(next[from]) as PaperState[]

/** Nobody waits any longer. */
export const closedStates: readonly PaperState[] = ['issued', 'handed-over', 'not-needed']
export const isOpen = (state: PaperState): boolean => !closedStates.includes(state)

/** An office has it in hand. */
const withOffice: readonly PaperState[] = ['filed', 'waiting', 'in-court', 'refused', 'appealed']
/** From here a new need begins a new wait. */
const endsRun: readonly PaperState[] = ['handed-over', 'not-needed']

export interface Passed {
  from?: PaperState | undefined
  to: PaperState
  /** The day on which it happened, which may lie before the day on which it was written down. */
  on: PlainDate
  undone?: boolean | undefined
}

export interface Standing {
  state: PaperState
  stateSince: PlainDate
  /** Since when the person has gone without: from the day on which the need was known. */
  waitingSince: PlainDate
  /** Since when an office has it in hand. */
  filedOn?: PlainDate
  /** When the wait ended. */
  closedOn?: PlainDate
}

/** @param passed in the order in which it was recorded; `null` when nothing is left of it */
export const standing = (passed: readonly Passed[]): Standing | null =>
  passed.filter(one => !one.undone).reduce<Standing | null>(after, null)

function after(now: Standing | null, { from, to, on }: Passed): Standing {
  // A new need begins a new wait; everything else goes on with the one before.
  const before = now && from !== undefined && !endsRun.includes(from) ? now : null
  return {
    state: to,
    stateSince: on,
    waitingSince: before?.waitingSince ?? on,
    ...filedOn(to, on, before?.filedOn),
    ...(isOpen(to) ? {} : { closedOn: before?.closedOn ?? on }),
  }
}

function filedOn(to: PaperState, on: PlainDate, before: PlainDate | undefined) {
  // Back on the family's own table: no office has it.
  if (to === 'needed' || to === 'preparing') return {}
  const day = before ?? (withOffice.includes(to) ? on : undefined)
  return day === undefined ? {} : { filedOn: day }
}

/** Whole days without the paper, until today or until it was there. */
export const waitingDays = (
  { waitingSince, closedOn }: { waitingSince: PlainDate; closedOn?: PlainDate | undefined },
  today: PlainDate,
): number =>
  Math.max(
    0,
    Math.round(
      (Date.parse(`${closedOn ?? today}T00:00:00Z`) - Date.parse(`${waitingSince}T00:00:00Z`)) / 86_400_000,
    ),
  )

interface Stepping {
  due?: PlainDate | undefined
  doneOn?: PlainDate | undefined
}

/** The first step that is not done: the one in hand. */
export const stepInHand = <Step extends Stepping>(steps: readonly Step[]): Step | undefined =>
  steps.find(step => step.doneOn === undefined)

/** The day on which somebody has to look: that of the step in hand or the one written down, whichever comes first. */
export const dueDay = (steps: readonly Stepping[], nextOn: PlainDate | undefined): PlainDate | undefined =>
  [stepInHand(steps)?.due, nextOn].filter(day => day !== undefined).sort()[0]
