/** Beside a case: the way out as a file for other programs. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { LeaveDrawer } from './LeaveDrawer.tsx'

export function CaseFhir({ caseId }: { caseId: string }) {
  const t = useT()
  const may = useMay()
  const [leaving, leave] = useState(false)
  if (!may('disclosures.make') && !may('export')) return null
  return (
    <Card
      title={t('fhir.title')}
      foot={
        <Button variant="default" onClick={() => leave(true)}>
          {t('fhir.leave')}
        </Button>
      }
    >
      <p className="k-dim">{t('fhir.leave.card')}</p>
      <LeaveDrawer caseId={caseId} opened={leaving} onClose={() => leave(false)} />
    </Card>
  )
}
