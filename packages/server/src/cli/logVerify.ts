/**
 * `kerege log verify`: whether a proof on standard input holds. Needs no node, no database and no line; says in one sentence why
 * it does not. Of what it is the proof, only a checkpoint tells that somebody has signed.
 */
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { consistencyFault, inclusionFault } from '../slices/audit/index.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'

// Whatever else a proof is sent with is nobody's business; a hash that is missing is none.
const Hash = z
  .string()
  .nullish()
  .transform(base64 => Buffer.from(base64 ?? '', 'base64'))
const Path = z
  .array(Hash)
  .nullish()
  .transform(path => path ?? [])
const Inclusion = z.object({
  leafIndex: z.number(),
  treeSize: z.number(),
  root: Hash,
  leafHash: Hash,
  proof: Path,
})
const Consistency = z.object({ size1: z.number(), size2: z.number(), root1: Hash, root2: Hash, proof: Path })

const shapes =
  'Standard input must be one JSON object: {"leafIndex","treeSize","root","leafHash","proof":[…]} or {"size1","size2","root1","root2","proof":[…]}, hashes in base64.'

export const verify: Command = async (args, io) => {
  readArgs(args, {})
  const input = await text(io.stdin)
  // What stood before us in the pipe has said why.
  if (input.trim() === '') throw new Refusal('No proof came on standard input.', misuse)
  const given = jsonOf(input)
  const inclusion = Inclusion.safeParse(given)
  const consistency = Consistency.safeParse(given)
  if (!inclusion.success && !consistency.success) throw new Refusal(shapes, misuse)
  const fault = inclusion.success
    ? inclusionFault(inclusion.data)
    : consistency.success
      ? consistencyFault(consistency.data)
      : null
  say(io.stdout, JSON.stringify(fault === null ? { valid: true } : { valid: false, reason: fault }))
  if (fault !== null) say(io.stderr, `kerege log: ${fault}`)
  return fault === null ? 0 : 1
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    throw new Refusal(shapes, misuse)
  }
}
