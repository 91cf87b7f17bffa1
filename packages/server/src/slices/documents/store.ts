/** Attachments in SQL: rows in, parsed shapes out. What is not open to the actor is not there: the policies filter. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { MultiText } from '@kerege/contract/common'
import type { MediaTypeName } from '@kerege/contract/documents/rules'
import type { Document, DocumentFilter, DocumentVersion } from '@kerege/contract/documents/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'

interface Row {
  id: string
  version: number
  subject_id: string
  compartment: string
  title: unknown
  created_at: string
  updated_at: string
  writable: boolean
}

const rows = (tx: Tx) =>
  tx
    .selectFrom('documents.documents as d')
    .select([
      'd.id',
      'd.version',
      'd.subject_id',
      'd.compartment',
      'd.title',
      'd.created_at',
      'd.updated_at',
      sql<boolean>`access.covers('write', d.compartment, d.subject_id)`.as('writable'),
    ])

export async function list(
  ctx: Context,
  filter: DocumentFilter,
): Promise<{ rows: Document[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'documents', filter.cursor)
  let query = rows(ctx.tx)
    .where('d.subject_id', '=', filter.subjectId)
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(filter.limit + 1)
  if (filter.compartment) query = query.where('d.compartment', '=', filter.compartment)
  if (after)
    query = query.where(sql<boolean>`(d.updated_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query.execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'documents', { found, limit: filter.limit }, last => [
    last.updated_at,
    last.id,
  ])
  return {
    rows: await complete(ctx.tx, shown),
    ...next,
  }
}

async function find(tx: Tx, id: string): Promise<Document | undefined> {
  const row = await rows(tx).where('d.id', '=', id).executeTakeFirst()
  return row && (await complete(tx, [row]))[0]
}

export async function get(tx: Tx, id: string): Promise<Document> {
  const found = await find(tx, id)
  if (!found) throw notFound()
  return found
}

/** Holds the document until the transaction ends. Who may only read it does not find it here. */
export async function lock(tx: Tx, id: string, basedOn: number | null): Promise<Document> {
  const row = await tx
    .selectFrom('documents.documents')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return get(tx, id)
}

async function complete(tx: Tx, found: readonly Row[]): Promise<Document[]> {
  if (found.length === 0) return []
  const versions = await tx
    .selectFrom('documents.versions as v')
    .leftJoin('access.accounts as a', 'a.id', 'v.created_by')
    .select([
      'v.id',
      'v.document_id',
      'v.number',
      'v.name',
      'v.media_type',
      'v.size',
      'v.scan',
      'v.created_at',
      'a.name as by',
    ])
    .where(
      'v.document_id',
      'in',
      found.map(row => row.id),
    )
    .orderBy('v.number', 'desc')
    .execute()
  return found.map(row => ({
    id: row.id,
    version: row.version,
    subjectId: row.subject_id,
    compartment: row.compartment as Compartment,
    ...(row.title === null ? {} : { title: row.title as MultiText }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    writable: row.writable,
    versions: versions
      .filter(version => version.document_id === row.id)
      .map(
        (version): DocumentVersion => ({
          id: version.id,
          number: version.number,
          name: version.name,
          mediaType: version.media_type as MediaTypeName,
          state: stateOf(version),
          ...(version.size === null ? {} : { size: version.size }),
          at: version.created_at,
          by: version.by ?? '',
        }),
      ),
  }))
}

const stateOf = ({ size, scan }: { size: number | null; scan: string }): DocumentVersion['state'] => {
  if (scan === 'found') return 'refused'
  if (size === null) return 'awaiting'
  return scan === 'waiting' ? 'checking' : 'stored'
}

/** What opens a stored version: where it lies and what its key is wrapped by. */
export const findFile = (tx: Tx, documentId: string, versionId: string) =>
  tx
    .selectFrom('documents.versions')
    .select([
      'file_id',
      'size',
      'digest',
      'wrapped',
      'person_id',
      'media_type',
      'number',
      'subject_id',
      'scan',
    ])
    .where('id', '=', versionId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()

/** Whose record it is: a person's, whose own key then guards the file, or something else's. */
export async function subjectKind(tx: Tx, subjectId: string): Promise<string> {
  const row = await tx
    .selectFrom('access.subjects')
    .select('kind')
    .where('id', '=', subjectId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.kind
}

export const touch = (ctx: Context, document: Document) =>
  ctx.tx
    .updateTable('documents.documents')
    .set({ version: document.version + 1, updated_at: ctx.now })
    .where('id', '=', document.id)
    .execute()
