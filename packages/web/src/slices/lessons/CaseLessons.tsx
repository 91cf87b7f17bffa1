/** On the page of a case that is closed: what it taught, on its way to the library. One button for who worked with the family. */
import { caseLessons } from '@kerege/contract/lessons/routes'
import { teaches } from '@kerege/contract/cases/states'
import type { Case } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { CaseLessonDrawer } from './CaseLessonDrawer.tsx'
import { OfferRows } from './OfferRows.tsx'

export function CaseLessons({ one }: { one: Case }) {
  return teaches(one.state) ? <Lessons caseId={one.id} /> : null
}

function Lessons({ caseId }: { caseId: string }) {
  const t = useT()
  const [writing, write] = useState(false)
  const found = useGet(caseLessons, { params: { id: caseId } }).data?.body
  if (!found || (found.rows.length === 0 && !found.mayOffer)) return null
  return (
    <Card
      title={t('lessons.ofCase')}
      count={found.rows.length}
      note={t('lessons.caseNote')}
      side={
        found.mayOffer && (
          <Button variant="default" onClick={() => write(true)}>
            {t('lessons.write')}
          </Button>
        )
      }
      flush={found.rows.length > 0}
    >
      <OfferRows rows={found.rows} />
      <CaseLessonDrawer caseId={caseId} opened={writing} onClose={() => write(false)} />
    </Card>
  )
}
