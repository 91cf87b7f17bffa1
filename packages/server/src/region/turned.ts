/**
 * A node of the region once more, in this process and listening to nothing, with a clock that whoever fills the demo turns:
 * what is said to have happened in June is done in June, by the same ways in. It shares the database with the node that
 * runs, does no background work, and leaves the numbering of the log to it.
 */
import { buildNode, type NodeOptions, type RunningNode } from '../main.ts'

export interface TurnedNode {
  readonly app: RunningNode['app']
  /** Puts the clock; it goes on from there. */
  turn(to: Date): void
  /** The clock is right again before it ends, since what waits in the log is signed with the day of today. */
  stop(): Promise<void>
}

const never = 24 * 3_600_000

export async function turnedNode(options: NodeOptions): Promise<TurnedNode> {
  let ahead = 0
  const { app, stop } = await buildNode({
    ...options,
    now: () => new Date(Date.now() + ahead),
    background: false,
    poolSize: 2,
    sequencerEveryMs: never,
  })
  return {
    app,
    turn(to) {
      ahead = to.getTime() - Date.now()
    },
    async stop() {
      ahead = 0
      await stop()
    },
  }
}
