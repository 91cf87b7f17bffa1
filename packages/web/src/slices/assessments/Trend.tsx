/** A line of a few points over time, small beside words. The numbers stand in its name and in the table of the page. */
import css from './assessments.module.css'

interface Props {
  points: readonly { value: number; level?: number }[]
  least: number
  most: number
  label: string
}

const width = 96
const height = 32
const edge = 6

export function Trend({ points, least, most, label }: Props) {
  const x = (at: number) =>
    points.length === 1 ? width / 2 : edge + (at * (width - 2 * edge)) / (points.length - 1)
  const y = (value: number) =>
    height - edge - ((value - least) * (height - 2 * edge)) / Math.max(1, most - least)
  return (
    <svg className={css.trend} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[least, most].map(value => (
        <line key={value} x1={0} x2={width} y1={y(value)} y2={y(value)} className={css.grid} />
      ))}
      <polyline
        className={css.path}
        points={points.map((point, at) => `${x(at)},${y(point.value)}`).join(' ')}
      />
      {points.map((point, at) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: points of a line have no name but their place
          key={at}
          cx={x(at)}
          cy={y(point.value)}
          r={at === points.length - 1 ? 4.5 : 3}
          className={point.level ? css[`l${point.level}`] : css.dot}
        />
      ))}
    </svg>
  )
}
