/** The joint of the lattice: our step, bullet and grade. Filled = done, lath colour = here, hollow = to come. */
export type JointState = 'done' | 'here' | 'to-come'

export function Joint({ state, size = 15 }: { state: JointState; size?: number }) {
  const height = state === 'here' ? size * 1.3 : size
  const look = {
    done: { fill: 'var(--k-primary)', stroke: 'var(--k-primary)' },
    here: { fill: 'var(--k-lath)', stroke: 'var(--k-lath)' },
    'to-come': { fill: 'none', stroke: 'var(--k-ctrl)' },
  }[state]
  return (
    <svg width={height * 0.8} height={height} viewBox="0 0 8 10" aria-hidden="true" {...look}>
      <path d="M4 .8 7.2 5 4 9.2.8 5Z" strokeWidth="1" />
    </svg>
  )
}

/** How much of something in a row of joints, said in words too: "3 of 4". */
export function Joints({ filled, of, label }: { filled: number; of: number; label: string }) {
  return (
    <span role="img" aria-label={label} style={{ display: 'inline-flex', gap: 3 }}>
      {Array.from({ length: of }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of a scale are its keys
        <Joint key={at} state={at < filled ? 'done' : 'to-come'} size={12} />
      ))}
    </span>
  )
}
