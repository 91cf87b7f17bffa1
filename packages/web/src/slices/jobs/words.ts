/** Names of queues and of events in words; what this page does not know is shown as the node calls it. */
import { known, type Translate } from '../../i18n/useT.tsx'

export function workText(name: string, t: Translate): string {
  const id = known(`jobs.work.${name}`, `notifications.topic.${name}`)
  return id ? t(id) : name
}
