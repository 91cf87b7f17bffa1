/** Requests to see the file, on the page of a person: what waits, until when, and what became of it. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../rights.module.css'
import { useFilesOf } from './api.ts'
import { AskDrawer } from './AskDrawer.tsx'
import { FileState } from './FileState.tsx'

export function FilesOfPerson({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const [asking, ask] = useState(false)
  const body = useFilesOf(personId, true).data?.body
  if (!body) return null
  return (
    <>
      {body.rows.map(row => (
        <div key={row.id} className={css.row}>
          <div>
            <Link to={`/file-requests/${row.id}`}>{t('files.one')}</Link>
            <div className="k-dim k-small">
              {[t(`files.by.${row.askedBy}`), t('files.due', { day: format.date(row.due) })].join(' · ')}
            </div>
          </div>
          <FileState row={row} />
        </div>
      ))}
      {body.mayAsk && (
        <div>
          <Button variant="default" onClick={() => ask(true)}>
            {t('files.ask')}
          </Button>
        </div>
      )}
      <AskDrawer personId={personId} body={body} opened={asking} onClose={() => ask(false)} />
    </>
  )
}
