/** On the page of a practice: whether it is used in plans here. A small number is never said. */
import { usedInPlans } from '@kerege/contract/plans/routes'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'

export function UsedInPlans({ id }: { id: string }) {
  const t = useT()
  const used = useGet(usedInPlans, { params: { id } }).data?.body
  if (!used || used.said === 'none') return null
  return <p>{used.said === 'few' ? t('plans.used.few') : t('plans.used.some', { n: used.atLeast ?? 5 })}</p>
}
