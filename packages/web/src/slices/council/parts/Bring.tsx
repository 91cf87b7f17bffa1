/** Brings a sheet back: read, looked at row by row, then confirmed. Nothing is written unseen. */
import type { importInitiatives, previewInitiatives } from '@kerege/contract/council/initiatives/routes'
import type { SheetReport } from '@kerege/contract/council/initiatives/schema'
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { faultText, problemText } from '../../../ui/problems.ts'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import { toast } from '../../../ui/toasts.ts'
import css from './bring.module.css'

interface Props {
  routes: { preview: typeof previewInitiatives; take: typeof importInitiatives }
  /** How a column is called on the screen. */
  columnName: (field: string) => string
  onDone: () => void
}

export function Bring({ routes, columnName, onDone }: Props) {
  const t = useT()
  const preview = useSend(routes.preview)
  const take = useSend(routes.take)
  const [file, setFile] = useState<Uint8Array<ArrayBuffer>>()
  const report = preview.data?.body
  const error = take.error ?? preview.error
  const read = async (chosen: File | null) => {
    if (!chosen) return
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    setFile(bytes)
    take.reset()
    preview.mutate({ input: { body: bytes } })
  }
  const useful = file !== undefined && report !== undefined && report.added + report.changed > 0
  const confirm = () => {
    if (!file || !report) return
    take.mutate(
      { input: { query: { seen: report.seen }, body: file } },
      {
        onSuccess: ({ body }) => {
          toast(t('initiatives.taken', { added: body.added, changed: body.changed }))
          onDone()
        },
      },
    )
  }
  return (
    <div className="k-stack">
      <p>{t('initiatives.bringText')}</p>
      <div>
        <FileButton accept=".xlsx,.csv" onChange={read}>
          {props => (
            <Button
              {...props}
              variant={useful ? 'default' : 'filled'}
              loading={preview.isPending}
              leftSection={<IconFileText size={18} stroke={1.7} />}
            >
              {t('initiatives.chooseFile')}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'initiatives')}
        </Notice>
      )}
      {report && <Report report={report} columnName={columnName} />}
      {useful && (
        <div>
          <Button loading={take.isPending} onClick={confirm}>
            {t('initiatives.confirm', { n: report.added + report.changed })}
          </Button>
        </div>
      )}
    </div>
  )
}

const kinds: Record<SheetReport['rows'][number]['outcome'], StateKind> = {
  new: 'info',
  changed: 'wait',
  same: 'mute',
  'left-out': 'stop',
}

interface ReportProps extends Pick<Props, 'columnName'> {
  report: SheetReport
}

function Report({ report, columnName }: ReportProps) {
  const t = useT()
  // What is the same needs no look: it is counted.
  const rows = report.rows.filter(row => row.outcome !== 'same')
  return (
    <div className="k-stack" role="status">
      <p>
        {t('initiatives.outcome', {
          added: report.added,
          changed: report.changed,
          same: report.same,
          leftOut: report.leftOut,
        })}
      </p>
      {report.unread.length > 0 && (
        <Notice kind="wait">{t('initiatives.unread', { names: report.unread.join(', ') })}</Notice>
      )}
      {report.faults.length > 0 && <Faults report={report} columnName={columnName} />}
      {rows.length > 0 && (
        <div>
          <table className={css.faults}>
            <caption className="k-hidden">{t('initiatives.rows')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('initiatives.row')}</th>
                <th scope="col">{t('initiatives.column.title')}</th>
                <th scope="col">{t('initiatives.whatHappens')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.row}>
                  <td className="k-num">{row.row}</td>
                  <td dir="auto">{row.title}</td>
                  <td>
                    <StatePill kind={kinds[row.outcome]}>{t(`initiatives.outcome.${row.outcome}`)}</StatePill>{' '}
                    <span className="k-dim k-small">{row.fields.map(columnName).join(', ')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Faults({ report, columnName }: ReportProps) {
  const t = useT()
  return (
    <div>
      <h3>{t('initiatives.faults')}</h3>
      <ul>
        {report.faults.map(one => (
          <li key={`${one.row} ${one.field} ${one.code}`}>
            {t('initiatives.faultAt', {
              row: one.row,
              column: [one.column, columnName(one.field)].filter(Boolean).join(', '),
              what: faultText({ pointer: '', code: one.code }, 'initiatives'),
            })}
          </li>
        ))}
        {report.moreFaults > 0 && <li>{t('initiatives.moreFaults', { n: report.moreFaults })}</li>}
      </ul>
    </div>
  )
}
