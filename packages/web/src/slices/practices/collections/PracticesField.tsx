/** Practices to choose from those that are published, found by typing; in the order in which they stand. */
import { listPractices } from '@kerege/contract/practices/record/routes'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'

export function usePracticeOptions(audience?: 'public') {
  const format = useFormat()
  const rows = useGet(listPractices, { query: { state: 'published', limit: 200 } }).data?.body.rows ?? []
  return rows
    .filter(row => row.number !== undefined && (audience === undefined || row.audience === audience))
    .map(row => ({
      value: row.id,
      label: `${practiceSymbol(row.number ?? 0)} ${format.text(row.title).text}`,
    }))
}

export function PracticesField({ at }: { at: string }) {
  const t = useT()
  const options = usePracticeOptions()
  return (
    <RepeatField
      at={at}
      legend={n => t('practices.collection.no', { n })}
      add={t('practices.collection.add')}
      blank={() => undefined}
      max={100}
    >
      {one => <SearchChoiceField at={one} label={t('practices.adoption.practice')} options={options} />}
    </RepeatField>
  )
}
