/** Changing the hat: another role in another place, and everything that was read with the first is forgotten. */
import { getSession, wearHat } from '@kerege/contract/access/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { keyOf, send } from '../api.ts'

export function useHatChange(): (hatId: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async hatId => {
    const answer = await send(wearHat, { body: { hatId } })
    await navigate({ to: '/today' })
    client.removeQueries({ predicate: query => query.queryKey[1] !== getSession.path })
    client.setQueryData(keyOf(getSession, {}), answer)
  }
}
