/** One guest in a room: the day of the stay, what is needed now, who interprets, and the next act. */
import type { SiteWhole } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { IconBed, IconDoorExit, IconDots, IconLanguage } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { EndDrawer } from './EndDrawer.tsx'
import { InterpreterDrawer } from './InterpreterDrawer.tsx'
import type { Member } from './parties.ts'
import css from './reception.module.css'

interface Props {
  site: SiteWhole
  member: Member
  onMove: () => void
}

export function GuestRow({ site, member, onMove }: Props) {
  const t = useT()
  const format = useFormat()
  const [ending, end] = useState(false)
  const [interpreting, interpret] = useState(false)
  const [acting, act] = useState(false)
  const { guest, stay } = member
  const acts = [
    [t('reception.move'), IconBed, onMove],
    [t('reception.interpreter'), IconLanguage, () => interpret(true)],
    [t('reception.end'), IconDoorExit, () => end(true)],
  ] as const
  return (
    <div className={css.guest}>
      <div className={css.who}>
        <Link to={`/people/${guest.personId}`}>
          <bdi>{guest.name}</bdi>
        </Link>{' '}
        <span className="k-dim">{format.age(guest.birth)}</span>
        {stay && (
          <div className={`${css.pills} k-screen`}>
            <StatePill kind={stay.long ? 'wait' : 'mute'}>{t('reception.day', { n: stay.day })}</StatePill>
            {stay.needs && stay.needs.urgency !== 'none' && (
              <StatePill kind={stay.needs.urgency === 'now' ? 'stop' : 'wait'}>
                {t(`reception.urgency.${stay.needs.urgency}`)}
              </StatePill>
            )}
            {stay.interpreter && (
              <StatePill kind={stay.interpreter.who || stay.interpreter.name ? 'ok' : 'wait'}>
                {t('reception.interpreterFor', { language: format.language(stay.interpreter.language) })}
              </StatePill>
            )}
            {stay.kept > 0 && <StatePill kind="info">{t('reception.kept', { n: stay.kept })}</StatePill>}
          </div>
        )}
      </div>
      {stay && site.mayWork && (
        <div className="k-screen">
          <Button
            variant="subtle"
            aria-label={t('reception.actsOf', { who: guest.name })}
            onClick={() => act(true)}
          >
            <IconDots size={18} stroke={1.7} />
          </Button>
          <Drawer opened={acting} onClose={() => act(false)} title={<bdi>{guest.name}</bdi>}>
            <div className={css.acts}>
              {acts.map(([label, Icon, then]) => (
                <Button
                  key={label}
                  size="md"
                  variant="default"
                  leftSection={<Icon size={18} stroke={1.7} />}
                  onClick={() => {
                    act(false)
                    then()
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          </Drawer>
          <EndDrawer stay={stay} opened={ending} onClose={() => end(false)} />
          <InterpreterDrawer stay={stay} opened={interpreting} onClose={() => interpret(false)} />
        </div>
      )}
    </div>
  )
}
