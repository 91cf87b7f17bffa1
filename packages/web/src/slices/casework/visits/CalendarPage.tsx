/** Appointments of a week, day by day: one's own, or those of the team. Beside it the way to read them in a calendar elsewhere. */
import type { Appointment } from '@kerege/contract/casework/appointments'
import { addDays } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay, useSession } from '../../../shell/session.ts'
import { linkTo } from '../../../ui/address.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { InvitedDays } from '../../meetings/conferences/Invitations.tsx'
import { DaysCard } from '../../situation/DaysCard.tsx'
import css from '../casework.module.css'
import { AppointmentDrawer } from './AppointmentDrawer.tsx'
import { AppointmentRow } from './AppointmentRow.tsx'
import { useDays } from './api.ts'
import { Elsewhere } from './Elsewhere.tsx'

const week = 7

export function CalendarPage() {
  const t = useT()
  const { today } = useFormat()
  const { hat } = useSession()
  const may = useMay()
  const search = useSearch({ strict: false }) as { of?: string; from?: string; to?: string }
  const of = search.of === 'team' && hat.team ? 'team' : 'mine'
  const from = /^\d{4}-\d\d-\d\d$/.test(search.from ?? '') ? (search.from ?? today) : today
  const to = search.to && search.to >= from ? search.to : addDays(from, week - 1)
  const at = (first: string) => linkTo(`/calendar?of=${of}&from=${first}`)
  return (
    <>
      <PageHead title={t('visits.calendar')} facts={[t('visits.howToMake')]} />
      {hat.team && (
        <Tabs
          label={t('visits.whose')}
          here={of}
          tabs={(['mine', 'team'] as const).map(id => ({
            id,
            label: t(`visits.of.${id}`),
            href: `/calendar?of=${id}&from=${from}`,
          }))}
        />
      )}
      <nav className={`${css.acts} k-screen`} aria-label={t('visits.weeks')}>
        <Button variant="default" component={Link} {...at(addDays(from, -week))}>
          {t('visits.before')}
        </Button>
        <Button variant="default" component={Link} {...at(today)}>
          {t('visits.thisWeek')}
        </Button>
        <Button variant="default" component={Link} {...at(addDays(from, week))}>
          {t('visits.after')}
        </Button>
      </nav>
      <div className="k-aside">
        <Days of={of} from={from} to={to} />
        {may('casework.write') && of === 'mine' && <Elsewhere />}
      </div>
    </>
  )
}

function Days({ of, from, to }: { of: 'mine' | 'team'; from: string; to: string }) {
  const t = useT()
  const format = useFormat()
  const [changing, change] = useState<Appointment>()
  return (
    <div className="k-stack">
      {of === 'mine' && <InvitedDays from={from} to={to} />}
      <DaysCard of={of} from={from} to={to} />
      <Answered query={useDays(of, from, to)}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <Card title={format.date(from, 'text')}>{t('visits.none')}</Card>
          ) : (
            <>
              {[...new Set(body.rows.map(one => one.day))].map(day => (
                <Card key={day} flush title={format.date(day, 'text')}>
                  <ul className={css.line}>
                    {body.rows
                      .filter(one => one.day === day)
                      .map(one => (
                        <AppointmentRow key={one.id} one={one} onChange={() => change(one)} inCalendar />
                      ))}
                  </ul>
                </Card>
              ))}
            </>
          )
        }
      </Answered>
      <AppointmentDrawer
        personId={changing?.personId ?? ''}
        appointment={changing}
        onClose={() => change(undefined)}
      />
    </div>
  )
}
