/** A text in the languages of the Council, each with its state; a language left blank is left out. */
import { languages } from '@kerege/contract/common'
import { choices } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

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
  const state = (language: string) => form.get(`${at}/${language}/text`)
  return (
    <FieldGroup legend={legend} {...(hint ? { hint } : {})}>
      {languages.map(language => (
        <div key={language} style={{ display: 'grid', gap: 8 }}>
          <TextField
            at={`${at}/${language}/text`}
            label={choices.find(([id]) => id === language)?.[1] ?? language}
            lang={language}
            maxLength={maxLength}
            optional={!required.includes(language)}
            {...(rows ? { rows } : {})}
          />
          {rows && state(language) ? (
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
