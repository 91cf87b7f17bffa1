/**
 * All accepted rows become families, persons and lines in one transaction, or none does. Who is on the register already comes
 * as who they are; nobody else is made anew, and nothing of the list is written over what the register says.
 */
import { DomainError, invalid } from '@kerege/contract/errors'
import { impossibleBirth } from '@kerege/contract/people/rules'
import type { RegisterPerson } from '@kerege/contract/people/schema'
import type { AddLine } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inPortions } from '../../../platform/turns.ts'
import { enterPeople, makeHouseholds } from '../../people/index.ts'
import { addFamilies } from '../operations/families.ts'
import { getLine, lockLine, requireOpenList } from '../operations/list.ts'
import { putMany } from '../operations/putting.ts'
import { shareList } from '../operations/staff.ts'
import { type FoundOperation, lock } from '../operations/store.ts'
import { trace } from '../operations/traces.ts'
import { requireDecided } from './deciding.ts'
import { cameBefore } from './goingOn.ts'
import { seat } from './seats.ts'
import { type FoundRow, lockImport, moved, rowsOf } from './store.ts'
import { aboutOf } from './whole.ts'
import { today } from '../../../platform/localDay.ts'

interface Coming {
  row: FoundRow
  personId: string
  lineId: string
  made: boolean
}

interface ComingFamily {
  name: string
  members: Coming[]
  /** On the list of the operation; absent for who comes alone. */
  familyId?: string
  /** Of whom somebody came in before, with a family or alone. */
  joins?: { familyId: string | null; lineId: string }
  /** On the register, of those who are new to it. */
  householdId?: string
}

/** Written in one go, between two of which others have their turn. */
const atOnce = 100

/** @throws DomainError `import-undecided`, `import-nobody`, `list-frozen`, or what keeps one row out, with its number */
export async function finish(ctx: Context, importId: string, area: string): Promise<void> {
  const found = await lockImport(ctx, importId)
  const operation = await lock(ctx, found.operation_id, 'keep')
  requireOpenList(operation)
  await requireArea(ctx, area)
  const accepted = requireDecided(await rowsOf(ctx, importId).execute())
  requireOnce(accepted)
  const { families, from } = aboutOf(found)
  const before = await cameBefore(ctx, from)
  const coming = [...Map.groupBy(accepted, row => row.family)].map(([family, rows]) =>
    familyOf(ctx, families[family]?.name ?? '', rows, before.get(family)),
  )
  const all = coming.flatMap(family => family.members)
  await register(ctx, coming, area)
  await list(ctx, operation, coming)
  await seat(ctx, operation.id, all)
  await note(ctx, all)
  await ctx.tx
    .updateTable('repatriation.imports')
    .set({ state: 'imported', imported_by: ctx.actor.account, imported_at: ctx.now, book: null })
    .where('id', '=', importId)
    .execute()
  await moved(ctx, importId)
  await shareList(ctx, operation.id)
  ctx.trail.touched(importId)
  ctx.trail.counted('people', all.length)
}

/** Two rows that are one person of the register cannot both come. */
function requireOnce(rows: readonly FoundRow[]) {
  const first = new Map<string, number>()
  for (const { same_as: id, row } of rows) {
    if (id === null) continue
    const other = first.get(id)
    if (other !== undefined) throw new DomainError('conflict', 'import-same-twice', { row, other })
    first.set(id, row)
  }
}

/** Families of two and more stand on the list as one; those of them who are new to the register live as one. */
function familyOf(
  ctx: Context,
  name: string,
  rows: readonly FoundRow[],
  before: { familyId: string | null; lineId: string } | undefined,
): ComingFamily {
  const fresh = () => newId(ctx.now.getTime())
  const members = rows.map(row => ({
    row,
    personId: row.same_as ?? fresh(),
    lineId: fresh(),
    made: row.same_as === null,
  }))
  return {
    name: name === '' ? String(rows[0]?.row) : name.slice(0, 160),
    members,
    ...(members.length > 1 || before ? { familyId: before?.familyId ?? fresh() } : {}),
    ...(before ? { joins: before } : {}),
    ...(members.filter(one => one.made).length > 1 ? { householdId: fresh() } : {}),
  }
}

async function register(ctx: Context, families: readonly ComingFamily[], area: string): Promise<void> {
  const made = families.flatMap(family => family.members).filter(one => one.made)
  for (const { row } of made) {
    const fault = impossibleBirth(row.person.birth, today(ctx))
    if (fault) throw refused(row.row, fault)
  }
  await enterPeople(
    ctx,
    made.map(one => draftOf(one, area)),
  )
  const households = families.flatMap(({ householdId, name, members }) =>
    householdId === undefined
      ? []
      : [
          {
            id: householdId,
            name,
            members: members
              .filter(one => one.made)
              .slice(0, 40)
              .map(({ personId, row }) => ({ personId, role: row.person.relation })),
          },
        ],
  )
  await inPortions(households, atOnce, some => makeHouseholds(ctx, some))
}

