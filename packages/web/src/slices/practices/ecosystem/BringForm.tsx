/** Brings a form or a sheet back: read, looked at row by row, then confirmed. Nothing is written unseen. */
import { importPractices, previewPractices } from '@kerege/contract/practices/importing/routes'
import type { ImportReport } from '@kerege/contract/practices/importing/schema'
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { faultText, problemText } from '../../../ui/problems.ts'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import { toast } from '../../../ui/toasts.ts'
import css from './ecosystem.module.css'
import { columnText, fieldText } from './words.ts'

export function BringForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const preview = useSend(previewPractices)
  const take = useSend(importPractices)
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
  const useful = file !== undefined && report !== undefined && report.drafts > 0
  const confirm = () => {
    if (!file || !report) return
    take.mutate(
      { input: { query: { seen: report.seen }, body: file } },
      {
        onSuccess: ({ body }) => {
          toast(t('ecosystem.bringing.taken', { n: body.drafts }))
          onDone()
        },
      },
    )
  }
  return (
    <div className="k-stack">
      <p>{t('ecosystem.bringing.bringText')}</p>
      <div>
        <FileButton accept=".docx,.xlsx,.csv" onChange={read}>
          {props => (
            <Button
              {...props}
              variant={useful ? 'default' : 'filled'}
              loading={preview.isPending}
              leftSection={<IconFileText size={18} stroke={1.7} />}
            >
              {t('ecosystem.bringing.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'ecosystem')}
        </Notice>
      )}
      {report && <Report report={report} />}
      {useful && (
        <div>
          <Button loading={take.isPending} onClick={confirm}>
            {t('ecosystem.bringing.confirm', { n: report.drafts })}
          </Button>
        </div>
      )}
    </div>
  )
}

const kinds: Record<ImportReport['rows'][number]['outcome'], StateKind> = {
  draft: 'info',
  same: 'mute',
  'left-out': 'stop',
}

function Report({ report }: { report: ImportReport }) {
  const t = useT()
  const { drafts, same, leftOut, unread, faults, moreFaults, rows } = report
  return (
    <div className="k-stack" role="status">
      <p>{t('ecosystem.bringing.outcome', { drafts, same, leftOut })}</p>
      {unread.length > 0 && (
        <Notice kind="wait">{t('ecosystem.bringing.unread', { names: unread.join(', ') })}</Notice>
      )}
      {faults.length > 0 && (
        <div>
          <h3>{t('ecosystem.bringing.faults')}</h3>
          <ul>
            {faults.map(one => (
              <li key={`${one.row} ${one.field} ${one.code}`}>
                {t('ecosystem.bringing.faultAt', {
                  row: one.row,
                  column: [one.column, columnText(one.field, t)].filter(Boolean).join(', '),
                  what: faultText({ pointer: '', code: one.code }, 'ecosystem'),
                })}
              </li>
            ))}
            {moreFaults > 0 && <li>{t('ecosystem.bringing.moreFaults', { n: moreFaults })}</li>}
          </ul>
        </div>
      )}
      <table className={css.rows}>
        <thead>
          <tr>
            <th scope="col">{t('ecosystem.bringing.row')}</th>
            <th scope="col">{t('ecosystem.bringing.name')}</th>
            <th scope="col">{t('ecosystem.bringing.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.row}>
              <td className="k-num">{row.row}</td>
              <td dir="auto">{row.title}</td>
              <td>
                <StatePill kind={kinds[row.outcome]}>
                  {t(`ecosystem.bringing.outcome.${row.outcome}`)}
                </StatePill>
                {row.missing.length > 0 && (
                  <div className="k-dim k-small">
                    {t('ecosystem.bringing.missing', {
                      names: row.missing.map(field => fieldText(field, t)).join(', '),
                    })}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
