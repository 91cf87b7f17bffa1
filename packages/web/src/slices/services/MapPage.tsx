/** Where one goes: places drawn by their coordinates, beside a list that says the same. Nothing of it comes from a map service. */
import type { ServiceMap } from '@kerege/contract/services/schema'
import { mapServices } from '@kerege/contract/services/routes'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { stringifySearch } from '../../ui/address.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ListTools } from '../../ui/list/ListTools.tsx'
import { recall, remember } from '../../ui/list/memory.ts'
import { useListQuery } from '../../ui/list/useListQuery.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { DrawnMap, type DrawnPlace } from './DrawnMap.tsx'
import { MapLine } from './MapLine.tsx'
import css from './map.module.css'
import { useFilters } from './useFilters.ts'
import { Views } from './Views.tsx'

export function MapPage() {
  const t = useT()
  const filters = useFilters()
  const state = useListQuery(filters, undefined)
  const [memory, setMemory] = useState(() => recall('services'))
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  const query = useGet(mapServices, { query: state.filters as never })
  const found = query.data?.body
  const services = found && new Set([...found.places, ...found.nowhere].map(one => one.serviceId)).size
  return (
    <>
      <PageHead title={t('services.title')} facts={[t('services.map.note')]} />
      <Views here="map" filters={stringifySearch(state.filters)} />
      <ListTools
        list={{
          name: 'services',
          label: t('services.title'),
          columns: [],
          filters,
          load: async () => ({ rows: [] }),
          rowId: () => '',
          rowName: () => null,
          empty: { title: t('services.none') },
        }}
        state={state}
        memory={memory}
        keep={next => {
          remember('services', next)
          setMemory(next)
        }}
        total={undefined}
        loaded={services}
        more={found?.more ?? false}
        rowsOnly
      />
      <Answered query={query}>{({ body }) => <Drawn body={body} />}</Answered>
    </>
  )
}

function Drawn({ body }: { body: ServiceMap }) {
  const t = useT()
  const drawn = body.places.flatMap((one): DrawnPlace[] =>
    one.latitude === undefined || one.longitude === undefined
      ? []
      : [{ ...one, latitude: one.latitude, longitude: one.longitude }],
  )
  const without = body.places.filter(one => one.latitude === undefined || one.longitude === undefined)
  // Another filter draws another map: a closer look at the former one is over.
  const whole = drawn.map(one => one.id).join()
  return (
    <div className="k-stack">
      {body.more && <Notice kind="info">{t('services.map.more')}</Notice>}
      {drawn.length > 0 ? (
        <DrawnMap key={whole} places={drawn} />
      ) : (
        <EmptyState title={t('services.map.none')}>{t('services.map.noneText')}</EmptyState>
      )}
      {without.length > 0 && (
        <Card flush title={t('services.map.without')} note={t('services.map.withoutText')}>
          <ul className={css.lines}>
            {without.map(place => (
              <li key={place.id}>
                <MapLine service={place} place={place} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {body.nowhere.length > 0 && (
        <Card flush title={t('services.map.nowhere')} note={t('services.where.none')}>
          <ul className={css.lines}>
            {body.nowhere.map(service => (
              <li key={service.serviceId}>
                <MapLine service={service} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
