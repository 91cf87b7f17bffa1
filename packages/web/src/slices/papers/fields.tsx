/** What a new paper and a changed one ask alike: the paper, the door, the office. */
import { pathways } from '@kerege/contract/people/papers/rules'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useGuide } from './api.ts'

export function PaperChoice() {
  const t = useT()
  const format = useFormat()
  const papers = useGuide()?.papers ?? []
  return (
    <ChoiceField
      compact
      at="/paper"
      label={t('papers.field.paper')}
      optional
      options={papers.map(({ code, name }) => ({ value: code, label: format.text(name).text }))}
    />
  )
}

export function PathwayChoice({ at }: { at: string }) {
  const t = useT()
  return (
    <ChoiceField
      compact
      at={at}
      label={t('papers.field.pathway')}
      options={pathways.map(value => ({ value, label: t(`papers.pathway.${value}`) }))}
    />
  )
}

export function OfficeFields() {
  const t = useT()
  return (
    <>
      <TextField at="/office/name" label={t('papers.field.office')} optional maxLength={160} />
      <TextField at="/office/place" label={t('papers.field.officePlace')} optional maxLength={160} />
      <TextField at="/office/contact" label={t('papers.field.officeContact')} optional maxLength={160} />
    </>
  )
}

type Office = Readonly<Record<string, unknown>> | undefined

/** An office of which nothing was written is no office. */
export const withoutEmptyOffice = <Values extends { office?: Office }>(values: Values): Values => {
  const { office, ...rest } = values
  return office && Object.keys(office).length > 0 ? values : (rest as Values)
}
