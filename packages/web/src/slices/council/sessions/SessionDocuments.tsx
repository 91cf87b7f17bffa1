/** Documents of a session, with the item they belong to; those who prepare add one or begin one here. */
import { listDocuments } from '@kerege/contract/council/documents/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { AddDocumentDrawer } from '../documents/AddDocumentDrawer.tsx'
import { DocumentRows } from '../documents/DocumentRows.tsx'
import { Said } from '../parts/Said.tsx'

export function SessionDocuments({ sessionId }: { sessionId: string }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const [adding, setAdding] = useState(false)
  const all = useGet(listDocuments, { query: { sessionId, limit: 200 } }).data?.body.rows ?? []
  // Statements and the record have cards of their own on this page.
  const rows = all.filter(row => row.kind !== 'statement' && row.kind !== 'record')
  if (rows.length === 0 && !may) return null
  return (
    <Card
      flush
      title={t('council.doc.documents')}
      side={
        may && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('council.doc.add')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={css.empty}>{t('council.doc.none')}</p>}
      <DocumentRows
        rows={rows}
        note={row =>
          row.item && (
            <>
              {row.symbol && '· '}
              <Said text={row.item.title} />
            </>
          )
        }
      />
      <AddDocumentDrawer place={adding ? { sessionId } : undefined} onClose={() => setAdding(false)} />
    </Card>
  )
}
