/** Transfers in SQL, as who works with the case reads them. Policies filter underneath. */
import type { MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type {
  CaseTransfers,
  Transfer,
  TransferPlaces,
  TransferState,
  TransfersToday,
} from '@kerege/contract/transfers/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { findCase, worksOnCase } from '../cases/index.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('transfers.transfers as x')
    .innerJoin('access.accounts as a', 'a.id', 'x.account_id')
    .innerJoin('access.agencies as f', 'f.id', 'x.from_agency_id')
    .innerJoin('access.agencies as g', 'g.id', 'x.agency_id')
    .leftJoin('access.teams as ft', 'ft.id', 'x.from_team_id')
    .leftJoin('access.teams as gt', 'gt.id', 'x.team_id')
    .leftJoin('access.accounts as r', 'r.id', 'x.receiver_id')
    .select(['x.id', 'x.version', 'x.case_id', 'x.person_id', 'x.state', 'x.account_id', 'a.name as sender'])
    .select(['x.from_agency_id', 'f.name as from_agency', 'x.from_team_id', 'ft.name as from_team'])
    .select(['x.agency_id', 'g.name as agency', 'x.team_id', 'gt.name as team'])
    .select(['x.receiver_id', 'r.name as receiver', 'x.answer_by', 'x.asked_at', 'x.answered_at'])
    .select(['x.noted_at', 'x.updated_at'])
    .select(
      sql<boolean>`x.receiver_id is not null and not exists (
        select 1 from transfers.receivers(x.agency_id, x.team_id) w where w.account_id = x.receiver_id)`.as(
        'gone',
      ),
    )
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]
export const selectedTransfers = selected

/** Without the rows that only the other side reads: they have pages of their own. */
export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx)
    .where('x.id', '=', id)
    .where(sql<boolean>`exists (select 1 from cases.cases c where c.id = x.case_id)`)
    .executeTakeFirst()

export const placeOf = (
  agencyId: string,
  agency: unknown,
  teamId: string | null,
  team: string | null,
): Transfer['from'] => ({
  agencyId,
  agency: agency as MultiText, // names of agencies are written by one form, which let it in
  ...(teamId && team ? { team: { id: teamId, name: team } } : {}),
})

export const isLate = (ctx: Context, row: Pick<Found, 'state' | 'answer_by'>) =>
  row.state === 'asked' && row.answer_by < today(ctx)

export async function ofCase(ctx: Context, caseId: string): Promise<CaseTransfers> {
  const one = await findCase(ctx, caseId)
  if (!one) throw notFound()
  const rows = await selected(ctx)
    .where('x.case_id', '=', caseId)
    .orderBy('x.asked_at', 'desc')
    .orderBy('x.id', 'desc')
    .execute()
  const words = await ctx.tx
    .selectFrom('transfers.words as w')
    .innerJoin('transfers.transfers as x', 'x.id', 'w.transfer_id')
    .leftJoin('access.accounts as a', 'a.id', 'w.account_id')
    .select(['w.transfer_id', 'w.what', 'w.words', 'w.at', 'w.account_id', 'a.name'])
    .where('x.case_id', '=', caseId)
    .orderBy('w.number')
    .execute()
  const mine = worksOnCase(ctx, one)
  const over = ['closing', 'ended', 'transferred', 'merged'].includes(one.state)
  ctx.trail.shown([caseId, one.person_id, ...rows.map(row => row.id)])
  return {
    rows: rows.map(row => {
      const own = words.filter(word => word.transfer_id === row.id)
      const stopped = own.find(word => word.what === 'stopped')?.words
      return {
        ...base(ctx, row),
        ...(stopped ? { stopped: stopped as 'case-moved' } : {}),
        words: own.map(word => ({
          what: word.what as 'asked', // a constraint of the table
          at: word.at,
          ...(word.account_id && word.name !== null ? { by: { id: word.account_id, name: word.name } } : {}),
          ...(word.words && word.what !== 'stopped' ? { words: word.words } : {}),
        })),
        mayTakeBack: row.state === 'asked' && (mine || row.account_id === ctx.actor.account),
      }
    }),
    mayAsk: mine && !over && !rows.some(row => row.state === 'asked'),
  }
}

