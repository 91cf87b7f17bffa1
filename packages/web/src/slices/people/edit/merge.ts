/**
 * Two people changed one section: what each of them changed, seen from what both had read. A field that only one
 * of them touched is nobody's quarrel; a field that both changed is decided by a person.
 */
type Section = Record<string, unknown>

export interface Merge {
  /** Changed by the other only: taken over, and said. */
  theirs: string[]
  /** Changed by both, to different ends. */
  both: string[]
}

export function compareSections(base: Section, mine: Section, theirs: Section): Merge {
  const fields = [...new Set([base, mine, theirs].flatMap(Object.keys))]
  const changed = fields.filter(field => !same(base[field], theirs[field]))
  const both = changed.filter(field => !same(base[field], mine[field]) && !same(mine[field], theirs[field]))
  return { both, theirs: changed.filter(field => same(base[field], mine[field])) }
}

/** Mine, with what only they changed, and with theirs where theirs was chosen. */
export function merged(
  mine: Section,
  theirs: Section,
  merge: Merge,
  chosen: Readonly<Record<string, 'mine' | 'theirs'>>,
): Section {
  const taken = [...merge.theirs, ...merge.both.filter(field => chosen[field] === 'theirs')]
  const whole = { ...mine, ...Object.fromEntries(taken.map(field => [field, theirs[field]])) }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

// Order of keys and blanks are no difference: a form writes them as they come.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null)
    return value === '' ? 'null' : JSON.stringify(value ?? null)
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key}:${canonical(one)}`)
    .join()
}
