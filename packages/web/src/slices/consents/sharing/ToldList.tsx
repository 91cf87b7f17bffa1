/** Who was told what of whom: the register of sharing, the latest first. */
import { purposes } from '@kerege/contract/consents/kinds'
import { recipientKinds } from '@kerege/contract/consents/recipients'
import type { DisclosureRow } from '@kerege/contract/consents/tellingSchema'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { countTold, loadTold } from './api.ts'

export function ToldList({ contactId }: { contactId?: string | undefined }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t, may('disclosures.make')), [t, may])
  const beside: Record<string, string> = contactId ? { contactId } : {}
  return (
    <DataList
      name="consents.told"
      label={t('consents.register')}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadTold({ ...query, ...beside }, signal)}
      count={(query, signal) => countTold({ ...query, ...beside }, signal)}
      rowId={row => row.id}
      rowName={row => row.contact.organisation}
      href={row => `/sharing/told/${row.id}`}
      phone={row => ({
        state: <Rests row={row} />,
        line: `${row.person} · ${format.date(row.toldOn)}`,
      })}
      empty={{ title: t('consents.toldNone'), text: t('consents.toldNoneText') }}
      {...(may('export')
        ? {
            onExport: (query, reason, kind) =>
              takeOut('disclosures', { ...query, ...beside }, reason, kind, language),
          }
        : {})}
    />
  )
}

/** On what it rested; what counts no more says so. */
export function Rests({ row }: { row: DisclosureRow }) {
  const t = useT()
  if (row.effect && row.effect !== 'in-effect') {
    return <StatePill kind="wait">{t(`consents.effect.${row.effect}`)}</StatePill>
  }
  return <StatePill kind="mute">{t(`consents.rests.${row.rests}`)}</StatePill>
}

function useColumns(): Column<DisclosureRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'contact',
      label: t('consents.tell.to'),
      cell: row => <Link to={`/sharing/told/${row.id}`}>{row.contact.organisation}</Link>,
    },
    {
      id: 'person',
      label: t('consents.column.person'),
      cell: row => (
        <Link to={`/sharing/of/${row.personId}`}>
          <bdi>{row.person}</bdi>
        </Link>
      ),
    },
    {
      id: 'purpose',
      label: t('consents.purposes'),
      cell: row => (row.purpose ? t(`consents.purpose.${row.purpose}`) : ''),
    },
    { id: 'rests', label: t('consents.column.rests'), cell: row => <Rests row={row} /> },
    {
      id: 'on',
      label: t('consents.column.on'),
      cell: row => <span className="k-num">{format.date(row.toldOn)}</span>,
    },
    { id: 'by', label: t('consents.column.by'), cell: row => row.by.name },
  ]
}

const filtersFor = (t: Translate, tells: boolean): Filter[] => [
  {
    id: 'recipient',
    label: t('consents.contact.kind'),
    kind: 'choice',
    options: recipientKinds.map(value => ({ value, label: t(`consents.to.${value}`) })),
  },
  {
    id: 'purpose',
    label: t('consents.purposes'),
    kind: 'choice',
    options: purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) })),
  },
  ...(tells ? [{ id: 'mine', label: t('consents.mine'), kind: 'yes' as const }] : []),
]
