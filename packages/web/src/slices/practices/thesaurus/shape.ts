/** From what the form asks to what a concept holds: further labels are typed in one field and told apart by semicolons and lines. */
import { onlySaid } from '../../council/parts/TextsField.tsx'

type Loose = Record<string, unknown>

export function shape(values: unknown): unknown {
  const { label, alternatives, broader, related, ...rest } = (values ?? {}) as Loose
  return {
    ...rest,
    label: onlySaid(label, 'draft') ?? {},
    alternatives: Object.fromEntries(
      Object.entries((alternatives ?? {}) as Loose).flatMap(([language, said]) => {
        const words = parts(String(said ?? ''))
        return words.length === 0 ? [] : [[language, words]]
      }),
    ),
    ...(broader ? { broader } : {}),
    related: related ?? [],
  }
}

const parts = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map(one => one.trim())
    .filter(one => one !== '')

/** As the form shows them. */
export const joined = (alternatives: Readonly<Partial<Record<string, readonly string[]>>>) =>
  Object.fromEntries(
    Object.entries(alternatives).map(([language, all]) => [language, (all ?? []).join('; ')]),
  )
