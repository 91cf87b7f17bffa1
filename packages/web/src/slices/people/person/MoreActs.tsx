/** Acts that are not of every day: what changed, another area, a sheet of paper, and the grave one last. */
import { Button } from '@mantine/core'
import { askErasure } from '@kerege/contract/people/routes'
import type { Person } from '@kerege/contract/people/schema'
import {
  IconChevronDown,
  IconEraser,
  IconHistory,
  IconMapPin,
  IconPrinter,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Dropdown } from '../../../ui/Dropdown.tsx'
import { DropdownItem } from '../../../ui/DropdownItem.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProposeDrawer } from '../duplicates/ProposeDrawer.tsx'
import { MoveDrawer } from './MoveDrawer.tsx'
import css from './person.module.css'

interface Props {
  person: Person
  etag: string
  onHistory: () => void
}

export function MoreActs({ person, etag, onHistory }: Props) {
  const t = useT()
  const may = useMay()
  const [moving, move] = useState(false)
  const [erasing, erase] = useState(false)
  const [proposing, propose] = useState(false)
  const ask = useSend(askErasure)
  const movable = may('people.correct') && person.writable.includes('contact')
  return (
    <>
      <Dropdown
        button={props => (
          <Button {...props} variant="default" rightSection={<IconChevronDown size={18} stroke={1.7} />}>
            {t('people.more')}
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
              <DropdownItem icon={<IconHistory size={18} stroke={1.7} />} onClick={then(onHistory)}>
                {t('people.history')}
              </DropdownItem>
              {movable && (
                <DropdownItem icon={<IconMapPin size={18} stroke={1.7} />} onClick={then(() => move(true))}>
                  {t('people.move')}
                </DropdownItem>
              )}
              <DropdownItem
                icon={<IconPrinter size={18} stroke={1.7} />}
                onClick={then(() => window.print())}
              >
                {t('people.print')}
              </DropdownItem>
              {(may('people.correct') || may('people.merge')) && (
                <DropdownItem
                  icon={<IconUsersGroup size={18} stroke={1.7} />}
                  onClick={then(() => propose(true))}
                >
                  {t('people.dup.proposeTitle')}
                </DropdownItem>
              )}
              {may('people.erase') && (
                <DropdownItem icon={<IconEraser size={18} stroke={1.7} />} onClick={then(() => erase(true))}>
                  <span className={css.grave}>{t('people.erase')}</span>
                </DropdownItem>
              )}
            </>
          )
        }}
      </Dropdown>
      {movable && <MoveDrawer person={person} etag={etag} opened={moving} onClose={() => move(false)} />}
      <ProposeDrawer person={person} opened={proposing} onClose={() => propose(false)} />
      <ReasonDialog
        opened={erasing}
        onClose={() => erase(false)}
        title={t('people.erase.title')}
        consequence={t('people.erase.text')}
        told={t('people.erase.told')}
        keep={t('people.erase.keep')}
        act={t('people.erase.act')}
        example={t('people.erase.example')}
        onAct={async reason => {
          await ask.mutateAsync({ input: { params: { id: person.id }, body: { reason } } })
          toast(t('people.erase.asked'), { text: t('people.erase.askedText') })
        }}
      />
    </>
  )
}
