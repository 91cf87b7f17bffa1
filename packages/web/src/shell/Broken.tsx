/** A page that failed to draw. After an update an old window asks for files that are gone: loading anew helps. */
import { FailedState } from '../ui/FailedState.tsx'

export function Broken({ error }: { error: unknown }) {
  return <FailedState error={error} again={() => location.reload()} />
}
