/**
 * The whole library as one archive: a file for each practice with its editions, reviews and what is being written, its
 * attachments as they are, and what other parts of the library add. For those who moderate; the policies still decide row by row.
 */
import { DomainError } from '@kerege/contract/errors'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { ArchiveSource } from '../../../../platform/exports/archive.ts'
import { fetched } from '../../../../platform/exports/cursor.ts'
import type { ZipPart } from '../../../../platform/exports/zip.ts'
import { openSealed } from '../../../documents/index.ts'

/** What another part of the library puts into the archive, once for all practices. */
export type ArchivePart = (ctx: Context) => AsyncIterable<ZipPart>

export const practicesArchive = (more: readonly ArchivePart[] = []): ArchiveSource => ({
  of: 'practice-library',
  access: 'practices.moderate',
  async *parts(ctx) {
    yield* practiceParts(ctx)
    yield* attachmentParts(ctx)
    for (const part of more) yield* part(ctx)
  },
})

interface Row {
  id: string
  number: number | null
  record: unknown
}

async function* practiceParts(ctx: Context): AsyncGenerator<ZipPart> {
  // Ids and not names of people: who wrote it is the hub's own business.
  const query = sql<Row>`
    select p.id, p.number, jsonb_build_object(
      'id', p.id, 'number', p.number, 'state', p.state, 'audience', p.audience, 'licence', p.licence, 'country', p.country,
      'organisation', p.organisation, 'papers', p.papers, 'createdAt', p.created_at, 'updatedAt', p.updated_at,
      'publishedAt', p.published_at, 'confirmBy', p.confirm_by, 'retractedReason', p.retracted_reason,
      'working', practices.working(p.id),
      'editions', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'number', e.number, 'publishedAt', e.published_at,
        'content', e.content, 'review', e.review) order by e.number) from practices.editions e where e.practice_id = p.id), '[]'),
      'steps', coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'from', s.from_state, 'to', s.to_state,
        'at', s.at, 'reason', s.reason) order by s.number) from practices.steps s where s.practice_id = p.id), '[]')) as record
    from practices.practices p order by p.created_at, p.id`
  for await (const rows of fetchedFew(ctx, query)) {
    ctx.trail.shown(rows.map(row => row.id))
    for (const { id, number, record } of rows) {
      const name = number === null ? id : practiceSymbol(number)
      yield { name: `practices/${name}.json`, chunks: [Buffer.from(`${JSON.stringify(record, null, 1)}\n`)] }
    }
  }
}

interface FileRow {
  id: string
  practice_id: string
  number: number | null
  name: string
  media_type: string
  file_id: string
  size: number
  digest: Buffer
  wrapped: Buffer
}

async function* attachmentParts(ctx: Context): AsyncGenerator<ZipPart> {
  const query = sql<FileRow>`
    select a.id, a.practice_id, p.number, a.name, a.media_type, a.file_id, a.size, a.digest, a.wrapped
    from practices.attachments a join practices.practices p on p.id = a.practice_id
    where a.file_id is not null order by a.practice_id, a.id`
  for await (const rows of fetchedFew(ctx, query)) {
    for (const row of rows) {
      const of = row.number === null ? row.practice_id : practiceSymbol(row.number)
      const name = `attachments/${of}/${row.id}`
      const opened = await openSealed(ctx, row.id, row).catch(sayDamaged)
      // One file that the disk has lost must not cost all the others: its place says so.
      yield opened
        ? { name: name + endingOf(row.name), chunks: opened.chunks }
        : { name: `${name}.damaged`, chunks: [] }
    }
  }
}

function sayDamaged(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'document-damaged') return undefined
  throw error
}

/** The ending of a name that somebody gave: some letters and digits, nothing that a file system would obey. */
const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''

/** A record may have some hundred kilobytes: fewer of them at once than of the rows of a list. */
const fetchedFew = <Of>(ctx: Context, query: ReturnType<typeof sql<Of>>) =>
  fetched<Of>(ctx, { compile: () => query.compile(ctx.tx) }, 20)
