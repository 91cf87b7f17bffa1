/**
 * Asking to see a file. Whose word counts follows from the ages of the state, and who decides for a child from the family tree as it
 * stands today. A second person releases it; what is kept back is said item by item, with its reason, by who may see the item.
 */
import type {
  AskFile,
  FilePreview,
  FileRequest,
  HandOverFile,
  PersonFiles,
  Withhold,
} from '@kerege/contract/rights/files'
import type { Compartment } from '@kerege/contract/access/compartments'
import { termsOf } from '@kerege/contract/profile/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { approvalKind, askApproval } from '../../approvals/index.ts'
import { carersOf, whose } from '../../consents/index.ts'
import { receiptHash } from '../complaints/days.ts'
import { type HeldRow, headsOf } from './items.ts'
import { find, get, ofPerson } from './store.ts'

const kind = 'file-release'
/** Where the profile of a state says nothing: a month, as for a complaint. */
const usualDays = 30
const dayMs = 86_400_000

export async function filesOf(ctx: Context, personId: string): Promise<PersonFiles> {
  const { standing, writable } = await whose(ctx, personId)
  const rows = await ofPerson(ctx, personId)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  return {
    rows,
    mayAsk: writable.includes('contact') && !rows.some(row => row.state === 'asked'),
    word: standing.word,
    carers: await carersOf(ctx, personId),
  }
}

/** A command that is sent again makes nothing new. @throws DomainError `file-asked` while one waits already */
export async function ask(ctx: Context, personId: string, draft: AskFile): Promise<FileRequest> {
  await whose(ctx, personId)
  const known = await find(ctx, draft.id)
  if (known && known.person_id !== personId) throw notFound()
  if (!known) {
    await requireWord(ctx, personId, draft)
    await write(ctx, personId, draft)
    await askApproval(ctx, {
      kind,
      subjectKind: 'file-request',
      subjectId: draft.id,
      personId,
      params: { language: draft.language },
      reason: draft.identityNote ?? draft.identity,
      steps: stepsOf(ctx),
    })
  }
  ctx.trail.touched(draft.id, known ? [] : ['state'])
  ctx.trail.touched(personId)
  return get(ctx, draft.id)
}

type Steps = Parameters<typeof askApproval>[1]['steps']

/** Where the profile says nothing, anybody else who may decide. */
function stepsOf(ctx: Context): Steps {
  const [first, ...rest] = ctx.node.profile.approvals[kind] ?? []
  return first ? [first, ...rest] : [{ verb: 'approvals.decide', dueInDays: 10 }]
}

/** Somebody of age asks themselves; for a child asks who decides for it today, or a court. */
async function requireWord(ctx: Context, personId: string, draft: AskFile) {
  const { standing } = await whose(ctx, personId)
  const carers = draft.relationId ? await carersOf(ctx, personId) : []
  const wrong =
    (draft.askedBy === 'self' && standing.word === 'carer') ||
    (draft.askedBy === 'carer' && standing.word === 'own')
  const faults = [
    ...(wrong ? [{ pointer: '/askedBy', code: 'not-theirs-to-ask' }] : []),
    ...(draft.relationId && !carers.some(one => one.relationId === draft.relationId)
      ? [{ pointer: '/relationId', code: 'not-found' }]
      : []),
    ...(draft.askedOn > today(ctx) ? [{ pointer: '/askedOn', code: 'in-future' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
}

async function write(ctx: Context, personId: string, draft: AskFile) {
  const days = ctx.node.profile.fileRequestDays?.value ?? usualDays
  const made = await ctx.tx
    .insertInto('rights.file_requests')
    .values({
      id: draft.id,
      person_id: personId,
      asked_by: draft.askedBy,
      relation_id: draft.relationId ?? null,
      identity: draft.identity,
      identity_note: draft.identityNote ?? null,
      language: draft.language,
      asked_on: draft.askedOn,
      due: addDays(draft.askedOn, days),
      receipt: receiptHash(ctx.node, draft.code),
      account_id: ctx.actor.account,
      recorded_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'file-asked')
}

/** What would be shown, as far as it is open to the reader. */
export async function preview(ctx: Context, id: string): Promise<FilePreview> {
  const request = await get(ctx, id)
  ctx.trail.shown([id, request.personId])
  const { writable } = await whose(ctx, request.personId)
  return {
    request,
    heads: headsOf(await rowsOf(ctx, request)),
    mayWithhold: request.state === 'asked' ? (writable as Compartment[]) : [], // the role table knows no other
  }
}

const rowsOf = async (ctx: Context, { id, personId, language }: FileRequest): Promise<HeldRow[]> =>
  (
    await sql<HeldRow>`
      select f.head, f.name, f.row_id, f.section, f.content, w.reason as withheld
      from rights.file_preview(${personId}::uuid, ${language}) with ordinality f (head, name, row_id, section, content, n)
      left join rights.file_withheld w on w.request_id = ${id}::uuid and w.part = f.name and w.row_id = f.row_id
      order by f.n`.execute(ctx.tx)
  ).rows

/** @throws DomainError `request-closed` once it was released or refused */
export async function withhold(ctx: Context, id: string, draft: Withhold): Promise<FilePreview> {
  const request = await get(ctx, id)
  if (request.state !== 'asked') throw new DomainError('conflict', 'request-closed', { state: request.state })
  const row = (await rowsOf(ctx, request)).find(one => one.name === draft.part && one.row_id === draft.rowId)
  if (!row) throw notFound()
  await ctx.tx
    .deleteFrom('rights.file_withheld')
    .where('request_id', '=', id)
    .where('part', '=', draft.part)
    .where('row_id', '=', draft.rowId)
    .execute()
  if (draft.reason) {
    await ctx.tx
      .insertInto('rights.file_withheld')
      .values({
        request_id: id,
        person_id: request.personId,
        part: draft.part,
        row_id: draft.rowId,
        compartment: row.section,
        reason: draft.reason,
        account_id: ctx.actor.account,
        at: ctx.now,
      })
      .execute()
  }
  ctx.trail.touched(id, ['withheld'])
  ctx.trail.touched(request.personId)
  return preview(ctx, id)
}

/** @throws DomainError `stale-version`, `request-closed` unless it was released */
export async function handOver(ctx: Context, id: string, draft: HandOverFile): Promise<FileRequest> {
  const request = await get(ctx, id)
  if (request.version !== draft.seen) {
    throw new DomainError('conflict', 'stale-version', { version: request.version })
  }
  if (request.state !== 'released')
    throw new DomainError('conflict', 'request-closed', { state: request.state })
  if (draft.on > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-future' }])
  await ctx.tx
    .updateTable('rights.file_requests')
    .set({
      state: 'handed',
      handed_on: draft.on,
      handed_by: ctx.actor.account,
      handed_how: draft.how,
      version: request.version + 1,
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(request.personId)
  return get(ctx, id)
}

export const fileReleaseKind = approvalKind({
  kind,
  stepUp: true,
  execute: async (ctx, { id, subjectId }) => {
    const until = new Date(ctx.now.getTime() + termsOf(ctx.node.profile).fileOpenDays * dayMs).toISOString()
    await sql`select rights.release_file(${subjectId}::uuid, ${id}::uuid, ${until}::timestamptz, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    ctx.trail.touched(subjectId, ['state'])
  },
  refused: async (ctx, { id, subjectId }) => {
    await sql`select rights.refuse_file(${subjectId}::uuid, ${id}::uuid)`.execute(ctx.tx)
  },
})
