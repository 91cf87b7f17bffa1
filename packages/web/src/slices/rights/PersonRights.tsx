/** Rights on the page of a person or a case: the sheet to read together, and the way to write a complaint down. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { FilesOfPerson } from './files/FilesOfPerson.tsx'
import { PersonHold } from './retention/PersonHold.tsx'
import { PersonSeal } from './sealing/PersonSeal.tsx'
import { RecordDrawer } from './complaints/RecordDrawer.tsx'

export function PersonRights({ personId }: { personId: string }) {
  const t = useT()
  const may = useMay()
  const [recording, record] = useState(false)
  return (
    <Card
      title={t('complaints.rights')}
      side={
        may('complaints.record') && (
          <Button variant="subtle" onClick={() => record(true)}>
            {t('complaints.record')}
          </Button>
        )
      }
      foot={<Link to="/your-rights">{t('complaints.sheet')}</Link>}
    >
      <div className="k-stack">
        <p className="k-dim">{t('complaints.rightsText')}</p>
        {may('files.request') && <FilesOfPerson personId={personId} />}
        {may('people.erase') && <PersonHold personId={personId} />}
        {may('people.erase') && <PersonSeal personId={personId} />}
      </div>
      <RecordDrawer personId={personId} opened={recording} onClose={() => record(false)} />
    </Card>
  )
}
