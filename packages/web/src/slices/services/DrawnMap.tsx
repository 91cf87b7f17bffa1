/**
 * The picture: lines of degrees, a measure, names of districts, and a numbered pin for each spot. A pin is a link or a button like any
 * other, reached by keyboard; the list beside it has the same numbers and says the same.
 */
import type { ServiceMapPlace } from '@kerege/contract/services/schema'
import { frameOf, planeOf, type Spot, spotsOf, spreads } from '@kerege/contract/services/map'
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { MapGround } from './MapGround.tsx'
import { MapLine } from './MapLine.tsx'
import css from './map.module.css'

export type DrawnPlace = ServiceMapPlace & { latitude: number; longitude: number }

/** Pins are 28 px wide and keep a finger apart. */
const reach = 40
/** Before the page is measured, and where nothing measures. */
const usualWidth = 640

export function DrawnMap({ places }: { places: readonly DrawnPlace[] }) {
  const t = useT()
  const [near, look] = useState<readonly DrawnPlace[]>()
  const { ref, width: measured } = useElementSize()
  const list = useRef<HTMLOListElement>(null)
  const shown = near ?? places
  const width = measured || usualWidth
  const size = { width, height: Math.round(Math.min(520, Math.max(320, width * 0.66))) }
  const frame = frameOf(shown)
  if (!frame) return null
  const plane = planeOf(frame, size)
  const spots = spotsOf(shown, plane, reach)
  const open = (spot: Spot<DrawnPlace>, n: number) => {
    if (spreads(spot.items)) look(spot.items)
    // All at one door: the list names them.
    else list.current?.querySelectorAll<HTMLElement>(':scope > li')[n]?.querySelector('a')?.focus()
  }
  return (
    <div className={css.both}>
      <Card
        flush
        title={t('services.map.title')}
        note={t('services.map.drawn', { n: shown.length })}
        side={
          near && (
            <Button variant="default" className="k-screen" onClick={() => look(undefined)}>
              {t('services.map.whole')}
            </Button>
          )
        }
      >
        <div ref={ref} className={css.map} style={{ height: size.height }}>
          <MapGround plane={plane} size={size} places={shown} />
          <ul aria-label={t('services.map.title')}>
            {spots.map((spot, n) => (
              <li
                key={spot.items[0]?.id}
                className={css.pin}
                style={{ insetInlineStart: spot.x, top: spot.y }}
              >
                <Pin spot={spot} n={n + 1} open={() => open(spot, n)} />
              </li>
            ))}
          </ul>
        </div>
      </Card>
      <Card flush title={t('services.map.list')}>
        <ol ref={list} className={css.lines}>
          {spots.map((spot, n) => (
            <li key={spot.items[0]?.id} className={css.spot}>
              <span className={css.number}>{n + 1}</span>
              <ul>
                {spot.items.map(place => (
                  <li key={place.id}>
                    <MapLine service={place} place={place} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

/** One service opens; of several one looks closer. */
function Pin({ spot, n, open }: { spot: Spot<DrawnPlace>; n: number; open: () => void }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const [first] = spot.items
  if (!first) return null
  if (spot.items.length === 1) {
    const name = format.text(first.service).text
    return (
      <Link
        to="/services/$id"
        params={{ id: first.serviceId }}
        aria-label={t('services.map.pin', { n, name })}
        title={name}
      >
        {n}
      </Link>
    )
  }
  const name = `${t('services.map.many', { n: spot.items.length })}, ${areas.name(first.area)}`
  return (
    <button
      type="button"
      className={css.many}
      aria-label={t('services.map.pin', { n, name })}
      title={name}
      onClick={open}
    >
      {n}
    </button>
  )
}
