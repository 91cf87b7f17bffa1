/** Requests to see a file in SQL. */
import type { FileRequest } from '@kerege/contract/rights/files'
import type { Language } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('rights.file_requests as r')
    .innerJoin('people.persons as p', 'p.id', 'r.person_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .leftJoin('access.accounts as h', 'h.id', 'r.handed_by')
    .select([
      'r.id',
      'r.version',
      'r.person_id',
      'r.asked_by',
      'r.identity',
      'r.identity_note',
      'r.language',
      'r.asked_on',
      'r.due',
      'r.state',
      'r.account_id',
      'r.open_until',
      'r.opened',
      'r.opened_at',
      'r.handed_on',
      'r.handed_by',
      'r.handed_how',
      'p.label as person',
      'a.name as by_name',
      'h.name as handed_name',
      sql<number>`(select count(*)::int from rights.file_withheld w where w.request_id = r.id)`.as(
        'kept_back',
      ),
      sql<
        string | null
      >`(select v.id from approvals.approvals v where v.kind = 'file-release' and v.subject_id = r.id
        and v.state = 'pending')`.as('approval_id'),
      sql<boolean>`access.covers('write', 'contact', r.person_id)`.as('writable'),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export async function ofPerson(ctx: Context, personId: string): Promise<FileRequest[]> {
  const rows = await selected(ctx)
    .where('r.person_id', '=', personId)
    .orderBy('r.recorded_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => toRequest(ctx, row))
}

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('r.id', '=', id).executeTakeFirst()

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<FileRequest> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  return toRequest(ctx, row)
}

// Words of state and way are constraints of the table.
const toRequest = (ctx: Context, row: Found): FileRequest => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  person: row.person,
  askedBy: row.asked_by as FileRequest['askedBy'],
  identity: row.identity as FileRequest['identity'],
  ...(row.identity_note === null ? {} : { identityNote: row.identity_note }),
  language: row.language as Language,
  askedOn: row.asked_on,
  due: row.due,
  state: row.state as FileRequest['state'],
  by: { id: row.account_id, name: row.by_name },
  ...(row.open_until ? { openUntil: row.open_until } : {}),
  opened: row.opened,
  ...(row.opened_at ? { openedAt: row.opened_at } : {}),
  ...(row.handed_on && row.handed_by && row.handed_name !== null
    ? {
        handed: {
          on: row.handed_on,
          by: { id: row.handed_by, name: row.handed_name },
          how: row.handed_how as NonNullable<FileRequest['handed']>['how'],
        },
      }
    : {}),
  ...(row.approval_id ? { approvalId: row.approval_id } : {}),
  withheld: row.kept_back,
  mayChange: row.writable && ctx.actor.verbs.includes('files.request'),
})
