/** Papers: names as documents write them, citizenships with their standing, numbers with issuer and term. */
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { identifierSystems, standings } from '../words.ts'
import { Spellings } from './ContactFields.tsx'

export function IdentityFields({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <Spellings at={`${at}/names`} />
      <FieldGroup legend={t('people.citizenships')} hint={t('people.citizenships.hint')}>
        <RepeatField
          at={`${at}/citizenships`}
          legend={n => t('people.citizenshipNo', { n })}
          add={t('people.addCitizenship')}
          blank={() => ({ standing: 'claimed' })}
          max={6}
        >
          {one => (
            <>
              <CountryField
                at={`${one}/country`}
                label={t('people.country')}
                unknown={t('people.country.unknown')}
              />
              <ChoiceField
                compact
                at={`${one}/standing`}
                label={t('people.standing')}
                options={standings.map(value => ({ value, label: t(`people.standing.${value}`) }))}
              />
            </>
          )}
        </RepeatField>
      </FieldGroup>
      <FieldGroup legend={t('people.identifiers')}>
        <RepeatField
          at={`${at}/identifiers`}
          legend={n => t('people.identifierNo', { n })}
          add={t('people.addIdentifier')}
          blank={() => ({})}
          max={20}
        >
          {one => <IdentifierFields at={one} />}
        </RepeatField>
      </FieldGroup>
    </>
  )
}

function IdentifierFields({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  const now = form.get(`${at}/system`)
  const known: readonly string[] = identifierSystems
  // A system that this page has no words for is kept under its code.
  const kept = typeof now === 'string' && !known.includes(now) ? [{ value: now, label: now }] : []
  return (
    <>
      <ChoiceField
        compact
        at={`${at}/system`}
        label={t('people.system')}
        options={[
          ...identifierSystems.map(value => ({ value, label: t(`people.system.${value}`) })),
          ...kept,
        ]}
      />
      <TextField at={`${at}/value`} label={t('people.number')} maxLength={64} />
      <TextField at={`${at}/issuer`} label={t('people.issuer')} optional maxLength={160} />
      <DayField at={`${at}/validFrom`} label={t('people.validFrom')} optional />
      <DayField at={`${at}/validTo`} label={t('people.validTo')} optional />
    </>
  )
}
