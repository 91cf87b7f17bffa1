/** From what the form asks to what the record holds: blank languages are left out, lists that nobody opened are empty. */
import { textFields } from '@kerege/contract/practices/content'
import { onlySaid } from '../../council/parts/TextsField.tsx'

type Loose = Record<string, unknown>
const record = (value: unknown) => (value ?? {}) as Loose
const list = (value: unknown) => (value as unknown[] | undefined) ?? []
const whole = (value: unknown) => {
  const text = String(value ?? '').trim()
  if (text === '') return undefined
  return /^\d{1,4}$/.test(text) ? Number(text) : text
}

export function shape(values: unknown): unknown {
  const given = record(values)
  const content = record(given.content)
  const texts = record(content.texts)
  const facts = record(content.facts)
  const ages = record(facts.ages)
  return {
    ...given,
    organisation: onlySaid(given.organisation),
    papers: lines(given.papers),
    content: {
      texts: Object.fromEntries(
        textFields.flatMap(field => {
          const said = onlySaid(texts[field], 'draft')
          return said === undefined ? [] : [[field, said]]
        }),
      ),
      facts: {
        ...facts,
        domains: list(facts.domains),
        themes: list(facts.themes),
        settings: list(facts.settings),
        audience: list(facts.audience),
        related: list(facts.related),
        ages: { from: whole(ages.from), to: whole(ages.to) },
        since: whole(facts.since),
        until: whole(facts.until),
        weeks: whole(facts.weeks),
        figures: list(facts.figures).map(one => ({
          ...record(one),
          label: onlySaid(record(one).label, 'draft'),
        })),
        sources: list(facts.sources).map(one => ({ ...record(one), year: whole(record(one).year) })),
      },
    },
  }
}

const lines = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as string[]) : String(value ?? '').split('\n'))
    .map(line => line.trim())
    .filter(line => line !== '')
