/**
 * A paper opens only after a scanner, where the node has one, has called it clean. One that has no answer yet waits, sealed like any other, and
 * is asked about again; what is found is never kept.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { unseal } from '../../platform/keys.ts'
import { personKey, recordAlone } from '../audit/index.ts'
import { fileOf } from './files.ts'
import { readSealed } from './sealedFile.ts'

/** A request holds its transaction meanwhile, so it asks for a moment only; the node's own work has time. */
const patienceMs = { request: 5_000, work: 60_000 } as const
const atOnce = 20

export type ScanState = 'none' | 'waiting' | 'clean'

/** @throws DomainError `file-infected` */
export async function scanned(node: Node, content: Iterable<Uint8Array>): Promise<ScanState> {
  if (!node.scanner) return 'none'
  const said = await node.scanner.look(content, patienceMs.request)
  if (said === 'found') throw new DomainError('invalid', 'file-infected')
  return said === 'clean' ? 'clean' : 'waiting'
}

/** Where nothing may wait. @throws DomainError `file-infected`, `scanner-away` */
export async function requireClean(node: Node, content: Iterable<Uint8Array>): Promise<void> {
  if ((await scanned(node, content)) === 'waiting') throw new DomainError('unavailable', 'scanner-away')
}

interface Unscanned {
  id: string
  document_id: string
  subject_id: string
  file_id: string
  wrapped: Buffer
  person_id: string | null
}

/** Acts for nobody; knows ids only. The content goes to the scanner and nowhere else. */
export async function scanWaiting(node: Node): Promise<void> {
  const { scanner, pool } = node
  if (!scanner) return
  const { rows } = await pool.query<Unscanned>('select * from documents.unscanned($1)', [atOnce])
  for (const row of rows) {
    const key = await fileKey(node, row)
    // Of an erased person nothing opens any more; erasure takes the row.
    if (!key) continue
    const said = await scanner.look(readSealed(fileOf(node, row.file_id), key), patienceMs.work)
    if (said === 'away') return
    const settled = await pool.query<{ mine: boolean }>('select documents.scanned($1, $2) as mine', [
      row.id,
      said === 'clean',
    ])
    // Of several processes one says so.
    if (said === 'found' && settled.rows[0]?.mine) await note(node, row)
  }
}

async function fileKey(node: Node, row: Unscanned): Promise<Buffer | null> {
  const wrapping = row.person_id
    ? await inTransaction(node.pool, tx => personKey(tx, node.keys.persons, row.person_id ?? '', false))
    : node.keys.node
  return wrapping && unseal(wrapping, `document-key ${row.id}`, row.wrapped)
}

const note = (node: Node, row: Unscanned) =>
  recordAlone(node.pool, {
    requestId: newId(),
    at: node.now(),
    actor: null,
    action: 'document.infected',
    outcome: 'refused',
    code: 'file-infected',
    subjects: [row.subject_id, row.document_id],
  })

export const scanJobs = (node: Node): JobDefinition[] =>
  node.scanner ? [{ name: 'documents.scan', everySeconds: 15, work: () => scanWaiting(node) }] : []
