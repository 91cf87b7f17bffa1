/** Forms in lines: which, where it stands, by whom. */
import type { FormRow } from '@kerege/contract/forms/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './forms.module.css'
import { pillOf } from './words.ts'

export function FormRows({ rows }: { rows: readonly FormRow[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.list}>
      {rows.map(row => (
        <li key={row.id}>
          <div className={css.head}>
            <Link to={`/forms/${row.id}`}>{t(`forms.step.${row.step}`)}</Link>
            <StatePill kind={pillOf(row.state)}>{t(`forms.state.${row.state}`)}</StatePill>
          </div>
          <div className="k-dim k-small">
            {[
              row.handedBy && row.handedAt
                ? t('forms.by', { name: row.handedBy.name, day: format.date(row.handedAt, 'text') })
                : t('forms.begun', { name: row.begunBy.name, day: format.date(row.begunAt, 'text') }),
              ...(row.with ? [t('forms.with', { name: row.with.name })] : []),
              ...(row.about ? [t(`forms.about.${row.about.kind}`)] : []),
              t('forms.version', { n: row.formVersion }),
            ].join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  )
}
