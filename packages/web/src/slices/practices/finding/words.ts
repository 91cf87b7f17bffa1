/** What a value of a facet is called. */
import { languages } from '@kerege/contract/common'
import { audienceRoles, evidenceLevels, settings } from '@kerege/contract/practices/content'
import { domains } from '@kerege/contract/domains'
import { type FacetName, uses } from '@kerege/contract/practices/finding/schema'
import { ownNameOf } from '../../../i18n/language.ts'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import type { Translate } from '../../../i18n/useT.tsx'

const oneOf = <Value extends string>(list: readonly Value[], text: string) =>
  list.find(value => value === text)

export function facetLabel(name: FacetName, value: string, t: Translate, format: Formatter): string {
  switch (name) {
    case 'languages':
      return named(oneOf(languages, value), ownNameOf, value)
    case 'countries':
      return format.country(value)
    case 'use':
      return named(oneOf(uses, value), one => t(`practices.find.use.${one}`), value)
    case 'roles':
      return named(oneOf(audienceRoles, value), one => t(`practices.find.role.${one}`), value)
    case 'domains':
      return named(oneOf(domains, value), one => t(`domains.${one}`), value)
    case 'settings':
      return named(oneOf(settings, value), one => t(`practices.find.setting.${one}`), value)
    case 'evidence':
      return named(oneOf(evidenceLevels, value), one => t(`practices.find.evidence.${one}`), value)
  }
}

/** A value of a newer server is shown as it is. */
const named = <Value extends string>(
  known: Value | undefined,
  word: (one: Value) => string,
  value: string,
) => (known === undefined ? value : word(known))
