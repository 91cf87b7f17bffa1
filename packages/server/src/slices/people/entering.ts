/**
 * People who are put on the register, one from a form or hundreds from a list: the same way for both, and a statement for all of
 * them wherever there is one. What a record holds beside its own row is written by sections.ts once it stands.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import { alertSystems } from '@kerege/contract/people/duplicates/clashes'
import { invalid } from '@kerege/contract/errors'
import { impossibleBirth } from '@kerege/contract/people/rules'
import type { EditableSection, PersonName, RegisterPerson } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Change, Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { inPortions } from '../../platform/turns.ts'
import { differences } from './differences.ts'
import { noteNumbers, writtenAll } from './duplicates/finding.ts'
import { sayOfNew } from './notSame.ts'
import * as policy from './policy.ts'
import { contactColumns, identifierRows, nameRows } from './sections.ts'
import { type Bearer, addWords } from './words.ts'

/** Written in one go, between two of which others have their turn. */
const portion = 50

/** A command that is sent again makes nothing new: the id was made by the device. */
export const enter = (ctx: Context, draft: RegisterPerson): Promise<void> => enterMany(ctx, [draft])

/** All of them, or nobody where one of them cannot come. */
export async function enterMany(ctx: Context, drafts: readonly RegisterPerson[]): Promise<void> {
  policy.requireAll(ctx, 'write', given(drafts))
  for (const { contact } of drafts) requirePossible(ctx, contact, '/contact/birth')
  await requireAreas(ctx, [...new Set(drafts.map(draft => draft.area))])
  const known = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where(sql<boolean>`id = any (${drafts.map(draft => draft.id)}::uuid[])`)
    .execute()
  const fresh = drafts.filter(draft => !known.some(({ id }) => id === draft.id))
  await inPortions(fresh, portion, some => write(ctx, some))
}

const sections = ['contact', 'identity', 'journey'] as const

function given(drafts: readonly RegisterPerson[]): Compartment[] {
  const held = sections.filter(section => drafts.some(draft => draft[section] !== undefined))
  return drafts.some(draft => draft.householdId) ? [...held, 'kinship'] : held
}

async function write(ctx: Context, drafts: readonly RegisterPerson[]): Promise<void> {
  await writePersons(ctx, drafts)
  await writeGrants(ctx, drafts)
  await writeNames(ctx, drafts)
  await writeIdentities(ctx, drafts)
  await writeJourneys(ctx, drafts)
  await addWords(ctx.tx, drafts.flatMap(bearers))
  for (const draft of drafts)
    for (const section of sections)
      if (draft[section] !== undefined) ctx.trail.changed(created(draft.id, section, draft[section]))
  for (const { id, identity } of drafts)
    if (identity?.identifiers.some(one => alertSystems.includes(one.system))) await noteNumbers(ctx, id)
  await writtenAll(
    ctx.tx,
    drafts.map(draft => draft.id),
  )
  for (const { id, notSame } of drafts) if (notSame) await sayOfNew(ctx, id, notSame)
  for (const { id, householdId, householdRole } of drafts)
    if (householdId) await join(ctx, id, householdId, householdRole ?? 'other')
}

const bearers = (draft: RegisterPerson): Bearer[] =>
  sections.flatMap(section =>
    draft[section] === undefined ? [] : [{ personId: draft.id, section, value: draft[section] }],
  )

const created = (personId: string, section: EditableSection, value: unknown): Change => ({
  personId,
  subjectId: personId,
  compartment: section,
  kind: 'created',
  version: 1,
  changes: differences(undefined, value),
})

async function writePersons({ tx, actor, now }: Context, drafts: readonly RegisterPerson[]) {
  const rows = drafts.map(({ id, area, contact }) => ({ id, area, ...contactColumns(contact) }))
  await sql`
    insert into people.persons (id, agency_id, team_id, area_code, version, label, sort_key, sex, birth, birth_from, birth_to,
        languages, contacts, created_at, updated_at)
      select n.id, ${actor.agency}::uuid, ${actor.team}::uuid, n.area, 1, n.label, n.sort_key, n.sex, n.birth::jsonb, n.birth_from,
        n.birth_to, n.languages::jsonb, n.contacts::jsonb, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, area text, label text, sort_key text, sex text,
        birth text, birth_from date, birth_to date, languages text, contacts text)`.execute(tx)
}

/** Who registers somebody stands beside them until the work is given to another. */
async function writeGrants({ tx, actor, now }: Context, drafts: readonly RegisterPerson[]) {
  const rows = drafts.map(({ id }) => ({ id: newId(), subject: id }))
  await sql`
    insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from)
      select n.id, ${actor.account}::uuid, n.subject, 'own', ${actor.account}::uuid, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, subject uuid)`.execute(tx)
}

async function writeNames({ tx }: Context, drafts: readonly RegisterPerson[]) {
  const rowsOf = (personId: string, compartment: EditableSection, names: readonly PersonName[] = []) =>
    nameRows(names).map(row => ({ ...row, person: personId, compartment }))
  const rows = drafts.flatMap(draft =>
    sections.flatMap(section => rowsOf(draft.id, section, draft[section]?.names)),
  )
  if (rows.length === 0) return
  await sql`
    insert into people.names (id, person_id, compartment, ordinal, family, given, patronymic, script, language, use, source)
      select n.id, n.person, n.compartment, n.ordinal, n.family, n.given, n.patronymic, n.script, n.language, n.use, n.source
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, person uuid, compartment text, ordinal int,
        family text, given text, patronymic text, script text, language text, use text, source text)`.execute(
    tx,
  )
}

async function writeIdentities({ tx }: Context, drafts: readonly RegisterPerson[]) {
  const held = drafts.flatMap(({ id, identity }) => (identity ? [{ id, identity }] : []))
  if (held.length === 0) return
  const rows = held.map(({ id, identity }) => ({ id, citizenships: identity.citizenships }))
  await sql`
    insert into people.identities (person_id, citizenships)
      select n.id, n.citizenships from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, citizenships jsonb)`.execute(
    tx,
  )
  const papers = held.flatMap(({ id, identity }) =>
    identifierRows(identity.identifiers).map(row => ({ ...row, person: id })),
  )
  if (papers.length === 0) return
  await sql`
    insert into people.identifiers (id, person_id, ordinal, system, value, issuer, valid_from, valid_to)
      select n.id, n.person, n.ordinal, n.system, n.value, n.issuer, n.valid_from, n.valid_to
      from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb) as n (id uuid, person uuid, ordinal int, system text, value text,
        issuer text, valid_from date, valid_to date)`.execute(tx)
}

async function writeJourneys({ tx }: Context, drafts: readonly RegisterPerson[]) {
  const rows = drafts.flatMap(({ id, journey }) => (journey ? [{ id, place: journey.birthPlace }] : []))
  if (rows.length === 0) return
  await sql`
    insert into people.journeys (person_id, birth_place)
      select n.id, n.place from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, place jsonb)`.execute(
    tx,
  )
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

export function requirePossible(
  ctx: Context,
  contact: { birth: Parameters<typeof impossibleBirth>[0] },
  pointer: string,
): void {
  const fault = impossibleBirth(contact.birth, ctx.now.toISOString().slice(0, 10))
  if (fault) throw invalid([{ pointer, code: fault }])
}

/** @throws DomainError for an area that is not known here */
export async function requireAreas(ctx: Context, areas: readonly string[]): Promise<void> {
  const found = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where(sql<boolean>`code = any (${areas}::text[])`)
    .execute()
  if (areas.some(area => !found.some(({ code }) => code === area)))
    throw invalid([{ pointer: '/area', code: 'area-unknown' }])
}
