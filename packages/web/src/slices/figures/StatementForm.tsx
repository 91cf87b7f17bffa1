/** The fields of a statement. Numbers are typed as a file writes them: 47, >2100, ~100, 15-20. */
import { readReported, writeReported } from '@kerege/contract/figures/reported'
import { parts, type Series, type Statement } from '@kerege/contract/figures/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { TickField } from '../../ui/form/ChoiceField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import css from './figures.module.css'
import { useFigureWords } from './words.ts'

/** What was typed, before numbers and lists are read out of it. */
interface Typed {
  values?: Record<string, string>
  sumOf?: string
}

/** A text that is no number stays one: the schema refuses it at its own field. */
export function shape(values: unknown): unknown {
  const { values: numbers = {}, sumOf = '', ...rest } = values as Typed
  const names = sumOf.split(/[;\n]/).map(name => name.trim())
  return {
    ...rest,
    values: Object.fromEntries(
      Object.entries(numbers).map(([part, text]) => [part, readReported(text.replaceAll(' ', '')) ?? text]),
    ),
    sumOf: [...new Set(names)].filter(Boolean),
  }
}

export function typedOf(one: Statement) {
  return {
    seriesId: one.seriesId,
    operation: one.operation,
    when: one.when,
    origin: one.origin,
    values: Object.fromEntries(
      parts.flatMap(part => {
        const reported = one.values[part]
        return reported ? [[part, writeReported(reported)]] : []
      }),
    ),
    sumOf: one.sumOf.join('\n'),
    source: one.source,
    statedOn: one.statedOn,
    note: one.note,
    supersedes: one.supersedes,
    isPublic: one.isPublic,
  }
}

export function StatementFields({ series }: { series: readonly Series[] }) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  return (
    <>
      <SearchChoiceField
        at="/seriesId"
        label={t('figures.series')}
        options={series.map(one => ({
          value: one.id,
          label: `${words.state(one.state)}: ${format.text(one.title).text}`,
        }))}
      />
      <TextField
        at="/operation"
        label={t('figures.operation')}
        hint={t('figures.operationHint')}
        maxLength={120}
        optional
      />
      <TextField at="/when" label={t('figures.day')} hint={t('figures.dayHint')} maxLength={21} optional />
      <TextField at="/origin" label={t('figures.origin')} maxLength={120} optional />
      <fieldset>
        <legend>{t('figures.numbers')}</legend>
        <p className="k-dim k-small">{t('figures.numbersHint')}</p>
        <div className={css.numbers}>
          {parts.map(part => (
            <TextField
              key={part}
              at={`/values/${part}`}
              label={t(`figures.part.${part}`)}
              maxLength={20}
              dir="ltr"
              optional
            />
          ))}
        </div>
      </fieldset>
      <TextField
        at="/sumOf"
        label={t('figures.sumOfField')}
        hint={t('figures.sumOfHint')}
        rows={3}
        optional
      />
      <TextField at="/source/publisher" label={t('figures.publisher')} maxLength={200} />
      <TextField at="/source/url" label={t('figures.url')} maxLength={1000} dir="ltr" />
      <TextField at="/source/title" label={t('figures.sourceTitle')} maxLength={300} optional />
      <TextField
        at="/statedOn"
        label={t('figures.statedOn')}
        hint={t('figures.dayHint')}
        maxLength={21}
        optional
      />
      <TextField at="/note" label={t('figures.note')} rows={3} maxLength={2000} optional />
      <TickField at="/isPublic" label={t('figures.public')} hint={t('figures.publicHint')} />
    </>
  )
}
