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

export function healthHandlers(node: Node, jobs: Jobs | null): AnyHandler[] {
  const certificate = openCertificate(node)
  return [
    handler(getHealth, async ctx => {
      const row = async <Row extends object>(sql: string) => (await ctx.client.query<Row>(sql)).rows[0]
      const found = await look({
        row,
        dataDir: node.dataDir,
        masterKeyFile: node.masterKeyFile,
        mail: node.sendsMail,
        certificate: certificate(),
        givenUp: jobs ? (await jobs.deadLetters(mostCounted)).length : 0,
      })
      return { at: ctx.now.toISOString(), findings: inWords(ctx.actor.language, found) }
    }),
  ]
}

/**
 * A transaction waits for no network, so what is said is what was seen last; asking begins the next look. The first reader after a
 * start does not hear of the certificate.
 */
function openCertificate(node: Node): () => Date | null | undefined {
  let seen: Date | null | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - lookedAt > certificateFreshMs) {
      lookedAt = performance.now()
      void certificateEnd(node.baseUrl).then(end => {
        seen = end
      })
    }
    return seen
  }
}
