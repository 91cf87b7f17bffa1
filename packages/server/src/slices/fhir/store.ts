/** Files that were taken in, in SQL. Policies filter underneath: what was told by its sections. */
import type { ToldKind, ToldPart } from '@kerege/contract/fhir/divide'
import type { PersonFhirImports } from '@kerege/contract/fhir/importing'
import type { Compartment } from '@kerege/contract/access/compartments'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'

export const find = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('fhir.imports').selectAll().where('id', '=', id).executeTakeFirst()

/** By the asker alone: that somebody else has this file is nobody's business. */
export const takenBefore = (ctx: Context, digest: Buffer) =>
  ctx.tx
    .selectFrom('fhir.imports')
    .selectAll()
    .where('account_id', '=', ctx.actor.account)
    .where('digest', '=', digest)
    .executeTakeFirst()

export interface Taking {
  id: string
  personId: string
  caseId?: string | undefined
  planId?: string | undefined
  madePerson: boolean
  sender: string | undefined
  digest: Buffer
}

export async function add(ctx: Context, taking: Taking, told: readonly ToldPart[]): Promise<void> {
  await ctx.tx
    .insertInto('fhir.imports')
    .values({
      id: taking.id,
      person_id: taking.personId,
      case_id: taking.caseId ?? null,
      plan_id: taking.planId ?? null,
      made_person: taking.madePerson,
      sender: taking.sender ?? null,
      digest: taking.digest,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  const parts = told.map(part => ({ id: newId(ctx.now.getTime()), ...part }))
  await sql`select fhir.keep(${taking.id}::uuid, ${JSON.stringify(parts)}::jsonb)`.execute(ctx.tx)
}

export const mayUndo = ({ actor }: Context, row: { made_person: boolean; account_id: string }): boolean =>
  actor.verbs.includes('cases.work') &&
  (row.made_person ? actor.verbs.includes('approvals.decide') : row.account_id === actor.account)

export async function workedOn(ctx: Context, id: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select fhir.worked_on(${id}::uuid) as yes`.execute(ctx.tx)
  return found.rows[0]?.yes ?? true
}

/** @throws DomainError `not-found` for a person who is not open to the actor */
export async function ofPerson(ctx: Context, personId: string): Promise<PersonFhirImports> {
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound()
  const rows = await ctx.tx
    .selectFrom('fhir.imports as i')
    .innerJoin('access.accounts as a', 'a.id', 'i.account_id')
    .selectAll('i')
    .select('a.name as by_name')
    .where('i.person_id', '=', personId)
    .orderBy('i.at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(20)
    .execute()
  const told = await ctx.tx
    .selectFrom('fhir.told')
    .selectAll()
    .where(sql<boolean>`import_id = any (${rows.map(row => row.id)}::uuid[])`)
    .orderBy('ordinal')
    .execute()
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const shown: PersonFhirImports['rows'] = []
  for (const row of rows)
    shown.push({
      id: row.id,
      at: row.at,
      by: { id: row.account_id, name: row.by_name },
      ...(row.sender ? { sender: row.sender } : {}),
      madePerson: row.made_person,
      mayUndo: mayUndo(ctx, row) && !(await workedOn(ctx, row.id)),
      told: told
        .filter(one => one.import_id === row.id)
        .map(one => ({
          id: one.id,
          kind: one.kind as ToldKind, // a constraint of the table
          section: one.compartment as Compartment,
          content: one.content as Record<string, unknown>, // an object as divide made it
        })),
    })
  return { rows: shown }
}
