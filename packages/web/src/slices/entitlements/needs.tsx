/** Entitlements on the landing page: what was asked of an office longer ago than is usual. */
import { entitlementsToday } from '@kerege/contract/entitlements/routes'
import type { ClaimRow } from '@kerege/contract/entitlements/schema'
import { IconChecklist } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { standOf } from './words.ts'

export function useEntitlementNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(entitlementsToday, {})
  const body = query.data?.body
  const needOf = (row: ClaimRow): Need => {
    const { kind, text } = standOf(row, format.today, t)
    return {
      id: `entitlement.${row.id}`,
      who: <bdi>{row.household ?? row.person}</bdi>,
      state: <StatePill kind={kind}>{text}</StatePill>,
      why: format.text(row.title).text,
      act: { href: `/entitlements/of/${row.personId}`, label: t('entitlements.open') },
      since: row.askedOn ?? '',
    }
  }
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    // Who leads has them counted; each is the worker's to ask about again.
    mine: body?.of === 'mine' ? body.rows.map(needOf) : [],
    others: [],
    tallies:
      body && body.late > 0
        ? [
            {
              id: 'entitlements.late',
              count: body.late,
              label: t('entitlements.tally'),
              icon: IconChecklist,
              href: `/entitlements?of=${body.of}&late=yes`,
              tone: 'wait',
            },
          ]
        : [],
  }
}
