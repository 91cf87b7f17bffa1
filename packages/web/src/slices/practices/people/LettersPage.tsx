/** One's own letters, by the other who wrote or was written to; the newest first. */
import { listLetters } from '@kerege/contract/practices/people/routes'
import type { ThreadRow } from '@kerege/contract/practices/people/schema'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listLetters, { query: query as never }, { signal })).body

export function LettersPage() {
  const t = useT()
  const format = useFormat()
  const unread = (row: ThreadRow) =>
    row.unread > 0 && <StatePill kind="wait">{t('practices.people.unread', { n: row.unread })}</StatePill>
  const columns: Column<ThreadRow>[] = [
    { id: 'other', label: t('practices.people.other'), cell: row => <bdi>{row.other.name}</bdi> },
    { id: 'unread', label: t('practices.people.new'), cell: unread },
    {
      id: 'letters',
      label: t('practices.people.letters'),
      number: true,
      cell: row => <span className="k-num">{format.number(row.letters)}</span>,
    },
    {
      id: 'at',
      label: t('practices.people.last'),
      cell: row => <span className="k-num">{format.date(row.at)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        title={t('practices.people.letters')}
        eyebrow={<Link to="/practitioners">{t('practices.people.title')}</Link>}
        facts={[t('practices.people.lettersText')]}
      />
      <DataList
        name="practices.letters"
        label={t('practices.people.letters')}
        columns={columns}
        load={load}
        rowId={row => row.id}
        rowName={row => <bdi>{row.other.name}</bdi>}
        href={row => `/letters/${row.id}`}
        phone={row => ({ state: unread(row), line: format.date(row.at) })}
        empty={{ title: t('practices.people.noLetters'), text: t('practices.people.noLettersText') }}
      />
    </>
  )
}
