/** What can be done with a practice now, by whoever looks: one act filled, the others beside it. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import {
  archivePractice,
  confirmPractice,
  retractPractice,
  takeBack,
  takeOver,
} from '@kerege/contract/practices/review/routes'
import { Button } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconChevronDown, IconPencil, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Dropdown } from '../../../ui/Dropdown.tsx'
import { DropdownItem } from '../../../ui/DropdownItem.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { SubmitDrawer } from './SubmitDrawer.tsx'

const submittable = ['draft', 'revise', 'published', 'archived']

export function PracticeActs({ practice }: { practice: Practice }) {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState<'submit' | 'archive' | 'retract'>()
  const { id, mine, state, mayChange, mayModerate, mayConfirm } = practice
  const params = { id }
  const back = useSend(takeBack)
  const confirm = useSend(confirmPractice)
  const over = useSend(takeOver)
  const live = state === 'published' || state === 'archived'
  const problem = back.error ?? confirm.error ?? over.error
  return (
    <>
      {live && (mine || mayModerate) ? (
        <Seldom
          onArchive={state === 'published' && (() => setOpen('archive'))}
          onRetract={() => setOpen('retract')}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.7} />}
          onClick={() => window.print()}
        >
          {t('practices.print')}
        </Button>
      )}
      {mine && state === 'submitted' && (
        <Button variant="default" loading={back.isPending} onClick={() => back.mutate({ input: { params } })}>
          {t('practices.takeBack')}
        </Button>
      )}
      {mayConfirm && (
        <Button
          variant="default"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ input: { params } })}
        >
          {t('practices.confirm')}
        </Button>
      )}
      {!mine && practice.awaitsState && may('practices.confirm') && (
        <Button loading={over.isPending} onClick={() => over.mutate({ input: { params } })}>
          {t('practices.takeOver')}
        </Button>
      )}
      {mayChange && (
        <Button
          variant="default"
          component={Link}
          to={`/practices/${id}/edit`}
          leftSection={<IconPencil size={18} stroke={1.7} />}
        >
          {t('practices.edit')}
        </Button>
      )}
      {mine && submittable.includes(state) && (
        <Button variant={live ? 'default' : 'filled'} onClick={() => setOpen('submit')}>
          {t('practices.handIn')}
        </Button>
      )}
      {problem && (
        <Notice kind="stop" live>
          {problemText(problem, 'practices')}
        </Notice>
      )}
      <SubmitDrawer practice={practice} opened={open === 'submit'} onClose={() => setOpen(undefined)} />
      <ReasonDialog
        opened={open === 'archive' || open === 'retract'}
        onClose={() => setOpen(undefined)}
        title={t(open === 'archive' ? 'practices.archive' : 'practices.retract')}
        consequence={t(open === 'archive' ? 'practices.archiveText' : 'practices.retractText')}
        act={t(open === 'archive' ? 'practices.archive' : 'practices.retract')}
        grave={open === 'retract'}
        slice="practices"
        onAct={async reason => {
          await send(open === 'archive' ? archivePractice : retractPractice, { params, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

/** What is done once in the life of a practice does not stand between its name and its text. */
function Seldom({ onArchive, onRetract }: { onArchive: false | (() => void); onRetract: () => void }) {
  const t = useT()
  return (
    <Dropdown
      button={props => (
        <Button {...props} variant="default" rightSection={<IconChevronDown size={18} stroke={1.7} />}>
          {t('practices.more')}
        </Button>
      )}
    >
      {close => {
        // The focus goes back to the button first, so that a dialog gives it back there too.
        const then = (act: () => void) => () => {
          close()
          act()
        }
        return (
          <>
            <DropdownItem icon={<IconPrinter size={18} stroke={1.7} />} onClick={then(() => window.print())}>
              {t('practices.print')}
            </DropdownItem>
            {onArchive && (
              <DropdownItem icon={<IconArchive size={18} stroke={1.7} />} onClick={then(onArchive)}>
                {t('practices.archive')}
              </DropdownItem>
            )}
            <DropdownItem icon={<IconArrowBackUp size={18} stroke={1.7} />} onClick={then(onRetract)}>
              {t('practices.retract')}
            </DropdownItem>
          </>
        )
      }}
    </Dropdown>
  )
}
