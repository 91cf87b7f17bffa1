/** What the directory can be narrowed by, as a list and as a map. */
import { languages } from '@kerege/contract/common'
import { goalDomains } from '@kerege/contract/plans/domains'
import { costs, organisationKinds, serviceStates } from '@kerege/contract/services/schema'
import { useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import type { Filter } from '../../ui/list/types.ts'

export function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const { table } = useLoaded()
  const { own } = useAreas()
  return useMemo(
    (): Filter[] => [
      {
        id: 'domain',
        label: t('services.domains'),
        kind: 'choice',
        options: goalDomains.map(value => ({ value, label: t(`domains.${value}`) })),
      },
      { id: 'q', label: t('services.q'), kind: 'text' },
      { id: 'area', label: t('services.area'), kind: 'choice', options: own },
      { id: 'age', label: t('services.ages'), kind: 'number' },
      {
        id: 'language',
        label: t('services.language'),
        kind: 'choice',
        options: languagesFirst(table.languages).map(value => ({ value, label: format.language(value) })),
      },
      {
        id: 'cost',
        label: t('services.cost'),
        kind: 'choice',
        options: costs.map(value => ({ value, label: t(`services.cost.${value}`) })),
      },
      {
        id: 'kind',
        label: t('services.organisation.kind'),
        kind: 'choice',
        options: organisationKinds.map(value => ({ value, label: t(`consents.to.${value}`) })),
      },
      {
        id: 'state',
        label: t('services.state'),
        kind: 'choice',
        options: serviceStates.map(value => ({ value, label: t(`services.state.${value}`) })),
      },
      {
        id: 'stale',
        label: t('services.verified'),
        kind: 'choice',
        options: [{ value: 'yes', label: t('services.verified.old') }],
      },
    ],
    [t, format, own, table],
  )
}

/** Those of the screens, then what else is spoken here. */
const languagesFirst = (all: Readonly<Record<string, string>>): string[] => {
  const ours: readonly string[] = languages
  return [...ours, ...Object.keys(all).filter(tag => !ours.includes(tag))]
}
