/** Promises on the landing page: what the own delegation promised and has not done in time waits for its word. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Needs } from '../../../shell/slice.ts'
import { Said } from '../parts/Said.tsx'
import { ActionState } from './state.tsx'

export function useActionNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const found = useGet(listActions, { query: { mine: 'true', late: 'true', limit: 20 } })
  return {
    pending: found.isPending,
    error: found.error ?? undefined,
    mine: (found.data?.body.rows ?? []).map(row => ({
      id: `action.${row.id}`,
      who: <Said text={row.title} />,
      state: <ActionState action={row} />,
      why: (
        <>
          {t('council.action.due')}: {format.date(row.due)}
        </>
      ),
      since: row.due,
      act: { href: `/actions/${row.id}`, label: t('council.action.report') },
    })),
    others: [],
    tallies: [],
  }
}
