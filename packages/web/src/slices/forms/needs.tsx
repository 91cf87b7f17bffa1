/** Forms on the landing page: drafts that a colleague handed over. */
import { formDrafts } from '@kerege/contract/forms/routes'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import type { Needs } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'

export function useFormNeeds(): Needs {
  const t = useT()
  const query = useGet(formDrafts, {})
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: (query.data?.body.rows ?? []).map(row => ({
      id: `form.${row.id}`,
      who: <bdi>{row.person}</bdi>,
      state: <StatePill kind="info">{t(`forms.step.${row.step}`)}</StatePill>,
      why: t('forms.given', { name: row.given?.by.name ?? '' }),
      act: { href: `/forms/${row.id}`, label: t('forms.continue') },
      since: row.given?.at ?? row.begunAt,
    })),
    others: [],
    tallies: [],
  }
}
