/**
 * A text in the languages of the Council, one at a time, with the state of each beside its name; a language left blank is
 * left out. Fields that are not open stay in the form: what is wrong in one of them opens it.
 */
import { type Language, languages } from '@kerege/contract/common'
import { useState } from 'react'
import { ownNameOf, useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { LanguageChips, type TextStand } from './LanguageChips.tsx'

interface Props {
  at: string
  legend: string
  hint?: string
  rows?: number
  maxLength: number
  /** Languages that have to be there. */
  required?: readonly string[]
}

export function TextsField({ at, legend, hint, rows, maxLength, required = ['en'] }: Props) {
  const t = useT()
  const form = useFormState()
  const { language: own } = useLoaded()
  const [chosen, choose] = useState<Language>()
  const words = (language: Language) => String(form.get(`${at}/${language}/text`) ?? '').trim()
  const standOf = (language: Language): TextStand => {
    if (words(language) === '') return required.includes(language) ? 'needed' : 'none'
    return (form.get(`${at}/${language}/state`) as TextStand | undefined) ?? 'checked'
  }
  const isWrong = (language: Language) =>
    form.faults.some(({ pointer }) => pointer.startsWith(`${at}/${language}/`))
  const open = chosen ?? languages.find(one => required.includes(one)) ?? own
  return (
    <FieldGroup legend={legend} {...(hint ? { hint } : {})}>
      <LanguageChips label={t('council.doc.languages')} open={open} choose={choose} standOf={standOf} />
      {languages.map(language => (
        <div
          key={language}
          style={{ display: language === open || isWrong(language) ? 'grid' : 'none', gap: 8 }}
        >
          <TextField
            at={`${at}/${language}/text`}
            label={ownNameOf(language)}
            lang={language}
            maxLength={maxLength}
            optional={!required.includes(language)}
            {...(rows ? { rows } : {})}
          />
          {rows && words(language) ? (
            <ChoiceField
              compact
              at={`${at}/${language}/state`}
              label={t('council.text.state')}
              options={(['checked', 'draft', 'machine', 'stale'] as const).map(value => ({
                value,
                label: t(`council.text.${value}`),
              }))}
            />
          ) : null}
        </div>
      ))}
    </FieldGroup>
  )
}

type Texts = Partial<Record<string, { text?: string; state?: string }>>

/** For the form's `shape`: languages with words, in the state that was chosen, else in the one that is given here. */
export function onlySaid(texts: unknown, otherwise: 'checked' | 'draft' = 'checked'): unknown {
  const said = Object.entries((texts ?? {}) as Texts).filter(([, one]) => one?.text)
  if (said.length === 0) return undefined
  return Object.fromEntries(
    said.map(([language, one]) => [language, { text: one?.text, state: one?.state ?? otherwise }]),
  )
}
