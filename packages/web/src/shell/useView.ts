/** Going into another role's screens and back: everything that was read before is forgotten. */
import { type beginView, type endView, getSession } from '@kerege/contract/access/routes'
import type { Input } from '@kerege/contract/route'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { keyOf, send } from '../api.ts'

export function useViewChange() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async <R extends typeof beginView | typeof endView>(route: R, input: Input<R>): Promise<void> => {
    const answer = await send(route, input)
    await navigate({ to: '/today' })
    client.removeQueries({ predicate: query => query.queryKey[1] !== getSession.path })
    client.setQueryData(keyOf(getSession, {}), answer)
  }
}
