/** Rows leave as a file only with a reason, which the audit keeps. */
import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Dialog } from '../Dialog.tsx'
import { Notice } from '../Notice.tsx'
import { problemText } from '../problems.ts'
import css from '../ReasonDialog.module.css'

interface Props {
  opened: boolean
  onClose: () => void
  onExport: (reason: string, format: 'csv' | 'xlsx') => Promise<void>
}

export function ExportDialog({ opened, onClose, onExport }: Props) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [fault, setFault] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    if (busy) return
    if (reason.trim().length < 3) return setFault(t('ui.fault.reason-too-short'))
    setBusy(true)
    try {
      await onExport(reason.trim(), format)
      onClose()
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('ui.export.title')}>
      <div className={css.body}>
        <p>{t('ui.export.consequence')}</p>
        <Radio.Group
          label={t('ui.export.format')}
          value={format}
          onChange={value => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
        >
          <div className="k-row" style={{ gap: 24, paddingTop: 8 }}>
            <Radio value="xlsx" label="Excel" />
            <Radio value="csv" label="CSV" />
          </div>
        </Radio.Group>
        <Textarea
          label={t('ui.reason')}
          placeholder={t('ui.export.example')}
          value={reason}
          error={fault}
          maxLength={500}
          rows={2}
          onChange={event => {
            setReason(event.currentTarget.value)
            setFault(undefined)
          }}
        />
        {problem && (
          <Notice kind="stop" live>
            {problem}
          </Notice>
        )}
        <div className={css.acts}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button loading={busy} onClick={go}>
            {t('ui.export.act')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
