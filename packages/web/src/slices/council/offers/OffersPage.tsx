/** What members and partners offer each other, newest first; "open now" is one filter. */
import { offerKinds } from '@kerege/contract/council/offers/rules'
import { keepingRights } from '@kerege/contract/council/initiatives/routes'
import { listOffers } from '@kerege/contract/council/offers/routes'
import type { OfferRow } from '@kerege/contract/council/offers/schema'
import { listParties } from '@kerege/contract/council/routes'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { send, useGet } from '../../../api.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { useDomainFilter } from '../../../ui/domains/words.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PartyLabel, partyText, Said } from '../parts/Said.tsx'
import { OfferDrawer } from './OfferDrawer.tsx'
import { OfferState } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listOffers, { query: query as never }, { signal })).body

export function OffersPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [making, setMaking] = useState(false)
  const columns = useColumns()
  const filters = useFilters()
  const rights = useGet(keepingRights, {}).data?.body
  // Observers watch; so does a delegation whose credentials or term do not run.
  const offers = may('council.speak') && (rights?.all || rights?.party !== undefined)
  return (
    <>
      <PageHead
        title={t('council.offers')}
        acts={
          offers && (
            <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setMaking(true)}>
              {t('council.offer.new')}
            </Button>
          )
        }
      />
      <DataList
        name="council.offers"
        label={t('council.offers')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/offers/${row.id}`}
        phone={row => ({
          state: <OfferState standing={row.standing} />,
          line: (
            <>
              <PartyLabel party={row.party} /> · {daysText(row, format)}
            </>
          ),
        })}
        empty={{ title: t('council.offers.none'), text: t('council.offers.noneText') }}
      />
      <OfferDrawer opened={making} onClose={() => setMaking(false)} />
    </>
  )
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const domain = useDomainFilter()
  const parties = useGet(listParties, {}).data?.body.rows ?? []
  return [
    { id: 'open', label: t('council.offers.open'), kind: 'yes' },
    {
      id: 'kind',
      label: t('council.offer.kind'),
      kind: 'choice',
      options: offerKinds.map(value => ({ value, label: t(`council.offer.kind.${value}`) })),
    },
    domain,
    {
      id: 'partyId',
      label: t('council.offer.party'),
      kind: 'choice',
      options: parties
        .filter(one => one.classification === 'member' || one.classification === 'partner')
        .map(one => ({ value: one.id, label: partyText(one, format) })),
    },
  ]
}

export const daysText = ({ from, until }: Pick<OfferRow, 'from' | 'until'>, format: Formatter) =>
  `${format.date(from)} – ${format.date(until)}`

export const placesText = ({ places, taken }: Pick<OfferRow, 'places' | 'taken'>, t: Translate) =>
  places === undefined ? '' : t('council.offer.placesOf', { taken, places })

function useColumns(): Column<OfferRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.offer.title'),
      cell: row => <Said text={row.title} />,
    },
    {
      id: 'standing',
      label: t('council.offer.standing'),
      cell: row => <OfferState standing={row.standing} />,
    },
    { id: 'party', label: t('council.offer.party'), cell: row => <PartyLabel party={row.party} /> },
    { id: 'kind', label: t('council.offer.kind'), cell: row => t(`council.offer.kind.${row.kind}`) },
    {
      id: 'until',
      label: t('council.offer.until'),
      cell: row => <span className="k-num">{format.date(row.until)}</span>,
    },
    {
      id: 'places',
      label: t('council.offer.places'),
      cell: row => (
        <>
          {placesText(row, t)}
          {row.waiting > 0 && (
            <div className="k-dim k-small">{t('council.offer.waiting', { n: row.waiting })}</div>
          )}
        </>
      ),
    },
  ]
}
