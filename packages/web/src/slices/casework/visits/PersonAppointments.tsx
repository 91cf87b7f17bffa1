/** Appointments with one person, the next first: on the page of a case and of a person, with the way to make one. */
import type { Appointment } from '@kerege/contract/casework/appointments'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import css from '../casework.module.css'
import { AppointmentDrawer } from './AppointmentDrawer.tsx'
import { AppointmentRow } from './AppointmentRow.tsx'
import { usePersonAppointments } from './api.ts'

export function PersonAppointments({ personId }: { personId: string }) {
  const may = useMay()
  return may('casework.read') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const t = useT()
  const [open, setOpen] = useState<Appointment | 'new'>()
  const body = usePersonAppointments(personId).data?.body
  // Whoever reads nothing here and may make nothing is not told of it.
  if (!body || (body.rows.length === 0 && !body.mayMake)) return null
  return (
    <Card
      flush
      title={t('visits.title')}
      side={
        body.mayMake && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => setOpen('new')}
          >
            {t('visits.make')}
          </Button>
        )
      }
    >
      {body.rows.length === 0 && <p className={css.none}>{t('visits.noneAhead')}</p>}
      <ul className={css.line}>
        {body.rows.map(one => (
          <AppointmentRow key={one.id} one={one} onChange={() => setOpen(one)} />
        ))}
      </ul>
      <AppointmentDrawer personId={personId} appointment={open} onClose={() => setOpen(undefined)} />
    </Card>
  )
}
