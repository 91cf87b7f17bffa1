/** Libraries elsewhere: kept by those who moderate, looked at by the clock, read by everybody who reads practices. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/libraries/routes'
import type { ExternalFilter, Library } from '@kerege/contract/practices/libraries/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { openCursor, pageOf } from '../../../../platform/cursor.ts'
import { namesInside } from '../../../../platform/outside.ts'

export async function list(ctx: Context): Promise<{ rows: Library[] }> {
  const rows = await ctx.tx
    .selectFrom('practices.libraries as l')
    .selectAll('l')
    .select(eb =>
      eb
        .selectFrom('practices.library_records as r')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('r.library_id', '=', 'l.id')
        .as('records'),
    )
    .orderBy('l.name')
    .orderBy('l.id')
    .execute()
  return {
    rows: rows.map(row => ({
      id: row.id,
      name: row.name,
      url: row.url,
      ...(row.set_spec === null ? {} : { set: row.set_spec }),
      watched: row.watched,
      everyHours: row.every_hours,
      records: row.records ?? 0,
      ...(row.tried_at === null ? {} : { triedAt: row.tried_at }),
      ...(row.taken_at === null ? {} : { takenAt: row.taken_at }),
      dueAt: row.due_at,
      ...(row.fault === null ? {} : { fault: row.fault as NonNullable<Library['fault']> }),
      version: row.version,
    })),
  }
}

/** @throws DomainError `library-there`, a fault for an address within the house */
export async function add(ctx: Context, body: Parsed<typeof routes.addLibrary>['body']) {
  // A name is looked at when it is called, too: what it stands for may change until then.
  if (namesInside(new URL(body.url).hostname)) {
    throw invalid([{ pointer: '/url', code: 'library-address' }])
  }
  const added = await ctx.tx
    .insertInto('practices.libraries')
    .values({
      id: body.id,
      name: body.name,
      url: body.url,
      set_spec: body.set ?? null,
      every_hours: body.everyHours,
      due_at: ctx.now,
      added_by: ctx.actor.account,
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    const own = await ctx.tx
      .selectFrom('practices.libraries')
      .select('id')
      .where('id', '=', body.id)
      .executeTakeFirst()
    if (!own) throw new DomainError('conflict', 'library-there')
  }
  ctx.trail.touched(body.id)
  return list(ctx)
}

/** @throws DomainError `stale-version` */
export async function change(ctx: Context, id: string, body: Parsed<typeof routes.changeLibrary>['body']) {
  const changed = await ctx.tx
    .updateTable('practices.libraries')
    .set({ name: body.name, watched: body.watched, every_hours: body.everyHours, version: body.version + 1 })
    .where('id', '=', id)
    .where('version', '=', body.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await explain(ctx, id)
  ctx.trail.touched(id, ['settings'])
  return list(ctx)
}

async function explain(ctx: Context, id: string): Promise<never> {
  const row = await ctx.tx
    .selectFrom('practices.libraries')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  throw row ? new DomainError('conflict', 'stale-version', { version: row.version }) : notFound()
}

export async function look(ctx: Context, id: string) {
  const asked = await ctx.tx
    .updateTable('practices.libraries')
    .set({ due_at: ctx.now })
    .where('id', '=', id)
    .executeTakeFirst()
  if (asked.numUpdatedRows === 0n) throw notFound()
  ctx.trail.touched(id)
  return list(ctx)
}

export async function remove(ctx: Context, id: string, reason: string) {
  const gone = await ctx.tx.deleteFrom('practices.libraries').where('id', '=', id).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw notFound()
  ctx.trail.touched(id)
  ctx.trail.because(reason)
  return list(ctx)
}

export async function records(ctx: Context, filter: ExternalFilter) {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'elsewhere', filter.cursor)
  const found = await ctx.tx
    .selectFrom('practices.library_records as r')
    .innerJoin('practices.libraries as l', 'l.id', 'r.library_id')
    .select(['r.id', 'r.title', 'r.url', 'r.creators', 'r.summary', 'r.dated', 'r.language', 'r.subjects'])
    .select(['l.id as library_id', 'l.name as library_name'])
    .$if(filter.library !== undefined, query => query.where('r.library_id', '=', filter.library ?? ''))
    // Folded as the public search folds: any script, no accents. A blank before a word makes it begin there.
    .$if((filter.q ?? '') !== '', query =>
      query.where(
        sql<boolean>`r.folded like all (array(select '% ' || w || '%' from unnest(string_to_array(btrim(council.folded(${filter.q ?? ''})), ' ')) w where w <> ''))`,
      ),
    )
    .$if(after !== null, query =>
      query.where(sql<boolean>`(r.title, r.id) > (${after?.[0] ?? ''}, ${after?.[1] ?? null}::uuid)`),
    )
    .orderBy('r.title')
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(cursors, 'elsewhere', { found, limit: filter.limit }, last => [
    last.title,
    last.id,
  ])
  return {
    rows: shown.map(row => ({
      id: row.id,
      title: row.title,
      ...(row.url === null ? {} : { url: row.url }),
      creators: row.creators,
      ...(row.summary === null ? {} : { summary: row.summary }),
      ...(row.dated === null ? {} : { dated: row.dated }),
      ...(row.language === null ? {} : { language: row.language }),
      subjects: row.subjects,
      library: { id: row.library_id, name: row.library_name },
    })),
    ...next,
  }
}
