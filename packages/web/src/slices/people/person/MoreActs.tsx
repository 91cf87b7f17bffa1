/** Acts that are not of every day: what changed, another area, a sheet of paper, and the grave one last. */
import { Button, Menu } from '@mantine/core'
import { askErasure } from '@kerege/contract/people/routes'
import type { Person } from '@kerege/contract/people/schema'
import { IconChevronDown, IconEraser, IconHistory, IconMapPin, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { MoveDrawer } from './MoveDrawer.tsx'

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
  const ask = useSend(askErasure)
  const movable = may('people.correct') && person.writable.includes('contact')
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={18} stroke={1.7} />}>
            {t('people.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={18} stroke={1.7} />} onClick={onHistory}>
            {t('people.history')}
          </Menu.Item>
          {movable && (
            <Menu.Item leftSection={<IconMapPin size={18} stroke={1.7} />} onClick={() => move(true)}>
              {t('people.move')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPrinter size={18} stroke={1.7} />} onClick={() => window.print()}>
            {t('people.print')}
          </Menu.Item>
          {may('people.erase') && (
            <Menu.Item
              color="red"
              leftSection={<IconEraser size={18} stroke={1.7} />}
              onClick={() => erase(true)}
            >
              {t('people.erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {movable && <MoveDrawer person={person} etag={etag} opened={moving} onClose={() => move(false)} />}
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
