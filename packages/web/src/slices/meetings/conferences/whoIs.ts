/** How somebody at a conference is called: by name, else by role and agency. */
import type { Participant } from '@kerege/contract/meetings/conferences'
import type { Translate } from '../../../i18n/useT.tsx'

export const whoIs = (one: Participant, t: Translate): string =>
  one.account?.name ??
  one.name ??
  [one.role, one.agency].filter(Boolean).join(', ') ??
  t('meetings.who.outside')
