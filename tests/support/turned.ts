/** What a hub and a national node of a long story have in common: a port of its own, and a clock that the journey turns. */
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'

export interface Turned {
  readonly url: string
  /** What the clock of the node shows. */
  now(): Date
  /** Puts the clock forward. */
  turn(ms: number): void
}

interface Parts {
  readonly now: () => Date
  readonly listen: { readonly port: number; readonly webDir: string }
}

/** @param ahead how far the clock stands from that of the machine at the beginning */
export async function turned<Made extends object>(
  firstPort: number,
  make: (parts: Parts) => Promise<Made>,
  ahead = 0,
): Promise<Made & Turned> {
  let apart = ahead
  const now = () => new Date(Date.now() + apart)
  const [port = firstPort] = await freePorts(firstPort, 1)
  const made = await make({ now, listen: { port, webDir: await builtWeb(() => undefined) } })
  return {
    ...made,
    url: `http://localhost:${port}`,
    now,
    turn(ms) {
      apart += ms
    },
  }
}
