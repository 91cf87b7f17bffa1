/** How it was explained, and what the child itself thinks of it. */
import { explainedWays, interpreters } from '@kerege/contract/consents/kinds'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { useFormState } from '../../ui/form/Form.tsx'
import { LanguageField } from '../../ui/form/LanguageField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'

/** @param child a child is asked what it thinks itself */
export function Explained({ child }: { child: boolean }) {
  const t = useT()
  const form = useFormState()
  if (form.get('/kind') === 'other-basis') return null
  return (
    <>
      <LanguageField at="/language" label={t('consents.language')} />
      <ChoiceField
        at="/explained"
        label={t('consents.explained')}
        compact
        options={explainedWays.map(value => ({ value, label: t(`consents.explained.${value}`) }))}
      />
      <ChoiceField
        at="/interpreter"
        label={t('consents.interpreter')}
        compact
        options={interpreters.map(value => ({ value, label: t(`consents.interpreter.${value}`) }))}
      />
      <TextField
        at="/explainedWords"
        label={t('consents.explainedWords')}
        optional
        rows={2}
        maxLength={1000}
      />
      {child && (
        <TextField
          at="/view"
          label={t('consents.view')}
          hint={t('consents.view.hint')}
          optional
          rows={2}
          maxLength={1000}
        />
      )}
    </>
  )
}
