/** Records what happened to a paper: on which day, and why where that is asked. */
import { needsReason, type PaperState } from '@kerege/contract/people/papers/rules'
import { movePaper } from '@kerege/contract/people/papers/routes'
import { MovePaper } from '@kerege/contract/people/papers/schema'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { takeBack } from './api.ts'

interface Props {
  paper: Paper
  to: PaperState | undefined
  onClose: () => void
}

export function MoveDrawer({ paper, to, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={to !== undefined} onClose={onClose} title={to && t(`papers.to.${to}`)}>
      {to && <MoveForm key={to} {...{ paper, to, onClose }} />}
    </Drawer>
  )
}

function MoveForm({ paper, to, onClose }: { paper: Paper; to: PaperState; onClose: () => void }) {
  const t = useT()
  const { today } = useFormat()
  const why = needsReason(paper.state, to)
  const [initial] = useState(() => ({ to, on: today }))
  const form = useForm({
    name: 'papers.move',
    schema: why ? MovePaper.required({ reason: true }) : MovePaper,
    initial,
    // Two short fields beside what they are about: a draft would outlive the state that it was meant for.
    draft: false,
    send: (body, options) => send(movePaper, { params: { id: paper.id }, body }, options),
    onDone: () => {
      toast(t(`papers.to.${to}`), { undo: () => void takeBack(paper.id) })
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('papers.make')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <DayField at="/on" label={t('papers.on')} hint={t('papers.onHint')} />
      <TextField at="/reason" label={t('ui.reason')} optional={!why} rows={2} maxLength={500} />
    </Form>
  )
}
