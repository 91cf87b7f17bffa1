/**
 * What can be done with a person on the register. Every action reads the same way: load, check, apply the rule,
 * save, leave a trail. Knows nothing of HTTP; SQL stands in the stores.
 */
import { compartments } from '@kerege/contract/access/compartments'
import { type Fault, faultsOf, invalid, notFound } from '@kerege/contract/errors'
import { impossibleBirth } from '@kerege/contract/people/rules'
import {
  type ChangeSection,
  type ContactSection,
  type EditableSection,
  editableSections,
  type Person,
  type RegisterPerson,
} from '@kerege/contract/people/schema'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Change, Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { differences } from './differences.ts'
import { noteNumbers, written } from './duplicates/finding.ts'
import { sayOfNew } from './notSame.ts'
import { readHouseholds } from './householdStore.ts'
import { standingMerges } from './merging/store.ts'
import * as policy from './policy.ts'
import { contactColumns, readSections, writeSection } from './sections.ts'
import * as store from './store.ts'

/** @throws DomainError `not-found`, for a stranger's record and for none alike */
export async function read(ctx: Context, id: string): Promise<Person> {
  return readRow(ctx, await store.get(ctx.tx, id))
}

async function readRow(ctx: Context, row: store.StoredPerson): Promise<Person> {
  const { id } = row
  const { open, writable } = await store.openCompartments(ctx.tx, id)
  const { contactNames, identity, journey, health } = await readSections(ctx.tx, id)
  const joined = await standingMerges(ctx.tx, id)
  ctx.trail.shown([id])
  return {
    id: row.id,
    version: row.version,
    area: row.area_code,
    agencyId: row.agency_id,
    ...(row.team_id ? { teamId: row.team_id } : {}),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(open.includes('contact') ? { contact: store.contactOf(row, contactNames) } : {}),
    ...(open.includes('identity') ? { identity } : {}),
    ...(open.includes('journey') ? { journey } : {}),
    ...(open.includes('health') ? { health } : {}),
    ...(open.includes('kinship') ? { kinship: await readHouseholds(ctx.tx, id) } : {}),
    open,
    writable,
    ...(joined.length > 0 ? { joined } : {}),
    compartments: compartments.length,
  }
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function register(ctx: Context, draft: RegisterPerson): Promise<Person> {
  await enter(ctx, draft)
  return read(ctx, draft.id)
}

/** The same without reading the record back, for who brings many. */
export async function enter(ctx: Context, draft: RegisterPerson): Promise<void> {
  policy.requireAll(ctx, 'write', [
    'contact',
    ...(draft.identity ? (['identity'] as const) : []),
    ...(draft.journey ? (['journey'] as const) : []),
    ...(draft.householdId ? (['kinship'] as const) : []),
  ])
  requirePossible(ctx, draft.contact, '/contact/birth')
  await requireArea(ctx, draft.area)
  const existing = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (existing) return
  await ctx.tx
    .insertInto('people.persons')
    .values({
      id: draft.id,
      agency_id: ctx.actor.agency,
      team_id: ctx.actor.team,
      area_code: draft.area,
      version: 1,
      ...contactColumns(draft.contact),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  // Who registers somebody stands beside them until the work is given to another.
  await ctx.tx
    .insertInto('access.grants')
    .values({
      id: newId(),
      account_id: ctx.actor.account,
      subject_id: draft.id,
      kind: 'own',
      granted_by: ctx.actor.account,
      valid_from: ctx.now,
    })
    .execute()
  const given = { contact: draft.contact, identity: draft.identity, journey: draft.journey }
  for (const [section, value] of Object.entries(given) as [EditableSection, unknown][]) {
    if (value === undefined) continue
    await writeSection(ctx.tx, draft.id, section, value)
    ctx.trail.changed(change(draft.id, section, 'created', 1, undefined, value))
  }
  if (draft.identity) await noteNumbers(ctx, draft.id)
  await written(ctx.tx, draft.id)
  if (draft.notSame) await sayOfNew(ctx, draft.id, draft.notSame)
  if (draft.householdId) await join(ctx, draft.id, draft.householdId, draft.householdRole ?? 'other')
}

async function join(ctx: Context, personId: string, householdId: string, role: string) {
  const home = await ctx.tx
    .selectFrom('people.households')
    .select('id')
    .where('id', '=', householdId)
    .executeTakeFirst()
  if (!home) throw invalid([{ pointer: '/householdId', code: 'not-found' }])
  await ctx.tx
    .insertInto('people.household_members')
    .values({ id: newId(), person_id: personId, household_id: home.id, role, valid_from: null })
    .execute()
}

/** Updates or corrects one section. Both keep what stood before; a correction says why. */
export async function changeSection(
  ctx: Context,
  id: string,
  section: EditableSection,
  command: z.infer<typeof ChangeSection>,
): Promise<Person> {
  const parsed = editableSections[section].safeParse(command.section, { reportInput: true })
  if (!parsed.success) throw invalid(faultsBelow('/section', parsed.error))
  if (command.kind === 'correction' && !command.reason)
    throw invalid([{ pointer: '/reason', code: 'required' }])
  const value = parsed.data
  if (section === 'contact') requirePossible(ctx, value as Person['contact'] & object, '/section/birth')
  const person = await readRow(ctx, await store.lock(ctx.tx, id, ctx.basedOn))
  if (!person.writable.includes(section)) throw notFound()
  const before = person[section]
  const version = person.version + 1
  const made = change(id, section, command.kind, version, before, value)
  if (made.changes.length === 0) return person
  await ctx.tx
    .updateTable('people.persons')
    .set({
      version,
      updated_at: ctx.now,
      ...(section === 'contact' ? contactColumns(value as Person['contact'] & object) : {}),
    })
    .where('id', '=', id)
    .execute()
  await writeSection(ctx.tx, id, section, value, before)
  if (section === 'identity') await noteNumbers(ctx, id)
  if (isCompared(section, before, value)) await written(ctx.tx, id)
  ctx.trail.changed(made)
  if (command.reason) ctx.trail.because(command.reason, id)
  return { ...person, [section]: value, version, updatedAt: ctx.now.toISOString() }
}

/** Whether records are compared by something that changed: a new phone makes nobody more like anybody. */
function isCompared(section: EditableSection, before: unknown, after: unknown): boolean {
  if (section === 'health') return false
  if (section !== 'contact') return true
  const told = ({ names, sex, birth }: ContactSection) => ({ names, sex, birth })
  return !isDeepStrictEqual(told(before as ContactSection), told(after as ContactSection))
}

export async function move(
  ctx: Context,
  id: string,
  area: string,
  reason: string | undefined,
): Promise<Person> {
  const person = await readRow(ctx, await store.lock(ctx.tx, id, ctx.basedOn))
  if (!person.writable.includes('contact')) throw notFound()
  await requireArea(ctx, area)
  if (person.area === area) return person
  const version = person.version + 1
  await ctx.tx
    .updateTable('people.persons')
    .set({ area_code: area, version, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.changed(change(id, 'contact', 'update', version, { area: person.area }, { area }))
  if (reason) ctx.trail.because(reason, id)
  await written(ctx.tx, id)
  return { ...person, area, version, updatedAt: ctx.now.toISOString() }
}

const change = (
  personId: string,
  compartment: Change['compartment'],
  kind: Change['kind'],
  version: number,
  before: unknown,
  after: unknown,
): Change => ({
  personId,
  subjectId: personId,
  compartment,
  kind,
  version,
  changes: differences(before, after),
})

function requirePossible(
  ctx: Context,
  contact: { birth: Parameters<typeof impossibleBirth>[0] },
  pointer: string,
) {
  const fault = impossibleBirth(contact.birth, ctx.now.toISOString().slice(0, 10))
  if (fault) throw invalid([{ pointer, code: fault }])
}

async function requireArea(ctx: Context, area: string) {
  const found = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where('code', '=', area)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/area', code: 'area-unknown' }])
}

function faultsBelow(prefix: string, error: z.ZodError): Fault[] {
  return faultsOf(error).map(fault => ({ ...fault, pointer: `${prefix}${fault.pointer}` }))
}
