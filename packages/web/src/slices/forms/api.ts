/** How forms are asked: those of a person, one of them, and the questions of a form in the language of the screen. */
import type { Language } from '@kerege/contract/common'
import type { FormSheet } from '@kerege/contract/forms/definition'
import { formSheet, getForm, personForms } from '@kerege/contract/forms/routes'
import { useMemo } from 'react'
import { useGet } from '../../api.ts'
import { toCyrillic } from '../../i18n/cyrillic.ts'
import { useLoaded } from '../../i18n/language.ts'

export const useForms = (personId: string, enabled = true) =>
  useGet(personForms, { params: { id: personId } }, { enabled })
export const useOneForm = (id: string) => useGet(getForm, { params: { id } })

/** A published form never changes: what came once is as good as new. */
export function useSheet(form: string, version: number) {
  const { language, choice } = useLoaded()
  const query = useGet(
    formSheet,
    { params: { form, version: String(version) }, query: { language: language as Language } },
    { freshFor: Number.POSITIVE_INFINITY },
  )
  const sheet = query.data?.body
  const shown = useMemo(() => (sheet && choice === 'uz-Cyrl' ? inCyrillic(sheet) : sheet), [sheet, choice])
  return { query, sheet: shown }
}

const words = new Set(['title', 'lead', 'description', 'text'])

/** Uzbek in its other alphabet: of the words only, for names and choices are keys. */
function inCyrillic(sheet: FormSheet): FormSheet {
  const text = JSON.stringify(sheet, (key, value: unknown) =>
    words.has(key) && typeof value === 'string' ? toCyrillic(value) : value,
  )
  return JSON.parse(text) as FormSheet
}
