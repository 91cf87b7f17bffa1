/**
 * Signing out leaves nothing readable of what was read or written on this device. What waits to be sent stays, locked: whoever
 * signs out is told first.
 */
import { signOut } from '@kerege/contract/access/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { send } from '../api.ts'
import { lockDevice, offline } from '../offline/state.ts'
import { dropAllDrafts } from '../ui/form/drafts.ts'
import { forgetRecent } from './recent.ts'

export function useSignOut(): (told?: 'told') => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async told => {
    if (told !== 'told' && offline().waiting.length > 0) {
      return navigate({ to: '/waiting', search: { leaving: true } as never })
    }
    await send(signOut, {})
    await lockDevice()
    dropAllDrafts()
    forgetRecent()
    await navigate({ to: '/sign-in' })
    client.clear()
  }
}
