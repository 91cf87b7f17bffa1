/**
 * What can be done with kinship. Nothing is deleted: a relation ends, a wrong one ends as corrected. Each change stands
 * in the history of both people, for each without the other's name.
 */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { basesOf, canonical, inverseKind, type KinKind } from '@kerege/contract/people/kinship/kinds'
import type {
  AddRelation,
  ChangeRelation,
  EndRelation,
  Relation,
  RelativeDraft,
  RoughDate,
} from '@kerege/contract/people/kinship/schema'
import { birthRange } from '@kerege/contract/people/rules'
import type { Change, Context } from '../../../platform/context.ts'
import { differences } from '../differences.ts'
import { openCompartments } from '../store.ts'
import { written } from '../duplicates/finding.ts'
import * as store from './store.ts'

/** @throws DomainError `not-found` unless the person's kinship is open to the actor in that mode */
export async function requireKinship(ctx: Context, id: string, mode: 'open' | 'writable'): Promise<void> {
  const compartments = await openCompartments(ctx.tx, id)
  if (!compartments[mode].includes('kinship')) throw notFound()
}

export async function list(ctx: Context, id: string): Promise<{ rows: Relation[]; notShown: number }> {
  await requireKinship(ctx, id, 'open')
  const found = await store.rowsAmong(ctx.tx, [id])
  const open = await store.faces(ctx.tx, found.flatMap(sides))
  const rows = found.flatMap(row => {
    const other = store.relativeOf(row, id, open)
    return other ? [store.relationOf(row, id, other)] : []
  })
  ctx.trail.shown([id, ...rows.flatMap(({ other }) => (other.who === 'person' ? [other.personId] : []))])
  return { rows, notShown: found.length - rows.length }
}

const sides = (row: store.RelationRow) => [row.person_id, ...(row.other_id ? [row.other_id] : [])]

