/** Every form that ships, each version of it. A new version is a new file and a new line; the old ones stay. */
import type { Language } from '../common.ts'
import { Definition, type FormSheet, type FormStep } from './definition.ts'
import closure1 from './definitions/closure.1.json' with { type: 'json' }
import intake1 from './definitions/intake.1.json' with { type: 'json' }
import review1 from './definitions/review.1.json' with { type: 'json' }
import visit1 from './definitions/visit.1.json' with { type: 'json' }
import visit2 from './definitions/visit.2.json' with { type: 'json' }

export const definitions: readonly Definition[] = [intake1, visit1, visit2, review1, closure1].map(file =>
  Definition.parse(file),
)

export const findForm = (id: string, version: number): Definition | undefined =>
  definitions.find(one => one.id === id && one.version === version)

/** What the profile of a state names for a step. */
export type Named = Partial<Record<FormStep, { form: string; version: number } | undefined>>

/** The form that is asked today: the one that the state names, else the latest of the step. */
export function formFor(step: FormStep, named: Named = {}): Definition | undefined {
  const own = named[step]
  const found = own && findForm(own.form, own.version)
  if (found) return found
  return definitions
    .filter(one => one.step === step)
    .toSorted((one, other) => one.version - other.version)
    .at(-1)
}

/** A form in one language. */
export const spokenIn = (form: Definition, language: Language): FormSheet => said(form, language) as FormSheet

// Words are the only objects in a form that have a key for each language.
function said(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map(one => said(one, language))
  if (typeof value !== 'object' || value === null) return value
  const entries = value as Record<string, unknown>
  if ('en' in entries && language in entries) return entries[language]
  return Object.fromEntries(Object.entries(entries).map(([key, one]) => [key, said(one, language)]))
}