const base = (ctx: Context, row: Found): Omit<Transfer, 'words' | 'mayTakeBack'> => ({
  id: row.id,
  version: row.version,
  caseId: row.case_id,
  state: row.state as TransferState,
  from: placeOf(row.from_agency_id, row.from_agency, row.from_team_id, row.from_team),
  to: placeOf(row.agency_id, row.agency, row.team_id, row.team),
  by: { id: row.account_id, name: row.sender },
  ...(row.receiver_id && row.receiver ? { receiver: { id: row.receiver_id, name: row.receiver } } : {}),
  receiverGone: row.state === 'asked' && row.gone,
  askedAt: row.asked_at,
  answerBy: row.answer_by,
  late: isLate(ctx, row),
  ...(row.answered_at ? { answeredAt: row.answered_at } : {}),
  noted: row.noted_at !== null,
})

/** Agencies in which somebody can say yes; one's own first. */
export async function places(ctx: Context): Promise<TransferPlaces> {
  const found = await sql<{
    id: string
    name: MultiText
    contact: string | null
    teams: { id: string; name: string }[]
    people: { id: string; name: string; team: string | null }[]
  }>`
    select g.id, g.name,
      (select o.id from services.organisations o where o.agency_id = g.id and o.closed_at is null order by o.created_at, o.id limit 1) as contact,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name, t.id) from access.teams t
        where t.agency_id = g.id), '[]') as teams,
      jsonb_agg(jsonb_build_object('id', r.account_id, 'name', r.name, 'team', r.team_id)) as people
    from access.agencies g
    cross join lateral transfers.receivers(g.id, null) r
    group by g.id, g.name
    order by g.id = ${ctx.actor.agency}::uuid desc, g.id`.execute(ctx.tx)
  return {
    rows: found.rows.map(row => ({
      agencyId: row.id,
      name: row.name,
      own: row.id === ctx.actor.agency,
      ...(row.contact ? { contactId: row.contact } : {}),
      teams: row.teams,
      people: row.people.map(({ id, name, team }) => ({ id, name, ...(team ? { teamId: team } : {}) })),
    })),
  }
}

/** What was asked by me, or of my families, and came back or waits too long. */
export async function waiting(ctx: Context): Promise<TransfersToday> {
  const rows = await selected(ctx)
    .innerJoin('cases.cases as c', 'c.id', 'x.case_id')
    .innerJoin('people.persons as p', 'p.id', 'x.person_id')
    .leftJoin('transfers.words as w', join =>
      join.onRef('w.transfer_id', '=', 'x.id').on('w.what', 'in', ['declined', 'stopped']),
    )
    .select(['p.label as person', 'w.words', 'w.what'])
    .where(sql<boolean>`${ctx.actor.account}::uuid in (x.account_id, c.worker_id)`)
    .where(
      sql<boolean>`(x.state in ('declined', 'stopped') and x.noted_at is null and c.state not in ('ended', 'transferred', 'merged'))
        or (x.state = 'asked' and x.answer_by < ${today(ctx)}::date)`,
    )
    .orderBy('x.updated_at')
    .limit(100)
    .execute()
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return {
    rows: rows.map(row => ({
      id: row.id,
      caseId: row.case_id,
      person: row.person,
      state: row.state as TransferState,
      late: isLate(ctx, row),
      agency: row.agency as unknown as MultiText,
      answerBy: row.answer_by,
      at: row.updated_at,
      ...(row.words && row.what === 'declined' ? { why: row.words } : {}),
      ...(row.words && row.what === 'stopped' ? { stopped: row.words as 'case-moved' } : {}),
    })),
  }
}
