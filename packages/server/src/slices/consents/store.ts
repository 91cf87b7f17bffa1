/** Consents in SQL. Policies filter underneath; words come where their section is open. */
import type { Effect, Giver, Purpose } from '@kerege/contract/consents/kinds'
import type { RecipientKind, Tellable } from '@kerege/contract/consents/recipients'
import { effectOf, type Said, type Standing } from '@kerege/contract/consents/rules'
import type { Carer, Consent, Voice } from '@kerege/contract/consents/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('consents.consents as c')
    .innerJoin('access.accounts as a', 'a.id', 'c.account_id')
    .leftJoin('access.accounts as w', 'w.id', 'c.withdrawn_by')
    .leftJoin('people.relations as r', 'r.id', 'c.giver_relation_id')
    .leftJoin('people.persons as o', 'o.id', 'r.other_id')
    .selectAll('c')
    .select([
      'a.name as by_name',
      'w.name as withdrawn_name',
      sql<string | null>`coalesce(o.label, r.outsider ->> 'name')`.as('carer'),
      sql<number>`(select count(*)::int from consents.disclosures d
        where d.person_id = c.person_id and (d.consent_id = c.id or c.id = any (d.also)))`.as('told'),
      sql<
        Record<string, string>
      >`coalesce((select jsonb_object_agg(x.part, x.words) from consents.words x where x.consent_id = c.id), '{}')`.as(
        'words',
      ),
      sql<
        { id: string; organisation: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'organisation', k.organisation)
        order by k.organisation) from consents.contacts k where k.id = any (c.contacts)), '[]')`.as('named'),
    ])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** The latest first. */
export const ofPerson = (ctx: Context, personId: string): Promise<Found[]> =>
  selected(ctx)
    .where('c.person_id', '=', personId)
    .orderBy('c.recorded_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('c.id', '=', id).executeTakeFirst()

/** In the order of the ids; those that are open to the actor. */
export async function answersOf(ctx: Context, ids: readonly string[]): Promise<Found[]> {
  const rows = await selected(ctx).where(sql<boolean>`c.id = any (${ids}::uuid[])`).execute()
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}

/** As the rules read it; constraints of the table hold the words. */
export const toSaid = (row: Found): Said => ({
  id: row.id,
  kind: row.kind as Said['kind'],
  givenBy: (row.given_by as Giver | null) ?? undefined,
  giver: row.giver_relation_id ?? row.giver_name?.trim().toLocaleLowerCase() ?? undefined,
  capacity: row.capacity as Said['capacity'],
  purposes: row.purposes as Purpose[],
  recipients: row.recipients as RecipientKind[],
  contacts: row.contacts,
  classes: row.classes as Tellable[],
  since: row.since,
  until: row.until ?? undefined,
  withdrawn: row.withdrawn_at !== null,
  custodyEnded: row.custody_ended_at !== null,
  recordedAt: row.recorded_at,
})

const effectNow = (ctx: Context, row: Found, standing: Standing): Effect =>
  effectOf(toSaid(row), today(ctx), standing)

export function toConsent(ctx: Context, row: Found, standing: Standing): Consent {
  const said = toSaid(row)
  const shape = row as unknown as Consent // words that the schema of the command let in
  const { explained, view, withdrawn } = row.words
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    kind: said.kind,
    ...(said.givenBy ? { givenBy: said.givenBy } : {}),
    ...giverOf(row),
    capacity: said.capacity,
    ...(row.language ? { language: row.language } : {}),
    ...(row.explained && shape.explained ? { explained: shape.explained } : {}),
    interpreter: shape.interpreter,
    purposes: [...said.purposes],
    recipients: [...said.recipients],
    contacts: row.named,
    classes: [...said.classes],
    since: row.since,
    ...(row.until ? { until: row.until } : {}),
    evidence: shape.evidence,
    ...(row.evidence_note ? { evidenceNote: row.evidence_note } : {}),
    ...(row.document_id ? { documentId: row.document_id } : {}),
    ...(row.basis && shape.basis ? { basis: shape.basis } : {}),
    ...(row.basis_words ? { basisWords: row.basis_words } : {}),
    effect: effectNow(ctx, row, standing),
    by: { id: row.account_id, name: row.by_name },
    recordedAt: row.recorded_at,
    ...(row.withdrawn_at && row.withdrawn_by && row.withdrawn_name !== null
      ? {
          withdrawn: {
            at: row.withdrawn_at,
            by: { id: row.withdrawn_by, name: row.withdrawn_name },
            who: row.withdrawn_who as Giver,
            ...(withdrawn ? { why: withdrawn } : {}),
          },
        }
      : {}),
    ...(row.custody_ended_at ? { custodyEndedAt: row.custody_ended_at } : {}),
    ...(explained ? { explainedWords: explained } : {}),
    ...(view ? { view } : {}),
    told: row.told,
  }
}

/** Whose words an act of sharing rests on, or is stopped by. */
export const voiceOf = (row: Found): Voice => ({
  id: row.id,
  kind: row.kind as Voice['kind'],
  ...(row.given_by ? { givenBy: row.given_by as Giver } : {}),
  ...(giverOf(row).giverName ? { giverName: giverOf(row).giverName } : {}),
  ...(row.basis_words ? { basisWords: row.basis_words } : {}),
  ...(row.until ? { until: row.until } : {}),
})

const giverOf = (row: Found): Pick<Consent, 'giver' | 'giverName'> => {
  const name = row.giver_name ?? row.carer
  return {
    ...(row.giver_relation_id ? { giver: { relationId: row.giver_relation_id } } : {}),
    ...(name ? { giverName: name } : {}),
  }
}

/** Who may be asked for the person, as the family tree says today. */
export async function carersOf(ctx: Context, personId: string): Promise<Carer[]> {
  const rows = await ctx.tx
    .selectFrom('people.relations as r')
    .leftJoin('people.persons as o', 'o.id', 'r.other_id')
    .select(['r.id', 'r.kind', sql<string | null>`coalesce(o.label, r.outsider ->> 'name')`.as('name')])
    .where('r.person_id', '=', personId)
    .where('r.kind', 'in', ['parent', 'guardian', 'foster-carer'])
    .where('r.end_reason', 'is', null)
    .where('r.standing', '<>', 'refuted')
    .where(sql<boolean>`coalesce(r.outsider ->> 'life', '') <> 'died'`)
    .orderBy('r.kind')
    .orderBy('r.id')
    .execute()
  return rows.flatMap(row =>
    row.name === null ? [] : [{ relationId: row.id, kind: row.kind as Carer['kind'], name: row.name }],
  )
}
