/** Asks that a family be divided all the same: why, and until when. A second person decides. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import { askDivision } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { toast } from '../../../../ui/toasts.ts'
import { MomentField } from '../../../council/parts/MomentField.tsx'

interface Props {
  operation: Operation
  one: Readiness['divided'][number] | undefined
  onClose: () => void
}

export function DivisionDrawer({ operation, one, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={one !== undefined} onClose={onClose} title={t('operations.leaveApart')}>
      {one && <Ask key={one.familyId} operation={operation} one={one} onClose={onClose} />}
    </Drawer>
  )
}

function Ask({
  operation,
  one,
  onClose,
}: {
  operation: Operation
  one: Readiness['divided'][number]
  onClose: () => void
}) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), familyId: one.familyId, at: 'leg' }))
  const form = useForm({
    name: 'operations.division',
    draft: false,
    schema: bodyOf(askDivision),
    initial,
    send: (body, options) => send(askDivision, { params: { id: operation.id }, body }, options),
    onDone: () => {
      toast(t('operations.divisionAsked'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.askSecond')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('operations.keepTogether')}
        </Button>
      }
    >
      <Notice kind="wait" title={t('operations.apart', { family: one.name })}>
        {t('operations.divisionText')}
      </Notice>
      <TextField at="/reason" label={t('ui.reason')} rows={3} maxLength={500} />
      <MomentField at="/endsAt" label={t('operations.until')} hint={t('operations.utc')} />
    </Form>
  )
}
