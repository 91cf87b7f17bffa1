/**
 * Promises on the landing page: what the own delegation promised and has not done in time waits for its word. Whoever
 * prepares the Council's work sees what is late of all, as something that waits for others.
 */
import type { ActionRow } from '@kerege/contract/council/actions'
import { listActions } from '@kerege/contract/council/actionRoutes'
import { IconFlag } from '@tabler/icons-react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import type { Need, Needs } from '../../../shell/slice.ts'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { useLateActions } from './api.ts'
import { ActionState } from './state.tsx'

export function useActionNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [speaks, prepares] = [may('council.speak'), may('council.prepare')]
  const own = useGet(listActions, { query: { mine: 'true', late: 'true', limit: 20 } }, { enabled: speaks })
  const all = useGet(listActions, { query: { late: 'true', limit: 20 } }, { enabled: prepares })
  const mine = speaks ? (own.data?.body.rows ?? []) : []
  const late = prepares ? (all.data?.body.rows ?? []) : []
  const count = useLateActions() ?? 0
  const need = (row: ActionRow): Need => ({
    id: `action.${row.id}`,
    who: <Said text={row.title} />,
    state: <ActionState action={row} />,
    why: (
      <>
        {row.party && <PartyLabel party={row.party} />}
        {row.body && <Said text={row.body.name} />} · {t('council.action.due')}: {format.date(row.due)}
      </>
    ),
    since: row.due,
  })
  return {
    pending: (speaks && own.isPending) || (prepares && all.isPending),
    error: own.error ?? all.error ?? undefined,
    mine: mine.map(row => ({
      ...need(row),
      act: { href: `/actions/${row.id}`, label: t('council.action.report') },
    })),
    others: late.filter(row => !mine.some(one => one.id === row.id)).map(need),
    tallies:
      prepares && count > 0
        ? [
            {
              id: 'council.late',
              count,
              label: t('council.actions.late'),
              icon: IconFlag,
              href: '/actions?late=true',
              tone: 'wait',
            },
          ]
        : [],
  }
}
