/** Files of one person by the parts of the record that are open to the reader; for the page of that person. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { listDocuments } from '@kerege/contract/documents/routes'
import type { Document } from '@kerege/contract/documents/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { AddDrawer } from './AddDrawer.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import css from './documents.module.css'

interface Props {
  subjectId: string
  /** Parts of the record that the reader sees, in their order. */
  open: readonly Compartment[]
  /** Those where the reader may add a file. */
  writable: readonly Compartment[]
}

export function SubjectDocuments(props: Props) {
  const may = useMay()
  return may('documents.read') && props.open.length > 0 ? <Documents {...props} /> : null
}

function Documents({ subjectId, open, writable }: Props) {
  const t = useT()
  const may = useMay()
  const [adding, add] = useState(false)
  const query = useGet(listDocuments, { query: { subjectId, limit: 200 } })
  const mayAdd = may('documents.add') && writable.length > 0
  return (
    <>
      <Card
        flush
        title={t('documents.title')}
        note={t('documents.note')}
        side={
          mayAdd && (
            <Button
              variant="subtle"
              leftSection={<IconPlus size={18} stroke={1.7} />}
              onClick={() => add(true)}
            >
              {t('documents.add')}
            </Button>
          )
        }
      >
        <Answered query={query} rows={3}>
          {({ body }) =>
            body.rows.length === 0 ? (
              <p className={css.empty}>{t(mayAdd ? 'documents.none' : 'documents.noneRead')}</p>
            ) : (
              open.map(part => (
                <Part key={part} part={part} rows={body.rows.filter(row => row.compartment === part)} />
              ))
            )
          }
        </Answered>
      </Card>
      <AddDrawer {...{ subjectId, writable }} opened={adding} onClose={() => add(false)} />
    </>
  )
}

function Part({ part, rows }: { part: Compartment; rows: readonly Document[] }) {
  const t = useT()
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className={css.part}>{t(`access.compartment.${part}`)}</h3>
      <ul>
        {rows.map(row => (
          <DocumentRow key={row.id} document={row} />
        ))}
      </ul>
    </section>
  )
}
