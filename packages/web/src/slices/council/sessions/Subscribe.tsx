/** The sessions in one's own calendar: an address that a program reads by itself, shown once; or the file of today. */
import {
  councilCalendarState,
  openCouncilCalendar,
  shutCouncilCalendar,
} from '@kerege/contract/council/calendarRoutes'
import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'

export function Subscribe() {
  const t = useT()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarDown size={18} stroke={1.7} />}
        onClick={() => setOpened(true)}
      >
        {t('council.calendar')}
      </Button>
      <Drawer opened={opened} onClose={() => setOpened(false)} title={t('council.calendar.own')}>
        {opened && <Address />}
      </Drawer>
    </>
  )
}

function Address() {
  const t = useT()
  const format = useFormat()
  const [address, setAddress] = useState<string>()
  const madeAt = useGet(councilCalendarState, {}).data?.body.madeAt
  const open = useSend(openCouncilCalendar)
  const shut = useSend(shutCouncilCalendar)
  const problem = open.error ?? shut.error
  return (
    <div className="k-stack">
      <p>{t('council.calendar.text')}</p>
      {madeAt && <p className="k-dim">{t('council.calendar.since', { day: format.date(madeAt, 'text') })}</p>}
      {address && (
        <Notice kind="info" live title={t('council.calendar.once')}>
          <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
        </Notice>
      )}
      {problem && (
        <Notice kind="stop" live>
          {problemText(problem, 'council')}
        </Notice>
      )}
      <Button
        loading={open.isPending}
        onClick={async () => setAddress((await open.mutateAsync({ input: {} })).body.address)}
      >
        {t(madeAt ? 'council.calendar.again' : 'council.calendar.make')}
      </Button>
      {madeAt && (
        <Button
          variant="outline"
          color="red"
          loading={shut.isPending}
          onClick={async () => {
            await shut.mutateAsync({ input: {} })
            setAddress(undefined)
          }}
        >
          {t('council.calendar.shut')}
        </Button>
      )}
      <Button variant="subtle" component="a" href="/api/council/sessions.ics" download>
        {t('council.calendar.file')}
      </Button>
    </div>
  )
}
