/**
 * `kerege log verify-receipt FILE`: whether a receipt proves what it says. Needs no node and no database: a delegation runs
 * it at home. Whose log it is, only the key tells: it is printed, and can be demanded.
 */
import { readFile } from 'node:fs/promises'
import { Receipt } from '@kerege/contract/council/decisions'
import { type Entry, entryLeaf, openCheckpoint, rootFrom } from '../slices/audit/index.ts'
import { digestField, textDigest } from '../slices/council/index.ts'
import { type Io, misuse, Refusal, say } from './io.ts'

export async function verifyReceipt(file: string, key: string | undefined, io: Io): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`There is no file ${file} that can be read.`, misuse)
  })
  const parsed = Receipt.safeParse(jsonOf(text))
  if (!parsed.success) throw new Refusal('This is not a receipt.', misuse)
  const faults = receiptFaults(parsed.data, key)
  const { step, entry, proof, text: meant } = parsed.data
  say(
    io.stdout,
    JSON.stringify({
      receipt: faults.length > 0 ? 'refused' : proof ? 'proved' : 'not-numbered-yet',
      faults,
      log: parsed.data.log,
      key: parsed.data.key,
      decision: parsed.data.decision,
      step: step.kind,
      at: entry.at,
      textVersion: meant.number,
      ...(proof ? { number: proof.number } : {}),
    }),
  )
  return faults.length > 0 ? 1 : 0
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Codes of what does not fit; none when the receipt holds. */
export function receiptFaults(receipt: Receipt, wantedKey?: string): string[] {
  const { entry, proof } = receipt
  const leaf = entryLeaf(entryOf(receipt))
  const faults: string[] = []
  if (wantedKey !== undefined && wantedKey !== receipt.key) faults.push('another-key')
  if (leaf.toString('base64') !== receipt.leaf) faults.push('leaf-differs')
  if (!entry.fields.includes(digestField(textDigest(receipt.text)))) faults.push('text-differs')
  if (!entry.subjects.includes(receipt.decision.id)) faults.push('decision-differs')
  if (!proof) return faults
  const checkpoint = openCheckpoint(proof.checkpoint, receipt.log, Buffer.from(receipt.key, 'base64'))
  if (!checkpoint) return [...faults, 'checkpoint-not-signed']
  const path = proof.path.map(hash => Buffer.from(hash, 'base64'))
  const root = rootFrom(leaf, proof.number, proof.size, path)
  if (checkpoint.size !== proof.size || !root?.equals(checkpoint.root)) faults.push('not-in-the-log')
  return faults
}

const entryOf = ({ entry }: Receipt): Entry => ({
  id: entry.id,
  at: entry.at,
  request_id: entry.requestId,
  account_id: entry.accountId,
  role: entry.role,
  action: entry.action,
  outcome: entry.outcome as Entry['outcome'],
  code: entry.code,
  subjects: entry.subjects,
  fields: entry.fields,
  counts: entry.counts,
  seals: entry.seals.map(seal => Buffer.from(seal, 'hex')),
  salt: Buffer.from(entry.salt, 'hex'),
})
