/** One guest in a room: the day of the stay, what is needed now, who interprets, and the next act. */
import type { SiteWhole } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { IconBed, IconDoorExit, IconDots, IconLanguage } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Dropdown } from '../../ui/Dropdown.tsx'
import { DropdownItem } from '../../ui/DropdownItem.tsx'
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
  const { guest, stay } = member
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
          <Dropdown
            button={props => (
              <Button {...props} variant="subtle" aria-label={t('reception.actsOf', { who: guest.name })}>
                <IconDots size={18} stroke={1.7} />
              </Button>
            )}
          >
            {close => {
              // The focus goes back to the button first, so that a drawer gives it back there too.
              const then = (act: () => void) => () => {
                close()
                act()
              }
              return (
                <>
                  <DropdownItem icon={<IconBed size={18} stroke={1.7} />} onClick={then(onMove)}>
                    {t('reception.move')}
                  </DropdownItem>
                  <DropdownItem
                    icon={<IconLanguage size={18} stroke={1.7} />}
                    onClick={then(() => interpret(true))}
                  >
                    {t('reception.interpreter')}
                  </DropdownItem>
                  <DropdownItem
                    icon={<IconDoorExit size={18} stroke={1.7} />}
                    onClick={then(() => end(true))}
                  >
                    {t('reception.end')}
                  </DropdownItem>
                </>
              )
            }}
          </Dropdown>
          <EndDrawer stay={stay} opened={ending} onClose={() => end(false)} />
          <InterpreterDrawer stay={stay} opened={interpreting} onClose={() => interpret(false)} />
        </div>
      )}
    </div>
  )
}
