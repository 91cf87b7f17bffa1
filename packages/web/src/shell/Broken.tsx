/**
 * A page that failed to draw. After an update an old window asks for files that are gone: loading anew helps. Without a line a
 * page that was never opened cannot be fetched: nobody's fault, and it says so.
 */
import { FailedState } from '../ui/FailedState.tsx'
import { OfflineState } from '../ui/OfflineState.tsx'

export function Broken({ error }: { error: unknown }) {
  const again = () => location.reload()
  return navigator.onLine ? <FailedState error={error} again={again} /> : <OfflineState again={again} />
}
