/** Which languages stand side by side in the form, and how far each of the seven is. Taking one out of sight loses nothing. */
import { type Language, languages } from '@kerege/contract/common'
import { textFields } from '@kerege/contract/practices/content'
import { Button } from '@mantine/core'
import { ownNameOf } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import css from '../practices.module.css'

interface Props {
  shown: readonly Language[]
  show: (languages: readonly Language[]) => void
}

export function LanguagesShown({ shown, show }: Props) {
  const t = useT()
  const form = useFormState()
  const count = (language: Language) =>
    textFields.filter(
      field => String(form.get(`/content/texts/${field}/${language}/text`) ?? '').trim() !== '',
    ).length
  const toggle = (language: Language) => {
    if (!shown.includes(language)) return show([...shown, language].slice(-2))
    if (shown.length > 1) show(shown.filter(one => one !== language))
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('practices.languagesShown')}</legend>
      <div className={css.shown}>
        {languages.map(language => (
          <Button
            key={language}
            variant={shown.includes(language) ? 'default' : 'subtle'}
            aria-pressed={shown.includes(language)}
            onClick={() => toggle(language)}
          >
            <span lang={language}>{ownNameOf(language)}</span>
            {count(language) > 0 && (
              <span className="k-num">
                &nbsp;{t('practices.ofTexts', { n: count(language), of: textFields.length })}
              </span>
            )}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
