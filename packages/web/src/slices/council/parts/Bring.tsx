/** A sheet of the Council brought back: initiatives, or values of indicators. */
import type { importInitiatives, previewInitiatives } from '@kerege/contract/council/initiatives/routes'
import type { SheetReport } from '@kerege/contract/council/initiatives/schema'
import { send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Bring as BringFile, BroughtRows } from '../../../ui/Bring.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

interface Props {
  routes: { preview: typeof previewInitiatives; take: typeof importInitiatives }
  /** How a column is called on the screen. */
  columnName: (field: string) => string
  onDone: () => void
}

const kinds: Record<SheetReport['rows'][number]['outcome'], StateKind> = {
  new: 'info',
  changed: 'wait',
  same: 'mute',
  'left-out': 'stop',
}

export function Bring({ routes, columnName, onDone }: Props) {
  const t = useT()
  return (
    <BringFile<SheetReport>
      accept=".xlsx,.csv"
      slice="initiatives"
      words={{
        text: t('initiatives.bringText'),
        choose: t('initiatives.chooseFile'),
        confirm: ({ added, changed }) => t('initiatives.confirm', { n: added + changed }),
        taken: ({ added, changed }) => t('initiatives.taken', { added, changed }),
        outcome: ({ added, changed, same, leftOut }) =>
          t('initiatives.outcome', { added, changed, same, leftOut }),
        unread: names => t('initiatives.unread', { names }),
        faults: t('initiatives.faults'),
        faultAt: at => t('initiatives.faultAt', at),
        moreFaults: n => t('initiatives.moreFaults', { n }),
      }}
      preview={async body => (await send(routes.preview, { body })).body}
      take={async (body, seen) => (await send(routes.take, { query: { seen }, body })).body}
      useful={({ added, changed }) => added + changed > 0}
      columnName={columnName}
      onDone={onDone}
    >
      {report => <Rows rows={report.rows} columnName={columnName} />}
    </BringFile>
  )
}

function Rows({ rows, columnName }: Pick<SheetReport, 'rows'> & Pick<Props, 'columnName'>) {
  const t = useT()
  // What is the same needs no look: it is counted.
  const shown = rows.filter(row => row.outcome !== 'same')
  if (shown.length === 0) return null
  return (
    <BroughtRows
      rows={shown}
      caption={t('initiatives.rows')}
      heads={[t('initiatives.row'), t('initiatives.column.title'), t('initiatives.whatHappens')]}
      becomes={row => (
        <>
          <StatePill kind={kinds[row.outcome]}>{t(`initiatives.outcome.${row.outcome}`)}</StatePill>{' '}
          <span className="k-dim k-small">{row.fields.map(columnName).join(', ')}</span>
        </>
      )}
    />
  )
}