/** A command that is sent again writes nothing new: the id was made by the device. */
export async function add(ctx: Context, id: string, draft: AddRelation): Promise<Relation> {
  await requireKinship(ctx, id, 'writable')
  requireFitting(ctx, draft, draft.kind)
  const { other } = draft
  if (other.who === 'unknown' && draft.kind !== 'parent') {
    throw invalid([{ pointer: '/other/who', code: 'unknown-parent-only' }])
  }
  if (other.who === 'person') await requireOther(ctx, id, other.personId)
  const there = await ctx.tx
    .selectFrom('people.relations')
    .select('id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (there) return one(ctx, id, draft.id)
  await requireOnce(ctx, id, draft)
  await ctx.tx
    .insertInto('people.relations')
    .values({
      id: draft.id,
      ...placed(id, draft.kind, other),
      basis: draft.basis,
      standing: draft.standing,
      since: json(draft.since),
      evidence: JSON.stringify(draft.evidence),
      note: draft.note ?? null,
      version: 1,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  await recorded(ctx, id, draft.id, 'created', undefined)
  return one(ctx, id, draft.id)
}

export async function change(
  ctx: Context,
  id: string,
  relationId: string,
  draft: ChangeRelation,
): Promise<Relation> {
  await requireKinship(ctx, id, 'writable')
  const row = await store.lockRow(ctx.tx, id, relationId, ctx.basedOn)
  requireFitting(ctx, draft, row.kind as KinKind)
  if (row.end_reason === 'corrected') throw new DomainError('conflict', 'relation-corrected')
  if (draft.kind === 'correction' && !draft.reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  if (draft.outsider && row.outsider_id) await changeOutsider(ctx, row.outsider_id, draft.outsider)
  await ctx.tx
    .updateTable('people.relations')
    .set({
      basis: draft.basis,
      standing: draft.standing,
      since: json(draft.since),
      evidence: JSON.stringify(draft.evidence),
      note: draft.note ?? null,
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', relationId)
    .execute()
  await recorded(ctx, id, relationId, draft.kind, row)
  if (draft.reason) ctx.trail.because(draft.reason, id)
  return one(ctx, id, relationId)
}

/** The same outsider may stand beside several children: their details are told once for all that the actor may write. */
async function changeOutsider(ctx: Context, outsiderId: string, details: object) {
  await ctx.tx
    .updateTable('people.relations')
    .set({ outsider: JSON.stringify({ ...details, outsiderId }), updated_at: ctx.now })
    .where('outsider_id', '=', outsiderId)
    .execute()
}

export async function end(
  ctx: Context,
  id: string,
  relationId: string,
  draft: EndRelation,
): Promise<Relation> {
  await requireKinship(ctx, id, 'writable')
  const row = await store.lockRow(ctx.tx, id, relationId, ctx.basedOn)
  if (row.end_reason) throw new DomainError('conflict', 'relation-ended')
  const needsWords = draft.why === 'corrected' || draft.why === 'other'
  if (needsWords && !draft.reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  requirePeriod(ctx, row.since as RoughDate | null, draft.on, '/on')
  await ctx.tx
    .updateTable('people.relations')
    .set({
      end_reason: draft.why,
      until: json(draft.on),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', relationId)
    .execute()
  await recorded(ctx, id, relationId, draft.why === 'corrected' ? 'correction' : 'update', row)
  if (draft.reason) ctx.trail.because(draft.reason, id)
  return one(ctx, id, relationId)
}

async function one(ctx: Context, id: string, relationId: string): Promise<Relation> {
  const row = (await store.rowsAmong(ctx.tx, [id])).find(found => found.id === relationId)
  const other = row && store.relativeOf(row, id, await store.faces(ctx.tx, sides(row)))
  if (!row || !other) throw notFound()
  return store.relationOf(row, id, other)
}

/** Columns that say who is what to whom. */
function placed(id: string, kind: KinKind, other: RelativeDraft) {
  switch (other.who) {
    case 'person': {
      const way = canonical(id, kind, other.personId)
      return { person_id: way.person, kind: way.kind, who: 'person', other_id: way.other }
    }
    case 'outside': {
      const { who, ...outsider } = other
      const told = { outsider_id: other.outsiderId, outsider: JSON.stringify(outsider) }
      return { person_id: id, kind, who, ...told }
    }
    case 'unknown':
      return { person_id: id, kind, who: 'unknown', other_sex: other.sex }
  }
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

async function requireOther(ctx: Context, id: string, otherId: string) {
  const open = await store.faces(ctx.tx, [otherId])
  if (otherId === id || !open.has(otherId)) throw invalid([{ pointer: '/other/personId', code: 'not-found' }])
}

async function requireOnce(ctx: Context, id: string, draft: AddRelation) {
  if (draft.other.who !== 'person') return
  const way = canonical(id, draft.kind, draft.other.personId)
  const twin = (await store.rowsAmong(ctx.tx, [id])).some(
    row =>
      row.person_id === way.person &&
      row.other_id === way.other &&
      row.kind === way.kind &&
      row.basis === draft.basis &&
      row.end_reason === null,
  )
  if (twin) throw invalid([{ pointer: '/other/personId', code: 'twice' }])
}

type Said = Pick<AddRelation, 'basis' | 'since'>

/** A relation rests on what fits its kind, and does not begin in the future. */
function requireFitting(ctx: Context, said: Said, kind: KinKind) {
  if (!basesOf(kind).includes(said.basis)) throw invalid([{ pointer: '/basis', code: 'basis-unfit' }])
  requirePeriod(ctx, said.since ?? null, undefined, '/since')
}

function requirePeriod(ctx: Context, since: RoughDate | null, until: RoughDate | undefined, pointer: string) {
  const begins = since && birthRange(since)
  const ends = until && birthRange(until)
  const latest = ends ?? begins
  if (latest && latest.from > ctx.now.toISOString().slice(0, 10)) {
    throw invalid([{ pointer, code: 'in-the-future' }])
  }
  if (begins && ends && ends.to < begins.from) throw invalid([{ pointer, code: 'period-reversed' }])
}

/** One entry in the history of each side, as that side reads it; the other person is an id there and has no name. */
async function recorded(
  ctx: Context,
  id: string,
  relationId: string,
  kind: Change['kind'],
  before: store.RelationRow | undefined,
) {
  const after = (await store.rowsAmong(ctx.tx, [id])).find(row => row.id === relationId)
  if (!after) throw notFound()
  for (const personId of sides(after)) {
    ctx.trail.changed({
      personId,
      subjectId: personId,
      compartment: 'kinship',
      kind,
      version: after.version,
      changes: differences(before && { relation: told(before, personId) }, {
        relation: told(after, personId),
      }),
    })
    // Families tell persons apart: whoever looks like this one is compared again.
    await written(ctx.tx, personId)
  }
}

function told(row: store.RelationRow, side: string) {
  const kind = row.kind as KinKind
  const { id, who, basis, standing, since, until, end_reason, evidence, note, outsider, other_sex } = row
  const turned = row.other_id === side
  return {
    relationId: id,
    kind: turned ? inverseKind(kind) : kind,
    who,
    otherId: turned ? row.person_id : row.other_id,
    outsider,
    otherSex: other_sex,
    basis,
    standing,
    since,
    until,
    endReason: end_reason,
    evidence,
    note,
  }
}
