/** The mark: four crossed laths hold up one hearth. Never outlined, tilted, animated or boxed. */
export function Mark({ size = 32, label }: { size?: number; label?: string }) {
  const name = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by what is spread on it
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeLinecap="round" {...name}>
      <path
        d="M11.9 3.6 27.6 20.4M4.4 11.6 20.1 28.4M20.1 3.6 4.4 20.4M27.6 11.6 11.9 28.4"
        stroke="var(--k-primary)"
        strokeWidth="2.8"
      />
      <path d="M16 12.2 19.6 16 16 19.8 12.4 16Z" fill="var(--k-lath)" />
    </svg>
  )
}
