/**
 * What the consul, the doctor and the lead keep of one line: consent and its refusal, proof, needs on board, carers. Each
 * part lies in a compartment of its own, and is absent for whom that is shut.
 */
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Compartment } from '@kerege/contract/access/compartments'
import type {
  LineFile,
  WriteConsent,
  WriteEvidence,
} from '@kerege/contract/repatriation/operations/preparing'
import type { WriteCare, WriteNeeds } from '@kerege/contract/repatriation/operations/preparing'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { getLine } from '../operations/list.ts'
import { get, lock } from '../operations/store.ts'

export async function file(ctx: Context, operationId: string, lineId: string): Promise<LineFile> {
  await get(ctx, operationId)
  const line = await getLine(ctx, operationId, lineId)
  const opened = await sql<{ open: Compartment[] }>`
    select access.open_compartments('read', ${line.person_id}::uuid) as open`.execute(ctx.tx)
  const open = new Set(opened.rows[0]?.open)
  ctx.trail.shown([operationId, lineId, line.person_id])
  const needs = await ctx.tx
    .selectFrom('repatriation.board_needs')
    .select(['needs', 'note'])
    .where('line_id', '=', lineId)
    .executeTakeFirst()
  return {
    ...(open.has('journey') ? { consents: await consentsOf(ctx, lineId) } : {}),
    ...(open.has('identity') || open.has('kinship') ? { evidence: await evidenceOf(ctx, lineId) } : {}),
    ...(open.has('health')
      ? {
          needs: {
            needs: (needs?.needs ?? []) as NonNullable<LineFile['needs']>['needs'],
            ...(needs?.note ? { note: needs.note } : {}),
          },
        }
      : {}),
    care: await careOf(ctx, lineId),
  }
}

async function consentsOf(ctx: Context, lineId: string): Promise<NonNullable<LineFile['consents']>> {
  const rows = await ctx.tx
    .selectFrom('repatriation.consents')
    .selectAll()
    .where('line_id', '=', lineId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    giver: row.giver as WriteConsent['giver'],
    standing: row.standing as WriteConsent['standing'],
    askedOn: row.asked_on,
    ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
    ...(row.through === null ? {} : { through: row.through }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.document_id === null ? {} : { documentId: row.document_id }),
  }))
}

async function evidenceOf(ctx: Context, lineId: string): Promise<NonNullable<LineFile['evidence']>> {
  const rows = await ctx.tx
    .selectFrom('repatriation.evidence')
    .selectAll()
    .where('line_id', '=', lineId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    about: row.about as WriteEvidence['about'],
    standing: row.standing as WriteEvidence['standing'],
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.document_id === null ? {} : { documentId: row.document_id }),
  }))
}

async function careOf(ctx: Context, lineId: string): Promise<LineFile['care']> {
  const rows = await ctx.tx
    .selectFrom('repatriation.care as c')
    .leftJoin('access.accounts as a', 'a.id', 'c.account_id')
    .leftJoin('people.persons as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.from_at', 'c.to_at', 'c.account_id', 'c.person_id', 'a.name', 'p.label'])
    .where('c.line_id', '=', lineId)
    .orderBy('c.from_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    fromAt: row.from_at,
    toAt: row.to_at,
    ...(row.account_id === null ? {} : { accountId: row.account_id }),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    name: row.name ?? row.label ?? '',
  }))
}

/** In the log the ids, in the person's history what is said now; both sealed with the compartment. */
function kept(
  ctx: Context,
  personId: string,
  lineId: string,
  compartment: Compartment,
  field: string,
  after: unknown,
) {
  ctx.trail.touched(lineId, [field])
  ctx.trail.changed({
    personId,
    subjectId: personId,
    compartment,
    kind: 'update',
    version: 1,
    changes: [{ field, before: null, after }],
  })
}

/** What a consent and an item of evidence begin with. */
const began = (ctx: Context, line: { id: string; person_id: string }, id: string) => ({
  id,
  line_id: line.id,
  person_id: line.person_id,
  written_by: ctx.actor.account,
  created_at: ctx.now,
})

export async function writeConsent(
  ctx: Context,
  operationId: string,
  lineId: string,
  id: string,
  body: WriteConsent,
): Promise<void> {
  await lock(ctx, operationId, 'keep')
  const line = await getLine(ctx, operationId, lineId)
  const columns = {
    giver: body.giver,
    standing: body.standing,
    asked_on: body.askedOn,
    answered_on: body.answeredOn ?? null,
    through: body.through ?? null,
    note: body.note ?? null,
    document_id: body.documentId ?? null,
    updated_at: ctx.now,
  }
  const known = await ctx.tx
    .updateTable('repatriation.consents')
    .set(columns)
    .where('id', '=', id)
    .where('line_id', '=', lineId)
    .executeTakeFirst()
  if (known.numUpdatedRows === 0n) {
    await ctx.tx
      .insertInto('repatriation.consents')
      .values({ ...began(ctx, line, id), ...columns })
      .execute()
  }
  kept(ctx, line.person_id, lineId, 'journey', 'consent', { id, ...body })
}

