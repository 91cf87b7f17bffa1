/** Somebody who is not on the register: a name, and what helps to tell them from another. */
import { lifeStates } from '@kerege/contract/people/kinship/schema'
import { sexes } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { RoughDateField } from './RoughDateField.tsx'

export function OutsiderFields({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  return (
    <>
      <TextField at={`${at}/name`} label={t('kinship.pick')} maxLength={160} />
      <SexField at={`${at}/sex`} />
      <DateField at={`${at}/birth`} label={t('people.birth')} />
      <ChoiceField
        at={`${at}/life`}
        label={t('kinship.life')}
        options={lifeStates.map(value => ({ value, label: t(`kinship.life.${value}`) }))}
      />
      {form.get(`${at}/life`) === 'died' && <RoughDateField at={`${at}/died`} label={t('kinship.died')} />}
    </>
  )
}

export function SexField({ at }: { at: string }) {
  const t = useT()
  return (
    <ChoiceField
      compact
      at={at}
      label={t('people.sex')}
      options={sexes.map(value => ({ value, label: t(`people.sex.${value}`) }))}
    />
  )
}
