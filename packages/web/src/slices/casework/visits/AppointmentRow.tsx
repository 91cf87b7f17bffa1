/** One appointment in a line: when, with whom, where; and, where it is one's own, how it went. */
import type { Appointment } from '@kerege/contract/casework/appointments'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../casework.module.css'
import { EndDrawer } from './EndDrawer.tsx'

interface Props {
  one: Appointment
  onChange: () => void
  /** In a calendar the day stands above, and the person is named. */
  inCalendar?: boolean
}

export function AppointmentRow({ one, onChange, inCalendar = false }: Props) {
  const t = useT()
  const format = useFormat()
  const [ending, end] = useState(false)
  const passed = one.startsAt <= new Date().toISOString()
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div className={css.head}>
          <strong className="k-num">
            {inCalendar ? one.time : t('visits.when', { day: format.date(one.day, 'text'), time: one.time })}
          </strong>
          <span>{t(`visits.kind.${one.kind}`)}</span>
          {one.state !== 'planned' && (
            <StatePill kind={one.state === 'kept' ? 'ok' : 'mute'}>
              {t(`visits.state.${one.state}`)}
            </StatePill>
          )}
          {one.state === 'planned' && passed && <StatePill kind="wait">{t('visits.askHow')}</StatePill>}
        </div>
        {inCalendar && (
          <Link to={one.caseId ? `/cases/${one.caseId}` : `/people/${one.personId}`}>
            <bdi>{one.person}</bdi>
          </Link>
        )}
        <div dir="auto">{[one.withWhom, one.place].filter(Boolean).join(' · ')}</div>
        {one.why && <div dir="auto">{one.why}</div>}
        <div className="k-dim k-small">
          {[one.by.name, t('visits.minutes', { n: one.minutes })].join(' · ')}
        </div>
      </div>
      {one.mayChange && (
        <div className={`${css.acts} k-screen`}>
          {!passed && (
            <Button variant="default" size="xs" onClick={onChange}>
              {t('visits.change')}
            </Button>
          )}
          <Button variant="default" size="xs" onClick={() => end(true)}>
            {t(passed ? 'visits.say' : 'visits.callOff')}
          </Button>
        </div>
      )}
      <EndDrawer one={one} passed={passed} opened={ending} onClose={() => end(false)} />
    </li>
  )
}
