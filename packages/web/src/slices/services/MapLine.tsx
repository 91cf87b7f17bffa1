/** A service as one line beside the map: its name opens it. What is in order needs no pill. */
import type { ServiceMap, ServiceMapPlace } from '@kerege/contract/services/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { Said } from './Said.tsx'
import css from './map.module.css'
import { standOf } from './words.ts'

interface Props {
  service: ServiceMap['nowhere'][number]
  place?: Pick<ServiceMapPlace, 'name' | 'area' | 'address'>
}

export function MapLine({ service, place }: Props) {
  const t = useT()
  const areas = useAreas()
  const { today } = useFormat()
  const stand = standOf(service, today, t)
  return (
    <div className={css.line}>
      <div>
        <Link to="/services/$id" params={{ id: service.serviceId }}>
          <Said text={service.service} />
        </Link>
        <p className="k-dim k-small">
          <Said text={service.organisation} />
          {place && ` · ${[place.name, place.address ?? areas.name(place.area)].filter(Boolean).join(' · ')}`}
        </p>
      </div>
      {stand.kind !== 'ok' && <StatePill kind={stand.kind}>{stand.text}</StatePill>}
    </div>
  )
}
