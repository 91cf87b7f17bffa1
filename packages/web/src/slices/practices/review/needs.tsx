/** Practices on the landing page: reviews that wait for me, what was sent back to me, what is to be assigned or confirmed. */
import { practiceNeeds } from '@kerege/contract/practices/review/routes'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Needs } from '../../../shell/slice.ts'
import { Said } from '../../council/parts/Said.tsx'
import { PracticeStatePill } from '../record/PracticeStatePill.tsx'

const onReview: readonly string[] = ['answer', 'review', 'assign', 'third', 'settle']

export function usePracticeNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const found = useGet(practiceNeeds, {})
  const rows = found.data?.body.rows ?? []
  return {
    pending: found.isPending,
    error: found.error ?? undefined,
    mine: rows.map(({ kind, practice, since, due }) => ({
      id: `practice.${kind}.${practice.id}`,
      who: <Said text={practice.title} />,
      state: <PracticeStatePill row={practice} />,
      why: due
        ? t('practices.need.due', { why: t(`practices.need.${kind}`), day: format.date(due) })
        : t(`practices.need.${kind}`),
      since,
      act: {
        href: onReview.includes(kind) ? `/practices/${practice.id}/review` : `/practices/${practice.id}`,
        label: t(`practices.needAct.${kind}`),
      },
    })),
    others: [],
    tallies: [],
  }
}
