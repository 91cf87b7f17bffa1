/**
 * What can be done with a person on the register. Every action reads the same way: load, check, apply the rule,
 * save, leave a trail. Knows nothing of HTTP; SQL stands in the stores.
 */
import { compartments } from '@kerege/contract/access/compartments'
import { type Fault, faultsOf, invalid, notFound } from '@kerege/contract/errors'
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
import { differences } from './differences.ts'
import { noteNumbers, written } from './duplicates/finding.ts'
import { enter, requireAreas, requirePossible } from './entering.ts'
import { readHouseholds } from './householdStore.ts'
import { standingMerges } from './merging/store.ts'
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
  await requireAreas(ctx, [area])
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

function faultsBelow(prefix: string, error: z.ZodError): Fault[] {
  return faultsOf(error).map(fault => ({ ...fault, pointer: `${prefix}${fault.pointer}` }))
}
