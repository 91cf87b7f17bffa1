/** An entry of the log and the bytes that commit to it. One definition, used when writing and when checking. */
import { createHash } from 'node:crypto'
import { leafHash } from './merkle.ts'

export type Outcome = 'done' | 'refused' | 'failed'

export interface Entry {
  id: string
  at: string
  request_id: string
  account_id: string | null
  role: string | null
  action: string
  outcome: Outcome
  code: string | null
  subjects: string[]
  fields: string[]
  counts: Record<string, number>
  seals: Buffer[]
  salt: Buffer
}

/** Salted commitment to an entry: what leaves the node in proofs, and tells nothing to somebody who guesses. */
function commitment(entry: Entry): Buffer {
  const counts = Object.entries(entry.counts).sort(([a], [b]) => (a < b ? -1 : 1))
  const canonical = JSON.stringify([
    entry.id,
    entry.at,
    entry.request_id,
    entry.account_id,
    entry.role,
    entry.action,
    entry.outcome,
    entry.code,
    entry.subjects,
    entry.fields,
    counts,
    entry.seals.map(seal => seal.toString('hex')),
  ])
  return createHash('sha256').update(entry.salt).update(canonical).digest()
}

export const entryLeaf = (entry: Entry): Buffer => leafHash(commitment(entry))
