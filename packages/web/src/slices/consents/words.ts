/** What was said about sharing, in words. */
import type { Consent } from '@kerege/contract/consents/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

/** Calm while it counts; what stopped is grey, a no is for reading first. */
export function effectKind({ effect, kind }: Consent): StateKind {
  if (effect !== 'in-effect') return 'mute'
  return kind === 'refusal' ? 'wait' : 'ok'
}

/** "Yes · A guardian, Aigul": what was said and by whom. */
export const saidText = (
  one: Pick<Consent, 'kind' | 'givenBy' | 'giverName' | 'basisWords'>,
  t: Translate,
): string =>
  [
    t(`consents.kind.${one.kind}`),
    [one.givenBy && t(`consents.givenBy.${one.givenBy}`), one.giverName].filter(Boolean).join(', '),
    one.basisWords,
  ]
    .filter(Boolean)
    .join(' · ')

/** To whom; of a no that names nobody nothing, since it is to everybody. */
export const toText = (one: Consent, t: Translate, format: Formatter): string =>
  format.list([
    ...one.recipients.map(kind => t(`consents.to.${kind}`)),
    ...one.contacts.map(contact => contact.organisation),
  ])

export const classText = (one: Pick<Consent, 'classes'>, t: Translate, format: Formatter): string =>
  format.list(one.classes.map(part => t(`consents.class.${part}`)))

export const purposeText = (one: Consent, t: Translate, format: Formatter): string =>
  format.list(one.purposes.map(purpose => t(`consents.purpose.${purpose}`)))
