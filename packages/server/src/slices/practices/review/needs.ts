/** What waits for somebody: invitations, reviews, what came back, what is to be assigned, settled or confirmed. */
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { PracticeNeed } from '@kerege/contract/practices/review/schema'
import type { PracticeState } from '@kerege/contract/practices/rules'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'

interface Found {
  kind: PracticeNeed['kind']
  id: string
  number: number | null
  state: string
  shown: PracticeContent | null
  since: string
  due: string | null
}

/** At most so many of a kind: more than one looks through in a morning. */
const most = 50

export async function needs(ctx: Context): Promise<{ rows: PracticeNeed[] }> {
  const { verbs } = ctx.actor
  const rows: PracticeNeed[] = []
  for (const [kind, verb, query] of sources(ctx)) {
    if (!verbs.includes(verb)) continue
    const found = await query.execute(ctx.tx)
    for (const row of found.rows)
      if (row.shown) rows.push(toNeed({ ...row, kind: row.kind ?? kind }, row.shown))
  }
  ctx.trail.shown(rows.map(row => row.practice.id))
  return { rows }
}

const toNeed = (row: Found, content: PracticeContent): PracticeNeed => ({
  kind: row.kind,
  practice: {
    id: row.id,
    ...(row.number === null ? {} : { number: row.number }),
    state: row.state as PracticeState,
    title: content.texts.title,
  },
  since: row.since,
  ...(row.due === null ? {} : { due: row.due }),
})

type Source = readonly [PracticeNeed['kind'], Context['actor']['verbs'][number], RawBuilder<Found>]

function sources(ctx: Context): Source[] {
  const me = ctx.actor.account
  const soon = localDay(new Date(ctx.now.getTime() + 30 * 86_400_000), ctx.node.info.timeZone)
  const row = sql.raw(
    'p.id, p.number, p.state, coalesce((select e.content from practices.editions e where e.id = p.edition_id), practices.working(p.id)) as shown',
  )
  const part = (kind: RawBuilder<unknown>, rest: RawBuilder<unknown>) =>
    sql<Found>`select ${kind} as kind, ${row}, ${rest} limit ${most}`
  return [
    [
      'review',
      'practices.review',
      part(
        sql`case r.state when 'invited' then 'answer' else 'review' end`,
        sql`r.invited_at as since, null::date as due from practices.practices p
          join practices.reviews r on r.practice_id = p.id and r.round = p.round
          where r.account_id = ${me}::uuid and r.state in ('invited', 'accepted') and p.state in ('submitted', 'review')
          order by r.invited_at`,
      ),
    ],
    [
      'revise',
      'practices.write',
      part(
        sql`'revise'`,
        sql`p.updated_at as since, null::date as due from practices.practices p
          where p.author_id = ${me}::uuid and p.state = 'revise' order by p.updated_at`,
      ),
    ],
    [
      'assign',
      'practices.moderate',
      part(
        sql`case when s.settled then 'settle' when p.state = 'submitted' or cardinality(s.seats) < 2 then 'assign' else 'third' end`,
        sql`p.updated_at as since, null::date as due from practices.practices p, practices.standing(p.id) s
          where p.state in ('submitted', 'review') and p.author_id <> ${me}::uuid
            and (s.settled or p.state = 'submitted' or cardinality(s.seats) < 2 or s.seats <@ '{given}')
          order by p.updated_at`,
      ),
    ],
    [
      'confirm',
      'practices.read',
      part(
        sql`'confirm'`,
        sql`coalesce(p.published_at, p.updated_at) as since, p.confirm_by as due from practices.practices p
          where p.state = 'published' and p.confirm_by <= ${soon}::date
            and (p.author_id = ${me}::uuid or ((select access.may('practices.confirm')) and p.country = (select practices.my_country())))
          order by p.confirm_by`,
      ),
    ],
    [
      'take-over',
      'practices.confirm',
      part(
        sql`'take-over'`,
        sql`p.created_at as since, null::date as due from practices.practices p
          where p.state = 'draft' and p.awaits_state and p.country = (select practices.my_country()) order by p.created_at`,
      ),
    ],
  ]
}
