/** Names in daily use, birth, sex, languages, and how the person may be reached. */
import { contactSystems, sexes } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { LanguageField } from '../../../ui/form/LanguageField.tsx'
import { blankName, NameFields } from '../../../ui/form/NameFields.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { GroupFault } from './GroupFault.tsx'
import { discretions, languageLevels } from '../words.ts'

export function ContactFields({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <Spellings at={`${at}/names`} min={1} />
      <DateField at={`${at}/birth`} label={t('people.birth')} />
      <ChoiceField
        at={`${at}/sex`}
        label={t('people.sex')}
        options={sexes.map(value => ({ value, label: t(`people.sex.${value}`) }))}
      />
      <SpokenLanguages at={`${at}/languages`} />
      <ContactPoints at={`${at}/contacts`} />
    </>
  )
}

export function Spellings({ at, min = 0 }: { at: string; min?: number }) {
  const t = useT()
  return (
    <FieldGroup legend={t('people.names')} hint={t('people.names.hint')}>
      <RepeatField
        at={at}
        legend={n => t('people.nameNo', { n })}
        add={t('people.addSpelling')}
        blank={() => blankName('other')}
        min={min}
        max={20}
      >
        {one => (
          <>
            <NameFields at={one} />
            <GroupFault at={one} />
          </>
        )}
      </RepeatField>
    </FieldGroup>
  )
}

export function SpokenLanguages({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  const first = ((form.get(at) as unknown[] | undefined) ?? []).length === 0
  return (
    <FieldGroup legend={t('people.languages')} hint={t('people.languages.hint')}>
      <RepeatField
        at={at}
        legend={n => t('people.languageNo', { n })}
        add={t('people.addLanguage')}
        blank={() => ({ level: first ? 'mother-tongue' : 'good', preferred: first })}
        max={12}
      >
        {one => (
          <>
            <LanguageField at={`${one}/tag`} label={t('people.language')} />
            <ChoiceField
              compact
              at={`${one}/level`}
              label={t('people.level')}
              options={languageLevels.map(value => ({ value, label: t(`people.level.${value}`) }))}
            />
            <TickField at={`${one}/preferred`} label={t('people.preferred')} />
          </>
        )}
      </RepeatField>
    </FieldGroup>
  )
}

export function ContactPoints({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  return (
    <FieldGroup legend={t('people.contacts')} hint={t('people.contacts.hint')}>
      <RepeatField
        at={at}
        legend={n => t('people.contactNo', { n })}
        add={t('people.addContact')}
        blank={() => ({ system: 'phone', discretion: 'ask-first' })}
        max={12}
      >
        {one => {
          const kind = form.get(`${one}/system`)
          return (
            <>
              <ChoiceField
                compact
                at={`${one}/system`}
                label={t('people.contact.kind')}
                options={contactSystems.map(value => ({ value, label: t(`people.contact.${value}`) }))}
              />
              <TextField
                at={`${one}/value`}
                label={t('people.contact.value')}
                maxLength={300}
                {...(kind === 'phone'
                  ? { kind: 'tel' as const }
                  : kind === 'email'
                    ? { kind: 'email' as const }
                    : {})}
              />
              <TextField
                at={`${one}/belongsTo`}
                label={t('people.contact.whose')}
                hint={t('people.contact.whose.hint')}
                optional
                maxLength={120}
              />
              <ChoiceField
                at={`${one}/discretion`}
                label={t('people.discretion')}
                options={discretions.map(value => ({
                  value,
                  label: t(`people.discretion.${value}`),
                }))}
              />
            </>
          )
        }}
      </RepeatField>
    </FieldGroup>
  )
}
