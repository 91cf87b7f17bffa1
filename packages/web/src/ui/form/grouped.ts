/** Choices under the names of their groups. Apart, so that a list's filters need not load what searches. */
interface Choice {
  value: string
  label: string
  group?: string
}
interface Group {
  group: string
  items: { value: string; label: string }[]
}

/** Those of no group first; then groups, in the order in which they are met. */
export function grouped(options: readonly Choice[]): (Choice | Group)[] {
  const plain = options.filter(({ group }) => group === undefined)
  const names = [...new Set(options.flatMap(({ group }) => group ?? []))]
  const items = (name: string) =>
    options.filter(({ group }) => group === name).map(({ value, label }) => ({ value, label }))
  return [
    ...plain.map(({ value, label }) => ({ value, label })),
    ...names.map(group => ({ group, items: items(group) })),
  ]
}
