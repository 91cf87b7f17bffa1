/** Curricula as shared records. Each change is a version; the older ones stay, since a certificate may rest on one. */
import type { MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import type * as routes from '@kerege/contract/practices/trainings/catalogue/routes'
import type {
  Curriculum,
  CurriculumContent,
  CurriculumFilter,
} from '@kerege/contract/practices/trainings/catalogue/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { openCursor, pageOf } from '../../../../platform/cursor.ts'
import { accountNames, agencyNames, agencyOf } from '../../agencies.ts'
import { requireVersion } from '../../version.ts'

const list = 'curricula'

export async function listed(ctx: Context, filter: CurriculumFilter) {
  const after = openCursor(ctx.node.keys.cursors, list, filter.cursor)
  let query = ctx.tx.selectFrom('practices.curricula').selectAll()
  const { domain, profession, language } = filter
  // None stands for all of them.
  if (domain) query = query.where(sql<boolean>`(domains = '{}' or ${domain} = any (domains))`)
  if (profession) query = query.where(sql<boolean>`(professions = '{}' or ${profession} = any (professions))`)
  if (language) query = query.where(sql<boolean>`${language} = any (languages)`)
  if (after)
    query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, list, { found, limit: filter.limit }, last => [
    last.created_at,
    last.id,
  ])
  const agencies = await agencyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => {
      const content = row.content as CurriculumContent
      return {
        id: row.id,
        version: row.version,
        agency: agencyOf(agencies, row.agency_id),
        title: content.title,
        domains: row.domains as Domain[],
        professions: row.professions as Profession[],
        languages: row.languages,
        hours: content.hours,
        licence: content.licence,
        withdrawn: row.withdrawn_reason !== null,
      }
    }),
    ...next,
  }
}

async function get(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('practices.curricula')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
type Found = Awaited<ReturnType<typeof get>>

const mayChange = (ctx: Context, row: Found) =>
  ctx.actor.verbs.includes('practices.moderate') ||
  (ctx.actor.verbs.includes('trainings.run') && row.agency_id === ctx.actor.agency)

export async function whole(ctx: Context, id: string, number?: number): Promise<Curriculum> {
  const row = await get(ctx, id)
  const versions = await ctx.tx
    .selectFrom('practices.curriculum_versions')
    .selectAll()
    .where('curriculum_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const asked = versions.find(one => one.number === (number ?? row.number))
  if (!asked) throw notFound()
  const names = await accountNames(
    ctx.tx,
    versions.map(one => one.account_id),
  )
  const events = await ctx.tx
    .selectFrom('practices.training_events')
    .select(['id', 'title'])
    .where('curriculum_id', '=', id)
    .orderBy('from_day', 'desc')
    .limit(50)
    .execute()
  ctx.trail.shown([id])
  return {
    id,
    version: row.version,
    agency: agencyOf(await agencyNames(ctx.tx), row.agency_id),
    number: asked.number,
    current: row.number,
    content: asked.content as CurriculumContent,
    ...(row.withdrawn_reason === null ? {} : { withdrawnReason: row.withdrawn_reason }),
    versions: versions.map(one => ({
      number: one.number,
      at: one.at,
      by: names.get(one.account_id) ?? '',
    })),
    events: events.map(one => ({ id: one.id, title: one.title as MultiText })),
    mayChange: mayChange(ctx, row) && row.withdrawn_reason === null,
  }
}

const columns = (content: CurriculumContent) => ({
  content: JSON.stringify(content),
  domains: content.domains,
  professions: content.professions,
  languages: content.languages,
})

const keepVersion = (ctx: Context, id: string, number: number, content: CurriculumContent) =>
  ctx.tx
    .insertInto('practices.curriculum_versions')
    .values({
      curriculum_id: id,
      number,
      content: JSON.stringify(content),
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()

export async function add(ctx: Context, body: Parsed<typeof routes.addCurriculum>['body']) {
  const made = await ctx.tx
    .insertInto('practices.curricula')
    .values({
      id: body.id,
      agency_id: ctx.actor.agency,
      account_id: ctx.actor.account,
      ...columns(body.content),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await keepVersion(ctx, body.id, 1, body.content)
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** @throws DomainError `not-yours`, `curriculum-withdrawn` */
async function lockMine(ctx: Context, id: string): Promise<Found> {
  const seen = await get(ctx, id)
  if (!mayChange(ctx, seen)) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from practices.curricula where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (row.withdrawn_reason !== null) throw new DomainError('conflict', 'curriculum-withdrawn')
  requireVersion(ctx, row.version)
  return row
}

export async function change(ctx: Context, id: string, content: CurriculumContent) {
  const row = await lockMine(ctx, id)
  const number = row.number + 1
  await ctx.tx
    .updateTable('practices.curricula')
    .set({ ...columns(content), number, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await keepVersion(ctx, id, number, content)
  ctx.trail.touched(id, ['content'])
  return whole(ctx, id)
}

export async function withdraw(ctx: Context, id: string, reason: string) {
  const row = await lockMine(ctx, id)
  await ctx.tx
    .updateTable('practices.curricula')
    .set({ withdrawn_reason: reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['withdrawn'])
  ctx.trail.because(reason)
  return whole(ctx, id)
}
