/** A file becomes rows to look at: opened, read by the mapping of its source where that is known, or by a guess. */
import { DomainError } from '@kerege/contract/errors'
import { folded } from '@kerege/contract/repatriation/manifest/fold'
import type { MapImport } from '@kerege/contract/repatriation/manifest/imports'
import { readInTurns } from '@kerege/contract/repatriation/manifest/read'
import { ManifestMap, type ManifestReading } from '@kerege/contract/repatriation/manifest/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { turns } from '../../../platform/turns.ts'
import { requireOpenList } from '../operations/list.ts'
import { lock } from '../operations/store.ts'
import { openManifest } from './openFile.ts'
import { type KeptBook, keptBook, openedBook } from './shapes.ts'
import { lockImport, moved, writeRows } from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** Brought twice is brought once: the id was made by the device. */
export async function bring(
  ctx: Context,
  operationId: string,
  importId: string,
  bytes: Uint8Array,
): Promise<void> {
  const operation = await lock(ctx, operationId, 'keep')
  requireOpenList(operation)
  const known = await ctx.tx
    .selectFrom('repatriation.imports')
    .select('id')
    .where('id', '=', importId)
    .executeTakeFirst()
  if (known) return
  const turn = turns()
  const book = openManifest(bytes)
  await turn()
  const guess = await readInTurns(book, today(ctx), {}, turn)
  const template = await templateFor(ctx, guess)
  const reading = template ? await readInTurns(book, today(ctx), template.map, turn) : guess
  const { rows, map, ...about } = reading
  await turn()
  await ctx.tx
    .insertInto('repatriation.imports')
    .values({
      id: importId,
      operation_id: operationId,
      book: JSON.stringify(keptBook(book)),
      map: JSON.stringify(map),
      about: JSON.stringify(about),
      template: template?.name ?? null,
      brought_by: ctx.actor.account,
      brought_at: ctx.now,
    })
    .execute()
  await writeRows(ctx, { id: importId, operation_id: operationId }, { rows })
  ctx.trail.touched(importId)
  ctx.trail.counted('rows', rows.length)
}

const headingsOf = ({ columns }: Pick<ManifestReading, 'columns'>) =>
  columns.map(column => folded(column.heading))

/** A list without headings looks like every other: it has no template. */
async function templateFor(
  ctx: Context,
  reading: ManifestReading,
): Promise<{ name: string; map: ManifestMap } | undefined> {
  const headings = headingsOf(reading)
  if (headings.every(heading => heading === '')) return undefined
  const found = await ctx.tx
    .selectFrom('repatriation.templates')
    .select(['name', 'map'])
    .where(sql<boolean>`headings = ${headings}::text[]`)
    .executeTakeFirst()
  return found && { name: found.name, map: ManifestMap.parse(found.map) }
}

/** @throws DomainError `import-not-mappable` once the file is gone */
export async function map(ctx: Context, importId: string, body: z.infer<typeof MapImport>): Promise<void> {
  const row = await lockImport(ctx, importId)
  const kept = await ctx.tx
    .selectFrom('repatriation.imports')
    .select('book')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  if (kept.book === null) throw new DomainError('conflict', 'import-not-mappable')
  const book = openedBook(kept.book as KeptBook) // written by `bring`
  const reading = await readInTurns(book, today(ctx), body.map, turns())
  const { rows, map: used, ...about } = reading
  await ctx.tx
    .updateTable('repatriation.imports')
    .set({
      map: JSON.stringify(used),
      about: JSON.stringify(about),
      ...(body.saveAs ? { template: body.saveAs } : {}),
    })
    .where('id', '=', importId)
    .execute()
  await writeRows(ctx, row, { rows })
  await moved(ctx, importId)
  if (body.saveAs) await saveTemplate(ctx, body.saveAs, body.map, reading)
  ctx.trail.touched(importId, ['map'])
}

/** How the source writes, not what it wrote: neither the sheet nor the day of this list. */
async function saveTemplate(
  ctx: Context,
  name: string,
  given: ManifestMap,
  reading: ManifestReading,
): Promise<void> {
  const { columns, dates } = { ...reading.map, ...given }
  await ctx.tx
    .insertInto('repatriation.templates')
    .values({
      id: newId(ctx.now.getTime()),
      agency_id: ctx.actor.agency,
      name,
      headings: headingsOf(reading),
      map: JSON.stringify({ columns, ...(given.dates ? { dates } : {}) }),
      written_by: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict =>
      conflict.constraint('templates_once').doUpdateSet(eb => ({
        name: eb.ref('excluded.name'),
        map: eb.ref('excluded.map'),
        written_by: eb.ref('excluded.written_by'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}

export async function drop(ctx: Context, importId: string): Promise<void> {
  const row = await lockImport(ctx, importId)
  await lock(ctx, row.operation_id, 'keep')
  await ctx.tx.deleteFrom('repatriation.imports').where('id', '=', importId).execute()
  ctx.trail.touched(importId)
}
