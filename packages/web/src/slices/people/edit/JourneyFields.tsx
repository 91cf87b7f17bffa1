/** Origin: how lists abroad wrote the name, and where the person was born. Sealed from school, clinic, employer. */
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { certainties } from '../words.ts'
import { Spellings } from './ContactFields.tsx'

export function JourneyFields({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <Notice kind="seal">{t('people.journey.sealed')}</Notice>
      <Spellings at={`${at}/names`} />
      <FieldGroup legend={t('people.birthPlace')}>
        <CountryField
          at={`${at}/birthPlace/country`}
          label={t('people.country')}
          unknown={t('people.country.unknown')}
          optional
        />
        <TextField at={`${at}/birthPlace/place`} label={t('people.place')} optional maxLength={200} />
        <ChoiceField
          at={`${at}/birthPlace/certainty`}
          label={t('people.certainty')}
          options={certainties.map(value => ({ value, label: t(`people.certainty.${value}`) }))}
        />
      </FieldGroup>
    </>
  )
}

/** Without country and place there is no place of birth, however certain. */
export function journeyShape(section: Record<string, unknown>): unknown {
  const { birthPlace, ...rest } = section
  const place = birthPlace as { country?: string; place?: string } | undefined
  return place?.country || place?.place ? { ...rest, birthPlace } : rest
}
