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
import { IconPencil, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
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
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.7} />}
        onClick={() => window.print()}
      >
        {t('practices.print')}
      </Button>
      {live && (mine || mayModerate) && (
        <Button variant="default" onClick={() => setOpen('retract')}>
          {t('practices.retract')}
        </Button>
      )}
      {state === 'published' && (mine || mayModerate) && (
        <Button variant="default" onClick={() => setOpen('archive')}>
          {t('practices.archive')}
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
