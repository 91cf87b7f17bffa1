/** Proof that is there and proof still wanted; a picture of it can be added on the spot. */
import type { Evidence, Paper } from '@kerege/contract/people/papers/schema'
import { listDocuments } from '@kerege/contract/documents/routes'
import { Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { FileDrawer } from './FileDrawer.tsx'
import css from './papers.module.css'

export function Proof({ paper, etag }: { paper: Paper; etag: string }) {
  const t = useT()
  const may = useMay()
  const [adding, add] = useState(false)
  const nameOf = useFileNames(paper)
  return (
    <Card
      flush
      title={t('papers.proof')}
      side={
        paper.mayChange &&
        may('documents.add') && (
          <Button
            variant="subtle"
            leftSection={<IconCamera size={18} stroke={1.7} />}
            onClick={() => add(true)}
          >
            {t('papers.proof.file')}
          </Button>
        )
      }
    >
      {paper.evidence.length === 0 ? (
        <p className={css.empty}>{t('papers.proof.none')}</p>
      ) : (
        <ul className={css.rows}>
          {paper.evidence.map(proof => (
            <li key={proof.id}>
              <span className={css.words} dir="auto">
                {[proof.text, nameOf(proof)].filter(Boolean).join(' · ')}
              </span>
              <StatePill kind={proof.standing === 'held' ? 'ok' : 'wait'}>
                {t(`papers.proof.${proof.standing}`)}
              </StatePill>
            </li>
          ))}
        </ul>
      )}
      <FileDrawer paper={paper} etag={etag} opened={adding} onClose={() => add(false)} />
    </Card>
  )
}

/** How the files are called: a title where somebody gave one, else the name of the newest file. */
function useFileNames(paper: Paper): (proof: Evidence) => string | undefined {
  const t = useT()
  const format = useFormat()
  const enabled = paper.evidence.some(proof => proof.documentId)
  const query = { subjectId: paper.personId, limit: 200 }
  const files = useGet(listDocuments, { query }, { enabled }).data?.body.rows
  return ({ documentId }) => {
    if (!documentId || !files) return undefined
    const file = files.find(one => one.id === documentId)
    if (!file) return t('papers.proof.gone')
    return file.title ? format.text(file.title).text : file.versions[0]?.name
  }
}
