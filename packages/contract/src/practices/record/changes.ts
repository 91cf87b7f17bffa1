/** Which fields differ between two contents, by name: `texts.title`, `facts.domains`. */
import { type PracticeContent, textFields } from '../content.ts'

export function changedFields(before: PracticeContent, after: PracticeContent): string[] {
  const texts = textFields
    .filter(field => differs(before.texts[field], after.texts[field]))
    .map(field => `texts.${field}`)
  const facts = (Object.keys({ ...before.facts, ...after.facts }) as (keyof PracticeContent['facts'])[])
    .filter(field => differs(before.facts[field], after.facts[field]))
    .map(field => `facts.${field}`)
  return [...texts, ...facts]
}

// The database keeps keys in an order of its own.
const differs = (one: unknown, other: unknown) => ordered(one) !== ordered(other)

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? ''
