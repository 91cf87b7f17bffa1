/**
 * Which choices fit what was typed: every typed word begins a word of the choice, in whatever script either of them
 * is written.
 */
import { foldName } from '@kerege/contract/names/fold'
import type { ComboboxParsedItem } from '@mantine/core'
import type { Option } from './ChoiceField.tsx'

/** @returns a test of choices against words as they are typed */
export function findChoice(options: readonly Option[]): (value: string, typed: string) => boolean {
  const folded = new Map<string, string[]>()
  for (const { value, label, words = [] } of options)
    folded.set(value, foldName([label, ...words].join(' ')).split(' '))
  const plain = new Map(options.map(({ value, label }) => [value, label.toLowerCase()]))
  return (value, typed) => {
    const asked = foldName(typed)
    // Figures and signs have no sound; they are looked for as they stand.
    if (asked === '') return plain.get(value)?.includes(typed.trim().toLowerCase()) ?? false
    const words = folded.get(value) ?? []
    return asked.split(' ').every(word => words.some(one => one.startsWith(word)))
  }
}

/** As a searchable list of Mantine wants it: groups without a fitting choice go too. */
export function fitting(
  options: readonly ComboboxParsedItem[],
  fits: (value: string) => boolean,
): ComboboxParsedItem[] {
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return fits(String(option.value)) ? [option] : []
    const items = option.items.filter(item => fits(String(item.value)))
    return items.length > 0 ? [{ ...option, items }] : []
  })
}
