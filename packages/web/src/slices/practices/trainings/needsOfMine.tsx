/** Trainings on the landing page: who asks to be nominated, what is to be answered, who is asked for, and what waits on this device. */
import { listWaiting } from '@kerege/contract/practices/trainings/events/routes'
import type { Waiting } from '@kerege/contract/practices/trainings/events/schema'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useSession } from '../../../shell/session.ts'
import type { Needs } from '../../../shell/slice.ts'
import { Said } from '../../council/parts/Said.tsx'
import { readNoted } from './attendance/queue.ts'

const hrefOf = ({ kind, id }: Waiting['rows'][number]) =>
  kind === 'deployment' || kind === 'roster' ? `/roster/${id}` : `/trainings/${id}`

export function useTrainingNeeds(): Needs {
  const t = useT()
  const found = useGet(listWaiting, {})
  const rows = found.data?.body.rows ?? []
  const kept = Object.groupBy(readNoted(useSession().account.id), one => one.eventId)
  return {
    pending: found.isPending,
    error: found.error ?? undefined,
    mine: [
      ...Object.entries(kept).map(([id, list = []]) => ({
        id: `training.kept.${id}`,
        who: t('trainings.attendance'),
        why: t('practices.attendance.need', { n: list.length }),
        act: { href: `/trainings/${id}/attendance`, label: t('trainings.open') },
        since: list[0]?.at ?? '',
      })),
      ...rows.map(row => ({
        id: `training.${row.kind}.${row.id}`,
        who: <Said text={row.title} />,
        why: t(`trainings.waits.${row.kind}`, { n: row.count }),
        act: { href: hrefOf(row), label: t('trainings.open') },
        since: row.since,
      })),
    ],
    others: [],
    tallies: [],
  }
}
