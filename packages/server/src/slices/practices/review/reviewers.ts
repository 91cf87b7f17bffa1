/** Everybody who may be asked for a review, for those who choose among them, and what is set for one of them. They are some dozens. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type { Reviewer, ReviewerProfile, ReviewerRow } from '@kerege/contract/practices/review/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emit } from '../../../platform/outbox.ts'
import { requireVersion } from '../record/policy.ts'
import { writeProfile } from './settings.ts'

interface Found {
  id: string
  name: string
  agency: unknown
  country: string | null
  language: string
  domains: string[] | null
  languages: string[] | null
  available: boolean | null
  version: number | null
  busy: number
}

async function found(ctx: Context, id?: string): Promise<Reviewer[]> {
  const { rows } = await sql<Found>`
    select a.id, a.name, g.name as agency, c.country, a.language, v.domains, v.languages, v.available, v.version,
      (select count(*)::int from practices.reviews b where b.account_id = a.id and b.state in ('invited', 'accepted')) as busy
    from practices.can_review() c
    join access.accounts a on a.id = c.account_id
    join access.agencies g on g.id = c.agency_id
    left join practices.reviewers v on v.account_id = a.id
    where ${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid
    order by c.country nulls last, a.name, a.id`.execute(ctx.tx)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    agency: row.agency as MultiText,
    ...(row.country === null ? {} : { country: row.country }),
    domains: (row.domains ?? []) as Domain[],
    // Who has said nothing yet reads the language of their screen.
    languages: (row.languages ?? languages.filter(one => one === row.language)) as Language[],
    available: row.available ?? true,
    busy: row.busy,
    version: row.version ?? 0,
  }))
}

export async function list(ctx: Context): Promise<{ rows: ReviewerRow[] }> {
  const rows = await found(ctx)
  ctx.trail.shown(rows.map(row => row.id))
  return { rows: rows.map(({ version: _, ...row }) => row) }
}

/** @throws DomainError `not-found` for who may not review */
export async function read(ctx: Context, id: string): Promise<Reviewer> {
  const [one] = await found(ctx, id)
  if (!one) throw notFound()
  ctx.trail.shown([id])
  return one
}

export async function set(
  ctx: Context,
  id: string,
  said: Omit<ReviewerProfile, 'version'>,
): Promise<Reviewer> {
  const { version } = await read(ctx, id)
  requireVersion(ctx, version)
  await writeProfile(ctx, id, said, version + 1)
  // Nobody's own word about themselves is changed behind their back.
  if (id !== ctx.actor.account) await emit(ctx.tx, 'reviewer.changed', { accountId: id })
  return read(ctx, id)
}
