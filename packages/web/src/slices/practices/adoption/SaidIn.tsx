/** In which language the words of a form are written: that of the screen, unless somebody says otherwise. */
import { languages } from '@kerege/contract/common'
import { choices } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'

export function SaidIn() {
  const t = useT()
  return (
    <ChoiceField
      compact
      at="/language"
      label={t('practices.adoption.language')}
      options={languages.map(value => ({
        value,
        label: choices.find(([id]) => id === value)?.[1] ?? value,
      }))}
    />
  )
}
