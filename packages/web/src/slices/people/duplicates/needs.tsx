/** Look-alikes on the landing page of those who decide: one row and one number, however many wait. */
import { IconUsersGroup } from '@tabler/icons-react'
import { useT } from '../../../i18n/useT.tsx'
import type { Needs } from '../../../shell/slice.ts'
import { useQueue, useTotal } from './api.ts'

export function useDuplicateNeeds(): Needs {
  const t = useT()
  const total = useTotal({})
  const first = useQueue({})
  const count = total.data?.body.total ?? 0
  const since = first.data?.body.rows.map(row => row.foundAt).toSorted()[0]
  return {
    pending: total.isPending,
    error: total.error ?? undefined,
    mine:
      count > 0 && since
        ? [
            {
              id: 'people.duplicates',
              who: t('people.dup.title'),
              why: t('people.dup.needs', { n: count }),
              act: { href: '/duplicates', label: t('people.dup.look') },
              since,
            },
          ]
        : [],
    others: [],
    tallies:
      count > 0
        ? [
            {
              id: 'people.duplicates',
              count,
              label: t('people.dup.title'),
              icon: IconUsersGroup,
              href: '/duplicates',
              tone: 'wait',
            },
          ]
        : [],
  }
}
