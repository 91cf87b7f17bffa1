/**
 * Live answers of one node: who listens to what, one look at the database for all of them, and the news encoded once. The
 * truth is the database, so it does not matter which of several processes made the change. Nothing runs while nobody listens.
 */
import type { Node } from './context.ts'

/** What is listened to: how to see whether there is news, and how to read it. */
export interface Channel<State> {
  /** Versions of those that exist, one question for all. */
  versions: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
  read: (id: string) => Promise<State>
  /** Name of the event. */
  event: string
}

export type Listener = (event: Uint8Array) => void

export interface Live {
  /** @returns how to stop */
  listen(id: string, listener: Listener): () => void
}

interface Room {
  version: number
  listeners: Set<Listener>
}

const lookEveryMs = 300

const encoder = new TextEncoder()

/** One event as it goes over the line. Its number lets a browser say what it had when the line broke. */
export const eventOf = (name: string, version: number, state: unknown): Uint8Array =>
  encoder.encode(`event: ${name}\nid: ${version}\ndata: ${JSON.stringify(state)}\n\n`)

export function openLive<State>(node: Pick<Node, 'log' | 'pool'>, channel: Channel<State>): Live {
  const rooms = new Map<string, Room>()
  let looking = false

  const tell = async (id: string, room: Room) => {
    const event = eventOf(channel.event, room.version, await channel.read(id))
    for (const listener of room.listeners) listener(event)
  }
  const look = async () => {
    // Nobody listens any more, or the node is on its way out.
    if (rooms.size === 0 || node.pool.ending) {
      looking = false
      return
    }
    try {
      const versions = await channel.versions([...rooms.keys()])
      for (const [id, version] of versions) {
        const room = rooms.get(id)
        if (!room || room.version === version) continue
        room.version = version
        await tell(id, room)
      }
    } catch (error) {
      node.log.error('live', error as Error)
    }
    again()
  }
  const again = () => {
    looking = true
    setTimeout(() => void look(), lookEveryMs).unref()
  }
  return {
    listen(id, listener) {
      const room = rooms.get(id) ?? { version: -1, listeners: new Set<Listener>() }
      rooms.set(id, room)
      room.listeners.add(listener)
      if (!looking) again()
      return () => {
        room.listeners.delete(listener)
        if (room.listeners.size === 0) rooms.delete(id)
      }
    },
  }
}
