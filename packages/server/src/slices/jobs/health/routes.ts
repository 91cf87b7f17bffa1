/** The way in to how the node stands. */
import { getHealth } from '@kerege/contract/jobs/health'
import type { Node } from '../../../platform/context.ts'
import { certificateEnd } from '../../../platform/certificate.ts'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { look } from './look.ts'
import { inWords } from './sentences.ts'

const mostCounted = 200
const certificateFreshMs = 600_000
const storeFreshMs = 30_000

export function healthHandlers(node: Node, jobs: Jobs | null): AnyHandler[] {
  const certificate = seenLast(() => certificateEnd(node.baseUrl), certificateFreshMs)
  const papers = seenLast(async () => node.files.look?.(), storeFreshMs)
  return [
    handler(getHealth, async ctx => {
      const row = async <Row extends object>(sql: string) => (await ctx.client.query<Row>(sql)).rows[0]
      const found = await look({
        row,
        dataDir: node.dataDir,
        masterKeyFile: node.masterKeyFile,
        mail: node.sendsMail,
        certificate: certificate(),
        papers: papers(),
        givenUp: jobs ? (await jobs.deadLetters(mostCounted)).length : 0,
      })
      return { at: ctx.now.toISOString(), findings: inWords(ctx.actor.language, found) }
    }),
  ]
}

/**
 * A transaction waits for no network, so what is said is what was seen last; asking begins the next look. The first reader after a
 * start does not hear of what lies at the other end of a line.
 */
function seenLast<Seen>(look: () => Promise<Seen>, freshMs: number): () => Seen | undefined {
  let seen: Seen | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - lookedAt > freshMs) {
      lookedAt = performance.now()
      void look().then(now => {
        seen = now
      })
    }
    return seen
  }
}
