/** Two records as rows by field: what is the same, what differs, and what stands in one of them only. Draws nothing. */
import type { Person } from '@kerege/contract/people/schema'

export type Mark = 'same' | 'partly' | 'differs' | 'one' | 'other'

export interface PairRow {
  section: 'contact' | 'identity' | 'journey' | 'health' | 'kinship'
  field: string
  mark: Mark
  one: unknown
  other: unknown
}

type Fields = Readonly<Record<string, unknown>>

const order = {
  contact: ['names', 'birth', 'sex', 'area', 'languages', 'contacts'],
  identity: ['names', 'citizenships', 'identifiers'],
  journey: ['names', 'birthPlace'],
  health: ['disability'],
  kinship: ['household'],
} as const satisfies Record<PairRow['section'], readonly string[]>

/** A section that is not open in both is no difference: it stands for nothing. */
export function rowsOf(one: Person, other: Person): PairRow[] {
  return (Object.keys(order) as PairRow['section'][]).flatMap(section => {
    const [a, b] = [fieldsOf(one, section), fieldsOf(other, section)]
    if (!a || !b) return []
    return order[section].flatMap(field => {
      const mark = markOf(a[field], b[field])
      return mark ? [{ section, field, mark, one: a[field], other: b[field] }] : []
    })
  })
}

function fieldsOf(person: Person, section: PairRow['section']): Fields | undefined {
  const fields = person[section] as Fields | undefined
  if (section === 'contact') return fields && { ...fields, area: person.area }
  if (section === 'kinship') return fields && { household: person.kinship?.household?.name }
  return fields
}

/** Nothing when neither has it. */
function markOf(one: unknown, other: unknown): Mark | undefined {
  if (isNothing(one)) return isNothing(other) ? undefined : 'other'
  if (isNothing(other)) return 'one'
  if (!Array.isArray(one) || !Array.isArray(other)) return text(one) === text(other) ? 'same' : 'differs'
  const [mine, theirs] = [one.map(text), other.map(text)]
  const shared = mine.filter(item => theirs.includes(item)).length
  if (shared === mine.length && shared === theirs.length) return 'same'
  return shared > 0 ? 'partly' : 'differs'
}

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  value === 'unknown' ||
  (value as { precision?: string }).precision === 'unknown'

/** Keys in one order, so that two answers of the node compare alike. */
function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
