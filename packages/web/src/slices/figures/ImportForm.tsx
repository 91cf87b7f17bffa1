/** Statements from a CSV file: chosen, previewed with every fault by line and column, then taken. */
import { type ImportReport, importStatements, previewImport } from '@kerege/contract/figures/routes'
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { known, say, useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import css from './figures.module.css'

export function ImportForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const preview = useSend(previewImport)
  const take = useSend(importStatements)
  const [csv, setCsv] = useState('')
  const report = preview.data?.body
  const read = async (file: File | null) => {
    if (!file) return
    const text = base64(new Uint8Array(await file.arrayBuffer()))
    setCsv(text)
    preview.mutate({ input: { body: { csv: text } } })
  }
  const error = preview.error ?? take.error
  const useful = report !== undefined && report.added + report.changed > 0
  return (
    <div className="k-stack">
      <p>{t('figures.importText')}</p>
      <div>
        <FileButton accept=".csv,text/csv" onChange={read}>
          {props => (
            <Button
              {...props}
              variant="default"
              loading={preview.isPending}
              leftSection={<IconFileText size={18} stroke={1.7} />}
            >
              {t('figures.chooseFile')}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'figures')}
        </Notice>
      )}
      {report && <Report report={report} />}
      {useful && (
        <div>
          <Button
            loading={take.isPending}
            onClick={() =>
              take.mutate(
                { input: { body: { csv } } },
                {
                  onSuccess: ({ body }) => {
                    toast(t('figures.imported', { added: body.added, changed: body.changed }))
                    onDone()
                  },
                },
              )
            }
          >
            {t('figures.take', { n: report.added + report.changed })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Report({ report }: { report: ImportReport }) {
  const t = useT()
  return (
    <div role="status">
      <ul>
        <li>{t('figures.willAdd', { n: report.added })}</li>
        <li>{t('figures.willChange', { n: report.changed })}</li>
        <li>{t('figures.thereAlready', { n: report.same })}</li>
        <li>{t('figures.leftOut', { n: report.leftOut })}</li>
      </ul>
      {report.faults.length > 0 && (
        <ul className={css.faults}>
          {report.faults.map(one => (
            <li key={`${one.line} ${one.column} ${one.code}`}>
              {t('figures.faultAt', { line: one.line, column: one.column || '–', what: wordsOf(one.code) })}
            </li>
          ))}
          {report.moreFaults > 0 && <li>{t('figures.moreFaults', { n: report.moreFaults })}</li>}
        </ul>
      )}
    </div>
  )
}

const wordsOf = (code: string) =>
  say(known(`figures.fault.${code}`, `ui.fault.${code}`) ?? 'ui.fault.not-valid')

/** In portions: a file is longer than a call may have arguments. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(binary)
}
