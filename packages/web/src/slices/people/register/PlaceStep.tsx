/** The second question: where they live, what they speak, how they may be reached. */
import { useT } from '../../../i18n/useT.tsx'
import { AreaField } from '../../../ui/form/AreaField.tsx'
import { ContactPoints, SpokenLanguages } from '../edit/ContactFields.tsx'

export function PlaceStep() {
  const t = useT()
  return (
    <>
      <AreaField at="/area" label={t('people.area')} hint={t('people.area.hint')} />
      <SpokenLanguages at="/contact/languages" />
      <ContactPoints at="/contact/contacts" />
    </>
  )
}
