/** While somebody who works with people is signed in, their device is open for them; when the session ends it is locked. */
import { useEffect } from 'react'
import { startOffline } from '../../offline/state.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { useSessionEnded } from '../../shell/sessionEnd.ts'

/** What the page itself needs comes first. */
const leisureMs = 1500

export function useOpenDevice(): void {
  const may = useMay()('people.read')
  const session = useSession()
  const ended = useSessionEnded()
  useEffect(() => {
    if (!may || ended || !('indexedDB' in globalThis)) return
    const timer = setTimeout(() => void startOffline(session), leisureMs)
    return () => clearTimeout(timer)
  }, [may, session, ended])
}
