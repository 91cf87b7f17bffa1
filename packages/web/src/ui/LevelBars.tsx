/** Level of need, one to four rising bars beside the word. Need is measured, never the person. */
import { useT } from '../i18n/useT.tsx'

export type Level = 1 | 2 | 3 | 4

const bars = [5, 8, 11, 14] as const

export function LevelBars({ level, bare = false }: { level: Level; bare?: boolean }) {
  const t = useT()
  const word = t(`ui.level.${level}`)
  const drawing = (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by what is spread on it
    <svg
      width="38"
      height="16"
      viewBox="0 0 38 16"
      {...(bare ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}
    >
      {bars.map((height, at) => (
        <rect
          key={height}
          x={1 + at * 9.5}
          y={15 - height}
          width="7"
          height={height}
          rx="1"
          fill={at < level ? `var(--l${level})` : 'none'}
          stroke="var(--k-dim)"
          strokeWidth="1"
        />
      ))}
    </svg>
  )
  if (bare) return drawing
  return (
    <span className="k-row" style={{ display: 'inline-flex' }}>
      {drawing}
      <span>{word}</span>
    </span>
  )
}
