/**
 * What hangs on a person and moves when two records become one. One line a kind of row; a slice that keeps rows about
 * people gives a function of this shape and adds its line here, and nothing else has to know of it. Who works with the
 * person moves with the record itself (`people.join_record`).
 */
import type { Side } from '@kerege/contract/people/duplicates/merges'
import { type Moved, rowsMover } from '../../../platform/moves.ts'
import type { Tx } from '../../../platform/database.ts'
import { moveApprovals } from '../../approvals/index.ts'
import { moveDocuments } from '../../documents/index.ts'
import { moveNotices } from '../../notifications/index.ts'
import { moveTasks } from '../../tasks/index.ts'
import { homeMover, relationMover } from './kin.ts'

/** The merge under way: the record that stays and the one that joins it. */
export interface Joining {
  id: string
  stays: string
  joins: string
}

/** What the decider says of it, for rows that cannot stand beside each other. */
export interface Decided extends Joining {
  /** Which home is that of today, and until when the other one was. */
  home: { current: Side; leftOn: string }
}

export interface Mover {
  /** Kept with each row that moved: a promise to later versions. */
  readonly kind: string
  readonly move: (tx: Tx, merge: Decided) => Promise<readonly Moved[]>
  /** Takes back what moved, as far as it is still there. */
  readonly back: (tx: Tx, merge: Joining, moved: readonly Moved[]) => Promise<void>
}

/** Rows that know of a person by an id, and change nothing else when they move. */
type MoveRows = (tx: Tx, source: string, target: string, only?: readonly string[]) => Promise<string[]>

const rows = (kind: string, moveRows: MoveRows): Mover => ({
  kind,
  move: async (tx, { stays, joins }) => (await moveRows(tx, joins, stays)).map(id => ({ id })),
  back: async (tx, { stays, joins }, moved) => {
    await moveRows(
      tx,
      stays,
      joins,
      moved.map(one => one.id),
    )
  },
})

const movePapers = rowsMover('people')
const moveLines = rowsMover('repatriation')
const moveGuests = rowsMover('repatriation', 'move_guest')
const moveHanded = rowsMover('repatriation', 'move_handed')
const moveAbroad = rowsMover('repatriation', 'move_abroad')
// Of a later slice, whose schema answers to the same question.
const moveCases = rowsMover('cases')
const moveAssessments = rowsMover('assessments')
const moveConsents = rowsMover('consents')
const moveCasework = rowsMover('casework')
const moveForms = rowsMover('forms')
const moveSituation = rowsMover('situation')
const moveComplaints = rowsMover('rights')
const moveEntitlements = rowsMover('entitlements')
const moveReferrals = rowsMover('referrals')
const moveFhir = rowsMover('fhir')

export const movers: readonly Mover[] = [
  rows('document', moveDocuments),
  rows('task', moveTasks),
  rows('approval', moveApprovals),
  rows('notice', moveNotices),
  rows('paper', movePapers),
  rows('line', moveLines),
  rows('abroad', moveAbroad),
  rows('guest', moveGuests),
  rows('handover', moveHanded),
  rows('case', moveCases),
  rows('assessment', moveAssessments),
  rows('consent', moveConsents),
  rows('casework', moveCasework),
  rows('form', moveForms),
  rows('situation', moveSituation),
  rows('complaint', moveComplaints),
  rows('referral', moveReferrals),
  rows('entitlement', moveEntitlements),
  rows('fhir', moveFhir),
  homeMover,
  relationMover,
]
