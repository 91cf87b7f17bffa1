/** Who comes, as the reader may see it: their own, those of their state, or all. */
import { notFound } from '@kerege/contract/errors'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import {
  type RegistrationSide,
  type RegistrationState,
  registrationMayBecome,
} from '@kerege/contract/practices/trainings/events/rules'
import type { Registration } from '@kerege/contract/practices/trainings/events/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { accountNames, agencyNames, agencyOf } from '../../agencies.ts'
import { certificateNumber } from '../after/certificateNumber.ts'
import { type FoundEvent, runs, standingOf } from './store.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.training_registrations as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .leftJoin('practices.certificates as c', 'c.registration_id', 'r.id')
    .selectAll('r')
    .select([
      'a.name',
      'a.state as account_state',
      'c.id as certificate_id',
      'c.year',
      'c.number',
      'c.hours',
      'c.code',
      'c.issued_at',
      'c.revoked_at',
    ])
    .select(sql<boolean>`practices.speaks_for(r.country)`.as('at_home'))
export type FoundRegistration = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export async function get(ctx: Context, id: string): Promise<FoundRegistration> {
  const row = await selected(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Those of no state are nominated by the organiser; nobody nominates themselves. */
export function sidesOf(
  ctx: Context,
  event: Pick<FoundEvent, 'agency_id'>,
  row: Pick<FoundRegistration, 'account_id' | 'country' | 'at_home'>,
): RegistrationSide[] {
  const own = row.account_id === ctx.actor.account
  const organiser = runs(ctx, event)
  return [
    ...(own ? (['participant'] as const) : []),
    ...(organiser ? (['organiser'] as const) : []),
    ...((row.at_home && !own) || (row.country === null && organiser) ? (['focal'] as const) : []),
  ]
}

export async function registrationsOf(ctx: Context, event: FoundEvent): Promise<Registration[]> {
  const rows = await selected(ctx)
    .where('r.event_id', '=', event.id)
    .orderBy('r.nominated_at')
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute()
  if (rows.length === 0) return []
  const attendance = await ctx.tx
    .selectFrom('practices.training_attendance')
    .select(['session_id', 'registration_id', 'present'])
    .where(
      'registration_id',
      'in',
      rows.map(row => row.id),
    )
    .execute()
  const names = await accountNames(
    ctx.tx,
    rows.map(row => row.nominated_by),
  )
  const agencies = await agencyNames(ctx.tx)
  const noted = Map.groupBy(attendance, one => one.registration_id)
  const standing = standingOf(ctx, event)
  const before = standing === 'open' || standing === 'closed'
  return rows.map(row => {
    const state = row.state as RegistrationState
    const sides = sidesOf(ctx, event, row)
    const can = (to: RegistrationState) => registrationMayBecome(state, to, sides)
    const sessions = (present: boolean) =>
      (noted.get(row.id) ?? []).filter(one => one.present === present).map(one => one.session_id)
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      agency: agencyOf(agencies, row.agency_id),
      ...(row.country === null ? {} : { country: row.country }),
      profession: row.profession as Profession,
      language: row.language,
      words: row.words,
      state,
      ...(row.reason === null ? {} : { reason: row.reason }),
      askedAt: row.asked_at,
      ...(row.nominated_by === null ? {} : { nominatedBy: names.get(row.nominated_by) ?? '' }),
      present: sessions(true),
      absent: sessions(false),
      ...certificateOf(row),
      may: {
        // Who is blocked meanwhile cannot come, and takes nobody's place.
        nominate: before && row.account_state === 'active' && can('waiting'),
        confirm: before && row.account_state === 'active' && can('confirmed'),
        decline: before && can('declined'),
        withdraw: before && can('withdrawn'),
        again: standing === 'open' && can('asked'),
      },
    }
  })
}

const certificateOf = (row: FoundRegistration): Pick<Registration, 'certificate'> =>
  row.certificate_id === null || row.year === null || row.number === null
    ? {}
    : {
        certificate: {
          id: row.certificate_id,
          number: certificateNumber(row.year, row.number),
          hours: Number(row.hours),
          issuedAt: row.issued_at ?? '',
          ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
          code: row.code ?? '',
        },
      }
