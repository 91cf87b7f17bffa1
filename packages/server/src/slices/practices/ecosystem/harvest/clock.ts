/**
 * Looks at libraries elsewhere by the clock: one that is due, some parts of its list at a time, from the day of the last whole
 * look. What comes is kept as links with their source. A library that is away or answers nonsense is asked again after a growing
 * pause, and what came before stays.
 */
import { sql } from 'kysely'
import type { Node } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import type { JobDefinition } from '../../../../platform/jobs.ts'
import { openOutside, type Outside, OutsideError } from '../../../../platform/outside.ts'
import { HarvestError, type ListAnswer } from './answer.ts'
import { askPart } from './ask.ts'

/** Of one look: what is left comes with the next one. */
const partsAtOnce = 20
/** A library with more is no list of links any more. */
const mostRecords = 20_000

export interface Claimed {
  readonly id: string
  readonly url: string
  readonly set_spec: string | null
  readonly since: string | null
  readonly token: string | null
  readonly token_since: string | null
}
export type Looked = 'nothing-due' | 'whole' | 'more' | 'failed'

export const libraryJobs = (node: Node, outside: Outside = openOutside()): JobDefinition[] => [
  {
    name: 'practices.libraries',
    everySeconds: 60,
    async work() {
      // A morning on which all of them are due must not hold this clock for ever.
      for (let n = 0; n < 10; n += 1) if ((await lookAtNext(node, outside)) === 'nothing-due') return
    },
  },
]

export async function lookAtNext(node: Node, outside: Outside): Promise<Looked> {
  const library = await inTransaction(node.pool, async tx => {
    const { rows } =
      await sql<Claimed>`select * from practices.claim_library(${node.now()}::timestamptz)`.execute(tx)
    return rows[0]
  })
  return library ? lookAt(node, outside, library) : 'nothing-due'
}

async function lookAt(node: Node, outside: Outside, library: Claimed): Promise<Looked> {
  let token = library.token ?? undefined
  let tokenSince = library.token_since
  let taken = 0
  try {
    for (let part = 0; part < partsAtOnce; part += 1) {
      // Days are understood by every library, and looking at one day twice costs little.
      const question = {
        url: library.url,
        set: library.set_spec ?? undefined,
        from: library.since?.slice(0, 10),
      }
      const answer = await askPart(outside, question, token)
      if (token === undefined) tokenSince = answer.responseDate
      taken += await take(node, library.id, answer)
      if (taken > mostRecords) {
        await settle(node, library, {
          token: null,
          since: library.since,
          tokenSince: null,
          fault: 'too-many',
        })
        return 'failed'
      }
      if (answer.token === null || answer.token === token) {
        await settle(node, library, {
          token: null,
          since: tokenSince ?? library.since,
          tokenSince: null,
          fault: null,
        })
        return 'whole'
      }
      token = answer.token
    }
    await settle(node, library, { token: token ?? null, since: library.since, tokenSince, fault: null })
    return 'more'
  } catch (error) {
    if (!(error instanceof OutsideError || error instanceof HarvestError)) throw error
    // A list that is not known any more begins anew; any other trouble goes on where it was.
    const kept =
      error.fault === 'bad-token' ? { token: null, tokenSince: null } : { token: token ?? null, tokenSince }
    await settle(node, library, { ...kept, since: library.since, fault: error.fault })
    return 'failed'
  }
}

async function take(node: Node, id: string, { records }: ListAnswer): Promise<number> {
  if (records.length === 0) return 0
  // The same record twice in a part: the later one is the one that holds.
  const once = [...new Map(records.map(one => [one.identifier, one])).values()]
  const rows = JSON.stringify(once.map(one => ({ id: newId(), ...one })))
  return inTransaction(node.pool, async tx => {
    const { rows: told } = await sql<{ n: number }>`
      select practices.take_records(${id}::uuid, ${rows}::jsonb, ${node.now()}::timestamptz) as n`.execute(tx)
    return told[0]?.n ?? 0
  })
}

interface Settled {
  token: string | null
  since: string | null
  tokenSince: string | null
  fault: string | null
}

const settle = (node: Node, { id }: Claimed, { token, since, tokenSince, fault }: Settled) =>
  inTransaction(node.pool, tx =>
    sql`select practices.settle_library(${id}::uuid, ${token}::text, ${since}::text, ${tokenSince}::text, ${fault}::text,
      ${node.now()}::timestamptz)`.execute(tx),
  )
