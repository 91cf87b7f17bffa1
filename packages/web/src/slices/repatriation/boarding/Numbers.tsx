/** Who came without a number, since somebody else wears the one that they were to have: said until they have another. */
import { type BoardRow, withoutNumber } from '@kerege/contract/repatriation/boarding/view'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export function Numbers({ rows }: { rows: readonly BoardRow[] }) {
  const t = useT()
  return withoutNumber(rows).map(({ row, asked, free }) => (
    <Notice key={row.line.id} kind="wait" live>
      {t('boarding.noNumber', { name: row.line.name, asked, free })}
    </Notice>
  ))
}
