/** The family around one person, and what on it does not go together. */
import { createHash } from 'node:crypto'
import { invalid } from '@kerege/contract/errors'
import type { KinKind } from '@kerege/contract/people/kinship/kinds'
import type * as routes from '@kerege/contract/people/kinship/routes'
import {
  basisOfCheck,
  checkKinship,
  type KinPerson,
  type KinTie,
} from '@kerege/contract/people/kinship/rules'
import type { Relative, ShownCheck, Tree, TreePerson } from '@kerege/contract/people/kinship/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { requireKinship } from './actions.ts'
import * as store from './store.ts'

const steps = 3
const most = 60

interface Family {
  people: TreePerson[]
  ties: (KinTie & { ended: boolean })[]
  notShown: number
  more: boolean
}

export async function tree(ctx: Context, id: string): Promise<Tree> {
  await requireKinship(ctx, id, 'open')
  const family = await familyAround(ctx, id)
  const checks = await shownChecks(ctx, family)
  ctx.trail.shown(family.people.flatMap(({ other }) => (other.who === 'person' ? [other.personId] : [])))
  return {
    people: family.people,
    // What was never so is on record, and not on the tree.
    ties: family.ties
      .filter(tie => tie.endReason !== 'corrected')
      .map(({ id: tieId, from, to, kind, basis, standing, ended }) => ({
        id: tieId,
        from,
        to,
        kind,
        basis,
        standing,
        ended,
      })),
    checks,
    notShown: family.notShown,
    more: family.more,
  }
}

async function familyAround(ctx: Context, id: string): Promise<Family> {
  const reached = await sql<{ person_id: string; distance: number }>`
    select person_id, distance from people.kin_of(${id}::uuid, ${steps}, ${most + 1})`.execute(ctx.tx)
  const within = reached.rows.slice(0, most)
  const distance = new Map(within.map(row => [row.person_id, row.distance]))
  const open = await store.faces(ctx.tx, [...distance.keys()])
  const rows = await store.rowsAmong(ctx.tx, [...open.keys()])
  const people = new Map<string, TreePerson>()
  for (const face of open.values()) {
    people.set(face.id, { key: face.id, other: store.faceOf(face), distance: distance.get(face.id) ?? 0 })
  }
  const ties: Family['ties'] = []
  for (const row of rows) {
    const near = row.other_id ? undefined : store.relativeOf(row, row.person_id, open)
    const key = row.other_id ?? row.outsider_id ?? row.id
    if (near && !people.has(key)) {
      people.set(key, { key, other: near, distance: (distance.get(row.person_id) ?? 0) + 1 })
    }
    if (people.has(row.person_id) && people.has(key)) ties.push(tieOf(row, key))
  }
  return {
    people: [...people.values()],
    ties,
    notShown: within.length - open.size,
    more: reached.rows.length > most,
  }
}

function tieOf(row: store.RelationRow, to: string): Family['ties'][number] {
  const read = store.relationOf(row, row.person_id, { who: 'unknown', sex: 'unknown' })
  const { id, version, basis, standing, since, until, endReason } = read
  const ended = endReason !== undefined
  return {
    id,
    version,
    from: row.person_id,
    to,
    kind: row.kind as KinKind,
    basis,
    standing,
    since,
    until,
    endReason,
    ended,
  }
}

function asKin({ key, other }: TreePerson): KinPerson {
  if (other.who === 'outside') {
    return { key, sex: other.sex, birth: other.birth, dead: other.life === 'died', died: other.died }
  }
  if (other.who === 'person') return { key, sex: other.sex, birth: other.birth }
  return { key, sex: other.sex, unknown: true }
}

function checksOf(ctx: Context, family: Family) {
  const people = family.people.map(asKin)
  return checkKinship(people, family.ties, localDay(ctx.now, ctx.node.info.timeZone)).map(check => ({
    check,
    basedOn: createHash('sha256')
      .update(basisOfCheck(check, people, family.ties))
      .digest(),
  }))
}

async function shownChecks(ctx: Context, family: Family): Promise<ShownCheck[]> {
  const checks = checksOf(ctx, family)
  if (checks.length === 0) return []
  const looks = await ctx.tx
    .selectFrom('people.relation_looks as l')
    .leftJoin('access.accounts as a', 'a.id', 'l.account_id')
    .select(['l.based_on', 'l.reason', 'l.at', 'a.name'])
    .where(sql<boolean>`l.based_on = any (${checks.map(({ basedOn }) => basedOn)}::bytea[])`)
    .where(sql<boolean>`l.relation_id = any (${checks.map(({ check }) => check.relationIds[0])}::uuid[])`)
    .orderBy('l.at')
    .execute()
  const names = new Map(family.people.map(person => [person.key, nameOf(person.other)]))
  return checks.map(({ check, basedOn }): ShownCheck => {
    const look = looks.findLast(one => one.based_on.equals(basedOn))
    return {
      code: check.code,
      severity: check.severity,
      certain: check.certain,
      relationIds: check.relationIds,
      names: check.about.map(key => names.get(key) ?? ''),
      ...(look ? { looked: { by: look.name ?? '', at: look.at, reason: look.reason } } : {}),
    }
  })
}

const nameOf = (other: Relative): string =>
  other.who === 'person' ? other.label : other.who === 'outside' ? other.name : ''

/** Kept with who, when and why; found again by what it was based on. */
export async function lookAt(
  ctx: Context,
  id: string,
  look: Parsed<typeof routes.lookAtCheck>['body'],
): Promise<{ id: string }> {
  await requireKinship(ctx, id, 'writable')
  const family = await familyAround(ctx, id)
  const asked = look.relationIds.toSorted().join()
  const found = checksOf(ctx, family).find(
    ({ check }) => check.code === look.code && check.relationIds.join() === asked,
  )
  const [first] = found?.check.relationIds ?? []
  if (!found || !first) throw invalid([{ pointer: '/code', code: 'check-gone' }])
  await ctx.tx
    .insertInto('people.relation_looks')
    .values({
      id: look.id,
      relation_id: first,
      relation_ids: found.check.relationIds,
      code: look.code,
      based_on: found.basedOn,
      reason: look.reason,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id, ['kinship.look'])
  ctx.trail.because(look.reason, id)
  return { id: look.id }
}