export async function writeEvidence(
  ctx: Context,
  operationId: string,
  lineId: string,
  id: string,
  body: WriteEvidence,
): Promise<void> {
  await lock(ctx, operationId, 'keep')
  const line = await getLine(ctx, operationId, lineId)
  const compartment = body.about === 'kinship' ? 'kinship' : 'identity'
  const columns = {
    about: body.about,
    compartment,
    standing: body.standing,
    text: body.text ?? null,
    document_id: body.documentId ?? null,
    updated_at: ctx.now,
  }
  const known = await ctx.tx
    .updateTable('repatriation.evidence')
    .set(columns)
    .where('id', '=', id)
    .where('line_id', '=', lineId)
    .executeTakeFirst()
  if (known.numUpdatedRows === 0n) {
    await ctx.tx
      .insertInto('repatriation.evidence')
      .values({ ...began(ctx, line, id), ...columns })
      .execute()
  }
  kept(ctx, line.person_id, lineId, compartment, 'evidence', { id, ...body })
}

export async function endEvidence(
  ctx: Context,
  operationId: string,
  lineId: string,
  id: string,
): Promise<void> {
  await lock(ctx, operationId, 'keep')
  const line = await getLine(ctx, operationId, lineId)
  const gone = await ctx.tx
    .deleteFrom('repatriation.evidence')
    .where('id', '=', id)
    .where('line_id', '=', lineId)
    .returning('compartment')
    .executeTakeFirst()
  if (!gone) throw notFound()
  kept(ctx, line.person_id, lineId, gone.compartment as Compartment, 'evidence', { id })
}

export async function writeNeeds(
  ctx: Context,
  operationId: string,
  lineId: string,
  body: z.infer<typeof WriteNeeds>,
): Promise<void> {
  await get(ctx, operationId)
  const line = await getLine(ctx, operationId, lineId)
  const columns = {
    needs: body.needs,
    note: body.note ?? null,
    written_by: ctx.actor.account,
    updated_at: ctx.now,
  }
  await ctx.tx
    .insertInto('repatriation.board_needs')
    .values({ line_id: lineId, person_id: line.person_id, ...columns })
    .onConflict(conflict => conflict.column('line_id').doUpdateSet(columns))
    .execute()
  kept(ctx, line.person_id, lineId, 'health', 'boardNeeds', body)
}

/** The whole day of a child at once: what is not said again is gone. */
export async function writeCare(
  ctx: Context,
  operationId: string,
  lineId: string,
  { spans }: z.infer<typeof WriteCare>,
): Promise<void> {
  await lock(ctx, operationId, 'keep')
  const line = await getLine(ctx, operationId, lineId)
  const faults = await careFaults(ctx, operationId, line.person_id, spans)
  if (faults.length > 0) throw invalid(faults)
  await ctx.tx.deleteFrom('repatriation.care').where('line_id', '=', lineId).execute()
  if (spans.length > 0) {
    await ctx.tx
      .insertInto('repatriation.care')
      .values(
        spans.map(one => ({
          id: one.id,
          line_id: lineId,
          from_at: one.fromAt,
          to_at: one.toAt,
          account_id: one.accountId ?? null,
          person_id: one.personId ?? null,
        })),
      )
      .execute()
  }
  kept(ctx, line.person_id, lineId, 'journey', 'care', spans)
}

/** A carer works in the operation, or travels with it. */
async function careFaults(
  ctx: Context,
  operationId: string,
  childId: string,
  spans: z.infer<typeof WriteCare>['spans'],
): Promise<Fault[]> {
  const staff = await ctx.tx
    .selectFrom('repatriation.staff')
    .select('account_id')
    .where('operation_id', '=', operationId)
    .where('ended_at', 'is', null)
    .execute()
  const travellers = await ctx.tx
    .selectFrom('repatriation.lines')
    .select('person_id')
    .where('operation_id', '=', operationId)
    .execute()
  const known = new Set([
    ...staff.map(row => row.account_id),
    ...travellers.map(row => row.person_id).filter(id => id !== childId),
  ])
  return spans.flatMap((one, at) =>
    known.has(one.accountId ?? one.personId ?? '')
      ? []
      : [{ pointer: `/spans/${at}/${one.accountId ? 'accountId' : 'personId'}`, code: 'not-found' }],
  )
}
