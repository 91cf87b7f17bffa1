/** A number of a paper, hidden but for its last four signs; one of four or fewer is hidden whole but the last. */
export function masked(value: string): string {
  const shown = value.length > 4 ? 4 : 1
  const hidden = Math.max(0, value.length - shown)
  const dots = '•'.repeat(Math.min(8, hidden)).replace(/(.{4})(?=.)/g, '$1 ')
  return `${dots} ${value.slice(-shown)}`
}
