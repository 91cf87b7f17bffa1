import { useId } from 'react'

/** The lattice line that closes the rail or joins the hub to its nodes. At most one in a view. */
export function Wall({ height = 12 }: { height?: number }) {
  const id = useId()
  const width = height === 12 ? 10 : 29
  return (
    <svg width="100%" height={height} aria-hidden="true" opacity={0.5} display="block">
      <defs>
        <pattern id={id} width={width} height={height} patternUnits="userSpaceOnUse">
          <path d={`M0 0L${width} ${height}M${width} 0L0 ${height}`} stroke="var(--k-lath)" fill="none" />
          {height > 12 && (
            <path
              d={`M${width / 2} 0L${width} ${height / 2}L${width / 2} ${height}L0 ${height / 2}Z`}
              stroke="var(--k-lath)"
              fill="none"
            />
          )}
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  )
}
