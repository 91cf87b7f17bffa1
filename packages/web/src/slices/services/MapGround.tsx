/** What lies under the pins: lines at round degrees, names of districts where their places are, and a measure. For the eye alone. */
import { degreeLines, measureOf, type Plane, type Size } from '@kerege/contract/services/map'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import type { DrawnPlace } from './DrawnMap.tsx'
import css from './map.module.css'

interface Props {
  plane: Plane
  size: Size
  places: readonly DrawnPlace[]
}

/** Names nearer than this above each other would lie over each other. */
const nameHeight = 26
/** Of a letter at 13 px, rather too wide than too narrow. */
const letterWidth = 7.4

export function MapGround({ plane, size, places }: Props) {
  const t = useT()
  const format = useFormat()
  const { south, north, west, east } = plane.frame
  const measure = measureOf(plane.kmPerPx, 120)
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  return (
    <svg width={size.width} height={size.height} className={css.ground} aria-hidden="true">
      {degreeLines(south, north).map(({ at, digits }) => {
        const { y } = plane.place({ ...middle, latitude: at })
        return (
          <g key={`parallel ${at}`}>
            <path d={`M0 ${y}H${size.width}`} className={css.degree} />
            <text x={6} y={y - 5} className={css.degreeText}>
              {t(at < 0 ? 'services.map.south' : 'services.map.north', {
                degrees: format.number(Math.abs(at), digits),
              })}
            </text>
          </g>
        )
      })}
      {degreeLines(west, east).map(({ at, digits }) => {
        const { x } = plane.place({ ...middle, longitude: at })
        return (
          <g key={`meridian ${at}`}>
            <path d={`M${x} 0V${size.height}`} className={css.degree} />
            <text x={x + 5} y={14} className={css.degreeText}>
              {t(at < 0 ? 'services.map.west' : 'services.map.east', {
                degrees: format.number(Math.abs(at), digits),
              })}
            </text>
          </g>
        )
      })}
      <Names plane={plane} size={size} places={places} />
      <g transform={`translate(${size.width - measure.px - 14} ${size.height - 14})`}>
        <path d={`M0 -6V0H${measure.px}V-6`} className={css.measure} />
        <text x={measure.px / 2} y={-9} className={css.measureText}>
          {measure.metres < 1000
            ? t('services.map.metres', { n: format.number(measure.metres) })
            : t('services.map.km', { n: format.number(measure.metres / 1000) })}
        </text>
      </g>
    </svg>
  )
}

function Names({ plane, size, places }: Props) {
  const areas = useAreas()
  const codes = [...new Set(places.map(place => place.area))]
  const named: { x: number; y: number; half: number; name: string }[] = []
  for (const code of codes) {
    const there = places.filter(place => place.area === code).map(place => plane.place(place))
    const name = areas.name(code).split(', ')[0] ?? code
    const half = (name.length * letterWidth) / 2
    const middle = there.reduce((sum, one) => sum + one.x, 0) / there.length
    const one = {
      // The whole name stays in the picture, over its northernmost pin.
      x: Math.max(half + 6, Math.min(size.width - half - 6, middle)),
      y: Math.max(34, Math.min(...there.map(place => place.y)) - 24),
      half,
      name,
    }
    const free = named.every(
      other => Math.abs(other.x - one.x) > other.half + half || Math.abs(other.y - one.y) > nameHeight,
    )
    if (free) named.push(one)
  }
  return named.map(({ x, y, name }) => (
    <text key={name} x={x} y={y} className={css.area}>
      {name}
    </text>
  ))
}
