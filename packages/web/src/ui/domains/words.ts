/** Domains in words, for lists, facts and filters. */
import { type Domain, domains } from '@kerege/contract/domains'
import { useT } from '../../i18n/useT.tsx'
import type { Filter } from '../list/types.ts'

/** None stands for all of them. */
export function useDomainsText(): (list: readonly Domain[]) => string {
  const t = useT()
  return list => (list.length === 0 ? t('domains.all') : list.map(one => t(`domains.${one}`)).join(', '))
}

export function useDomainFilter(): Filter {
  const t = useT()
  return {
    id: 'domain',
    label: t('domains.title'),
    kind: 'choice',
    options: domains.map(value => ({ value, label: t(`domains.${value}`) })),
  }
}
