/** The secret address of one's calendar: made, shown once, and taken back. It says when, and nothing else. */
import { openCalendar, shutCalendar } from '@kerege/contract/casework/appointmentRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { useCalendarState } from './api.ts'

export function Elsewhere() {
  const t = useT()
  const format = useFormat()
  const [address, setAddress] = useState<string>()
  const state = useCalendarState().data?.body
  const open = useSend(openCalendar)
  const shut = useSend(shutCalendar)
  const problem = open.error ?? shut.error
  return (
    <aside aria-label={t('visits.elsewhere')}>
      <Card title={t('visits.elsewhere')}>
        <div className="k-stack">
          <p>{t('visits.elsewhere.text')}</p>
          {state?.madeAt && (
            <p className="k-dim">{t('visits.elsewhere.since', { day: format.date(state.madeAt, 'text') })}</p>
          )}
          {address && (
            <Notice kind="info" live title={t('visits.elsewhere.once')}>
              <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
            </Notice>
          )}
          {problem && (
            <Notice kind="stop" live>
              {problemText(problem, 'visits')}
            </Notice>
          )}
          <Button
            variant="default"
            loading={open.isPending}
            onClick={async () => setAddress((await open.mutateAsync({ input: {} })).body.address)}
          >
            {t(state?.madeAt ? 'visits.elsewhere.again' : 'visits.elsewhere.make')}
          </Button>
          {state?.madeAt && (
            <Button
              variant="outline"
              color="red"
              loading={shut.isPending}
              onClick={async () => {
                await shut.mutateAsync({ input: {} })
                setAddress(undefined)
              }}
            >
              {t('visits.elsewhere.shut')}
            </Button>
          )}
        </div>
      </Card>
    </aside>
  )
}
