/** The first question: name in any spellings, birth as it is said, sex; and beside it who looks alike. */
import { sexes } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { blankName, NameFields } from '../../../ui/form/NameFields.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { GroupFault } from '../edit/GroupFault.tsx'
import { BirthField } from './BirthField.tsx'
import { LookAlikes } from './LookAlikes.tsx'

export function WhoStep({ kin }: { kin: boolean }) {
  const t = useT()
  return (
    <>
      <RepeatField
        at="/contact/names"
        legend={n => (n === 1 ? t('people.nameAsUsed') : t('people.nameNo', { n }))}
        add={t('people.addSpelling')}
        blank={() => blankName('other')}
        min={1}
        max={20}
      >
        {(at, index) => (
          <>
            <NameFields at={at} brief={index === 0} />
            <GroupFault at={at} />
          </>
        )}
      </RepeatField>
      <BirthField at="/contact/birth" label={t('people.birth')} hint={t('people.birth.hint')} />
      <LookAlikes />
      <ChoiceField
        at="/contact/sex"
        label={t('people.sex')}
        options={sexes.map(value => ({ value, label: t(`people.sex.${value}`) }))}
      />
      {kin && (
        <>
          <TextField
            at="/parents/mother"
            label={t('people.register.mother')}
            hint={t('people.register.parentHint')}
            maxLength={160}
          />
          <TextField at="/parents/father" label={t('people.register.father')} maxLength={160} />
        </>
      )}
    </>
  )
}