/** Families and lines of the operation. */
async function list(
  ctx: Context,
  operation: FoundOperation,
  families: readonly ComingFamily[],
): Promise<void> {
  await addFamilies(
    ctx,
    operation.id,
    families.flatMap(({ familyId, householdId, name, joins }) =>
      familyId === undefined || joins?.familyId
        ? []
        : [{ id: familyId, name, ...(householdId ? { householdId } : {}) }],
    ),
  )
  for (const { familyId, joins } of families)
    if (familyId && joins?.familyId === null) await bringTogether(ctx, operation.id, joins.lineId, familyId)
  const lines = families.flatMap(({ familyId, members, joins }) =>
    // Who leads a family that is there already, the list of the operation says.
    members.map(one => ({ row: one.row.row, body: lineOf(one, familyId, !joins) })),
  )
  const rowOf = new Map(lines.map(({ row, body }) => [body.id, row]))
  await inPortions(lines, atOnce, some =>
    putMany(
      ctx,
      operation,
      some.map(one => one.body),
      (body, error) => told(rowOf.get(body.id) ?? 0, error),
    ),
  )
}

/** Who came in alone stands with their family from now on. */
async function bringTogether(ctx: Context, operationId: string, lineId: string, familyId: string) {
  const before = await lockLine(ctx, operationId, lineId, null)
  await ctx.tx
    .updateTable('repatriation.lines')
    .set({ family_id: familyId, version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', lineId)
    .execute()
  trace(ctx, 'update', before, await getLine(ctx, operationId, lineId))
}

function lineOf({ row, personId, lineId }: Coming, familyId: string | undefined, mayLead: boolean): AddLine {
  const { head, bracelet } = row.person
  // A child that a list calls head is not made one; who is, the list of the operation says later.
  const leads =
    mayLead &&
    head &&
    familyId !== undefined &&
    !row.problems.some(problem => problem.code === 'child-as-head' || problem.code === 'no-adult')
  return {
    id: lineId,
    personId,
    head: leads,
    door: false,
    ...(bracelet ? { bracelet: bracelet.slice(0, 24) } : {}),
    ...(familyId ? { familyId } : {}),
  }
}

/** What the list of an operation refuses by a name of its own. */
const named: ReadonlySet<string> = new Set([
  'person-on-list',
  'person-on-another-list',
  'bracelet-taken',
  'family-has-head',
])

/** Which row it was, beside what is wrong. */
function told(row: number, error: DomainError): DomainError {
  if (named.has(error.code)) return new DomainError('conflict', error.code, { row })
  const [fault] = (error.details.faults ?? []) as { code: string }[] // of a form, the first says enough
  return refused(row, fault?.code ?? error.code)
}

const refused = (row: number, because: string) =>
  new DomainError('conflict', 'import-row-refused', { row, because })

async function requireArea(ctx: Context, code: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/area', code: 'area-unknown' }])
}

function draftOf({ row, personId }: Coming, area: string): RegisterPerson {
  const { names, sex, birth, citizenship, papers, birthPlace } = row.person
  const [first, ...others] = names
  const identity = citizenship !== undefined || papers.length > 0
  const journey = others.length > 0 || birthPlace !== undefined
  return {
    id: personId,
    area,
    contact: { names: first ? [first] : [], sex, birth, languages: [], contacts: [] },
    ...(identity
      ? {
          identity: {
            names: [],
            citizenships:
              citizenship === undefined ? [] : [{ country: citizenship, standing: 'claimed' as const }],
            identifiers: papers,
          },
        }
      : {}),
    // How a list abroad wrote the name, and where somebody was born, is sealed from school, clinic and employer.
    ...(journey
      ? {
          journey: {
            names: others,
            ...(birthPlace
              ? { birthPlace: { country: 'XX', place: birthPlace, certainty: 'stated' as const } }
              : {}),
          },
        }
      : {}),
    ...(row.others.length > 0 ? { notSame: row.others } : {}),
  }
}

const note = (ctx: Context, all: readonly Coming[]) =>
  sql`
    update repatriation.import_rows r set person_id = n."personId", line_id = n."lineId", made = n.made
      from jsonb_to_recordset(${JSON.stringify(all.map(({ row, personId, lineId, made }) => ({ id: row.id, personId, lineId, made })))}::jsonb)
        as n (id uuid, "personId" uuid, "lineId" uuid, made boolean)
     where r.id = n.id`.execute(ctx.tx)
