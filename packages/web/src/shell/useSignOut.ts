/**
 * Signing out leaves nothing readable of what was read or written on this device. What waits to be sent stays, locked: whoever
 * signs out is told first.
 */
import { getSession, signOut } from '@kerege/contract/access/routes'
import type { Session } from '@kerege/contract/access/schema'
import { leaveSso } from '@kerege/contract/access/ssoRoutes'
import type { Answer } from '@kerege/contract/client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { keyOf, send } from '../api.ts'
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
    // Asked while somebody is still signed in: on a desk that many use, the next one must not come in as the last.
    const elsewhere = await endElsewhere(client)
    await send(signOut, {})
    await lockDevice()
    dropAllDrafts()
    forgetRecent()
    if (elsewhere !== undefined) {
      location.assign(elsewhere)
      return
    }
    await navigate({ to: '/sign-in' })
    client.clear()
  }
}

/** Where the office's own sign-in ends its session, if this one came from there. */
async function endElsewhere(client: QueryClient): Promise<string | undefined> {
  const session = client.getQueryData<Answer<Session>>(keyOf(getSession, {}))
  if (!session?.body.node.singleSignOn) return undefined
  // Whatever is the matter over there: here one signs out.
  return (await send(leaveSso, {}).catch(() => undefined))?.body.url
}
