/** Writes the rest of a whole caseload, after the first families are there and while somebody may already look around. By COPY. */
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { fillAssessments } from './assessments.ts'
import { copyCases, type DemoCase } from './cases.ts'
import { fillCasework } from './casework.ts'
import { copyMoreConsents } from './consents.ts'
import { copyRows } from './copy.ts'
import { fillFamilies } from './fillFamilies.ts'
import { copyAccounts, type SignsIn, usersOf } from './fillStaff.ts'
import { endedGrants, inventMore, inventMoreCases, type More, worked } from './more.ts'
import { copyPapers } from './paperTables.ts'
import { copyPlans } from './plans.ts'
import { copyTasks } from './tables.ts'
import type { DemoNode, DemoState } from './types.ts'
import { bringUpToDate } from './upToDate.ts'

/** Goes on where a start before was broken off; whoever is there already stays as they are. */
export async function fillMore(
  client: pg.ClientBase,
  node: SignsIn,
  demo: DemoNode & { id: DemoState },
  place: { seed: string; today: string; tell: (share: number) => void },
): Promise<void> {
  const { seed, today, tell } = place
  const more = inventMore(demo, seed, today)
  const there = await client.query('select 1 from cases.cases where person_id = $1', [more.people.at(-1)?.id])
  if (there.rowCount !== 0) return bringUpToDate(client, more)
  await fillManagers(client, node, more)
  await fillFamilies(client, more, share => tell(share * 0.6))
  await client.query('begin')
  await fillWork(client, demo, more, seed, today)
  await client.query('commit')
  await client.query('select people.count_words()')
  await client.query('update people.compare_state set version = 0, reached = null, compared = 0')
  await client.query('analyze')
}

async function fillManagers(client: pg.ClientBase, node: SignsIn, { accounts }: More) {
  const known = await client.query('select 1 from access.accounts where id = $1', [accounts.at(-1)?.id])
  if (known.rowCount !== 0) return
  const users = await usersOf(node, accounts)
  await client.query('begin')
  await copyAccounts(client, accounts, users)
  await client.query('commit')
}

async function fillWork(
  client: pg.ClientBase,
  demo: DemoNode & { id: DemoState },
  more: More,
  seed: string,
  today: string,
) {
  const cases = inventMoreCases(demo, more, today)
  await copyCases(client, cases)
  await copyClosings(client, cases)
  const ended = endedGrants(cases)
  await client.query(
    'update access.grants g set valid_to = d.until from unnest($1::uuid[], $2::timestamptz[]) as d (id, until) where g.id = d.id',
    [ended.map(([id]) => id), ended.map(([, at]) => at)],
  )
  const live = cases.filter(one => !one.worker?.until)
  await copyMoreConsents(client, live, demo.id, today)
  await copyPlans(client, cases, demo.id, today)
  await copyTasks(client, more.tasks, more.accounts)
  await copyPapers(client, more.papers)
  const open = { ...more, grants: worked(more) }
  const looked = { ...open, grants: open.grants.filter(grant => isPastIntake(grant.subjectId, cases)) }
  const workers = new Set(more.accounts.map(one => one.id))
  await fillAssessments(client, looked, demo.id, `${seed}/more`, today, workers)
  await fillCasework(client, open, demo.id, `${seed}/more`, today)
}

const isPastIntake = (person: string, cases: readonly DemoCase[]) =>
  cases.some(one => one.person.id === person && one.further.some(step => step.to === 'planning'))

/** Who asked to close waits for a second person. */
async function copyClosings(client: pg.ClientBase, cases: readonly DemoCase[]) {
  const asked = cases.flatMap(one => {
    const last = one.further.at(-1)
    return last?.to === 'closing' && one.worker ? [{ one, at: last.at, by: one.worker.id }] : []
  })
  const { rows } = await client.query<{ id: string; number: number }>(
    'select id, number from cases.cases where id = any ($1)',
    [asked.map(({ one }) => one.id)],
  )
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const made = asked.map(({ one, at, by }) => ({ id: newId(Date.parse(at)), one, at, by }))
  await copyRows(
    client,
    'approvals.approvals',
    'id kind subject_kind subject_id person_id compartment params state asked_by asked_at'.split(' '),
    made.map(({ id, one, at, by }) => [
      ...[id, 'case-closure', 'case', one.id, one.person.id, 'contact', { number: numbers.get(one.id) }],
      ...['pending', by, at],
    ]),
  )
  await copyRows(
    client,
    'approvals.steps',
    'approval_id ordinal verb quorum'.split(' '),
    made.map(({ id }) => [id, 0, 'cases.assign', 1]),
  )
}
