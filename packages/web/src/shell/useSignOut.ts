/** Signing out leaves nothing of what was read or written on this device. */
import { signOut } from '@kerege/contract/access/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { send } from '../api.ts'
import { dropAllDrafts } from '../ui/form/drafts.ts'
import { forgetRecent } from './recent.ts'

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await send(signOut, {})
    dropAllDrafts()
    forgetRecent()
    await navigate({ to: '/sign-in' })
    client.clear()
  }
}
