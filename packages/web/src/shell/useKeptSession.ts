/** Who worked here last, while the node does not say who is signed in and the device is still open for them. */
import type { Session } from '@kerege/contract/access/schema'
import { useEffect, useState } from 'react'
import { sessionWithoutNode } from '../offline/state.ts'

/** `undefined` while it is looked for, `null` where there is nobody. */
export function useKeptSession(away: boolean): Session | null | undefined {
  const [kept, setKept] = useState<Session | null>()
  useEffect(() => {
    if (!away) return
    let wanted = true
    sessionWithoutNode()
      .catch(() => undefined)
      .then(found => wanted && setKept(found ?? null))
    return () => {
      wanted = false
    }
  }, [away])
  return kept
}
