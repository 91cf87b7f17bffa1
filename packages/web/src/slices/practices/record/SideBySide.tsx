/** One text in the languages that are shown, each with its state; and beneath each what the check sees in it. */
import { type Language, languages } from '@kerege/contract/common'
import { neededFields, type TextField as TextName } from '@kerege/contract/practices/content'
import type { Thing } from '@kerege/contract/practices/record/schema'
import { choices } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { FindingWords } from '../check/FindingWords.tsx'
import css from '../practices.module.css'

interface Props {
  at: string
  field: TextName
  /** None for a line. */
  rows: number
  shown: readonly Language[]
  things: readonly Thing[]
}

const needed: readonly string[] = neededFields

export function SideBySide({ at, field, rows, shown, things }: Props) {
  const t = useT()
  const form = useFormState()
  const textOf = (language: Language) => String(form.get(`${at}/${language}/text`) ?? '')
  const hidden = languages.filter(one => !shown.includes(one) && textOf(one) !== '')
  return (
    <FieldGroup legend={t(`practices.text.${field}`)} hint={t(`practices.hint.${field}`)}>
      <div className={shown.length > 1 ? css.twoSides : css.sides}>
        {shown.map(language => (
          <div key={language} className={css.side}>
            <TextField
              at={`${at}/${language}/text`}
              label={choices.find(([id]) => id === language)?.[1] ?? language}
              lang={language}
              maxLength={field === 'title' ? 300 : 10_000}
              optional={!needed.includes(field)}
              {...(rows > 0 ? { rows } : {})}
            />
            {textOf(language) !== '' && (
              <ChoiceField
                compact
                at={`${at}/${language}/state`}
                label={t('council.text.state')}
                options={(['draft', 'machine', 'checked', 'stale'] as const).map(value => ({
                  value,
                  label: t(`council.text.${value}`),
                }))}
              />
            )}
            {things
              .filter(thing => thing.language === language)
              .map(thing => (
                <FindingWords
                  key={`${thing.from} ${thing.code}`}
                  text={textOf(language)}
                  language={language}
                  finding={thing}
                />
              ))}
          </div>
        ))}
      </div>
      {hidden.length > 0 && (
        <p className="k-dim k-small">
          {t('practices.alsoIn', {
            languages: hidden.map(one => choices.find(([id]) => id === one)?.[1]).join(', '),
          })}
        </p>
      )}
    </FieldGroup>
  )
}
