/**
 * The list of speakers as it changes. The browser itself comes back after a lost line, and the node then sends the list as
 * it is; when the session of the reader ends, the stream says so and ends too.
 */
import { getFloor } from '@kerege/contract/council/agendaRoutes'
import { Floor } from '@kerege/contract/council/floor'
import { useEffect, useState } from 'react'
import { queryClient, useGet } from '../../../api.ts'

export function useFloor(sessionId: string): {
  floor: Floor | undefined
  mine: string | undefined
  connected: boolean
} {
  const first = useGet(getFloor, { params: { id: sessionId } }).data?.body
  const [told, setTold] = useState<Floor>()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const source = new EventSource(`/api/council/sessions/${sessionId}/floor/live`)
    source.addEventListener('floor', event => {
      setConnected(true)
      const parsed = Floor.safeParse(JSON.parse((event as MessageEvent<string>).data))
      if (parsed.success) setTold(parsed.data)
    })
    source.addEventListener('ended', () => {
      source.close()
      // Whoever asks next hears that the session is over, and the shell offers to sign in again.
      void queryClient.invalidateQueries()
    })
    source.addEventListener('error', () => setConnected(false))
    return () => source.close()
  }, [sessionId])
  const fresh =
    told && first
      ? told.version >= first.version
        ? told
        : stripped(first)
      : (told ?? (first && stripped(first)))
  return { floor: fresh, mine: first?.mine?.id, connected }
}

function stripped({ mine: _, ...floor }: Floor & { mine?: unknown }): Floor {
  return floor
}
