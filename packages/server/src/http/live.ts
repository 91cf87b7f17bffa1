/**
 * A stream of server-sent events for one listener. A slow reader never makes the node keep more than the newest event; the
 * stream ends with the session that opened it, and says so.
 */
import type { Node } from '../platform/context.ts'
import type { Feed } from '../platform/handler.ts'

const encoder = new TextEncoder()

export function eventStream(node: Node, session: string, feed: Feed): ReadableStream<Uint8Array> {
  let newest: Uint8Array | undefined
  let stop = () => {}
  let pulse: NodeJS.Timeout | undefined
  const end = () => {
    clearInterval(pulse)
    stop()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const put = (event: Uint8Array) => {
          // Each event says everything, so an older one that was not read yet is worth nothing.
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(event)
          else newest = event
        }
        put(feed.first)
        stop = feed.listen(put)
        // Keeps proxies from closing a quiet line, and is when the session is looked at again.
        pulse = setInterval(async () => {
          const alive = await isOpen(node, session).catch(() => true)
          if (alive) return put(newest ?? encoder.encode(': still here\n\n'))
          end()
          try {
            controller.enqueue(encoder.encode('event: ended\ndata: {}\n\n'))
            controller.close()
          } catch {
            // The listener was gone already.
          }
        }, node.liveEveryMs)
        pulse.unref()
      },
      pull(controller) {
        if (!newest) return
        controller.enqueue(newest)
        newest = undefined
      },
      cancel: end,
    },
    { highWaterMark: 2 },
  )
}

/** Looks without touching: whoever only listens is idle all the same. */
async function isOpen(node: Node, session: string): Promise<boolean> {
  const { rowCount } = await node.pool.query(
    `select 1 from access.sessions s
       join access.accounts a on a.id = s.account_id and a.state = 'active'
       join access.hats h on h.id = s.hat_id and h.ended_at is null
      where s.id = $1 and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)`,
    [session, node.session.idleMinutes],
  )
  return rowCount === 1
}
