/**
 * Answering an authority. The one who prepares the answer releases nothing: the profile of the state says who decides, and what was
 * decided is what leaves, word for word. A refusal needs nobody else, since nothing leaves.
 */
import type {
  AuthorityRequest,
  ProposeRelease,
  RecordRequest,
  RefuseRequest,
} from '@kerege/contract/consents/requestSchema'
import { Language } from '@kerege/contract/common'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { today } from '../../../platform/localDay.ts'
import { approvalKind, askApproval } from '../../approvals/index.ts'
import { whose } from '../standing.ts'
import { toTell } from '../telling/tell.ts'
import { find, pendingFor, whole } from './store.ts'

const kind = 'authority-request'
/** Under this word the profile of a state says who decides. */
const chain = 'disclosure-to-authority'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function record(
  ctx: Context,
  personId: string,
  draft: RecordRequest,
): Promise<AuthorityRequest> {
  await whose(ctx, personId)
  const known = await find(ctx, draft.id)
  if (known && known.person_id !== personId) throw notFound()
  if (!known) {
    await requireThere(ctx, personId, draft)
    await ctx.tx
      .insertInto('consents.requests')
      .values({
        id: draft.id,
        person_id: personId,
        contact_id: draft.contactId,
        paper: draft.paper,
        paper_on: draft.paperOn,
        document_id: draft.documentId ?? null,
        legal_basis: draft.legalBasis,
        asks: draft.asks,
        due: draft.due,
        account_id: ctx.actor.account,
        recorded_at: ctx.now,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }
  ctx.trail.touched(draft.id, known ? [] : ['state'])
  ctx.trail.touched(personId)
  return whole(ctx, draft.id)
}

async function requireThere(ctx: Context, personId: string, draft: RecordRequest) {
  const contact = await ctx.tx
    .selectFrom('consents.contacts as k')
    .select('k.id')
    .where('k.id', '=', draft.contactId)
    .where('k.kind', '=', 'authority')
    .where('k.closed_at', 'is', null)
    .executeTakeFirst()
  const paper = draft.documentId
    ? await ctx.tx
        .selectFrom('documents.documents as d')
        .select('d.id')
        .where('d.id', '=', draft.documentId)
        .where('d.subject_id', '=', personId)
        .executeTakeFirst()
    : { id: '' }
  const faults = [
    ...(contact ? [] : [{ pointer: '/contactId', code: 'not-found' }]),
    ...(paper ? [] : [{ pointer: '/documentId', code: 'not-found' }]),
    ...(draft.paperOn > today(ctx) ? [{ pointer: '/paperOn', code: 'in-future' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
}

/** @throws DomainError `request-closed`, `approval-pending`, `stale-version` */
async function openToAnswer(ctx: Context, id: string, seen: number) {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  if (row.state === 'released' || row.state === 'refused') {
    throw new DomainError('conflict', 'request-closed', { state: row.state })
  }
  if (await pendingFor(ctx, id)) throw new DomainError('conflict', 'approval-pending')
  if (row.version !== seen) throw new DomainError('conflict', 'stale-version')
  // A decision that ran out or was taken back: it is prepared anew.
  if (row.state === 'asked') await sql`select consents.take_up(${id}::uuid)`.execute(ctx.tx)
  return row
}

export async function propose(ctx: Context, id: string, draft: ProposeRelease): Promise<AuthorityRequest> {
  const row = await openToAnswer(ctx, id, draft.seen)
  const one = await whose(ctx, row.person_id)
  const fields = await toTell(ctx, row.person_id, draft.fields, {
    recipient: 'authority',
    language: draft.language,
    open: one.readable,
  })
  await sql`select consents.propose(${id}::uuid, ${draft.reason}, ${JSON.stringify(fields)}::jsonb, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  await askApproval(ctx, {
    kind,
    subjectKind: 'authority-request',
    subjectId: id,
    personId: row.person_id,
    params: { language: draft.language, fields: fields.length },
    reason: draft.reason,
    steps: stepsOf(ctx),
  })
  ctx.trail.touched(
    id,
    fields.map(field => field.field),
  )
  ctx.trail.touched(row.person_id)
  return whole(ctx, id)
}

type Steps = Parameters<typeof askApproval>[1]['steps']

/** Where the profile says nothing, anybody else who may decide. */
function stepsOf(ctx: Context): Steps {
  const [first, ...rest] = ctx.node.profile.approvals[chain] ?? []
  return first ? [first, ...rest] : [{ verb: 'approvals.decide', dueInDays: 5 }]
}

export async function refuse(
  ctx: Context,
  id: string,
  { seen, reason }: RefuseRequest,
): Promise<AuthorityRequest> {
  const row = await openToAnswer(ctx, id, seen)
  await ctx.tx
    .updateTable('consents.requests')
    .set({
      state: 'refused',
      reason,
      closed_at: ctx.now,
      closed_by: ctx.actor.account,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('state', '=', 'recorded')
    .execute()
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(row.person_id)
  ctx.trail.because(reason, row.person_id)
  return whole(ctx, id)
}

export const authorityRequestKind = approvalKind({
  kind,
  stepUp: true,
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { id, subjectId, params }) => {
    const disclosureId = newId(ctx.now.getTime())
    await sql`select consents.release(${subjectId}::uuid, ${id}::uuid, ${disclosureId}::uuid, ${Language.parse(params['language'])},
      ${today(ctx)}::date, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
    ctx.trail.touched(subjectId, ['state'])
    ctx.trail.touched(disclosureId)
  },
  // It goes back to whoever answers, with the words of the refusal in the decision.
  refused: async (ctx, { id, subjectId }) => {
    await sql`select consents.send_back(${subjectId}::uuid, ${id}::uuid)`.execute(ctx.tx)
  },
})
