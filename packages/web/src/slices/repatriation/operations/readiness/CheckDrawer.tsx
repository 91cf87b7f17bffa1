/** One check: its words, whose it is and until when. */
import { checkSteps } from '@kerege/contract/repatriation/operations/checks'
import type { CheckItem } from '@kerege/contract/repatriation/operations/preparing'
import { writeCheck } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'

interface Props {
  operation: Operation
  check: CheckItem | 'new' | undefined
  onClose: () => void
  onEnd: ((checkId: string) => void) | undefined
}

export function CheckDrawer({ operation, check, onClose, onEnd }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={check !== undefined}
      onClose={onClose}
      title={t(check === 'new' ? 'operations.addCheck' : 'operations.change')}
    >
      {check && (
        <CheckForm
          key={check === 'new' ? check : check.id}
          {...{ operation, onClose, onEnd }}
          check={check === 'new' ? undefined : check}
        />
      )}
    </Drawer>
  )
}

type FormProps = Omit<Props, 'check'> & { check: CheckItem | undefined }

function CheckForm({ operation, check, onClose, onEnd }: FormProps) {
  const t = useT()
  const [id] = useState(() => check?.id ?? newId())
  const [initial] = useState(() => ({
    step: check?.step ?? 'prepare',
    text: check?.text,
    ownerId: check?.owner?.id,
    due: check?.due,
  }))
  const form = useForm({
    name: 'operations.check',
    draft: false,
    schema: bodyOf(writeCheck),
    initial,
    send: (body, options) => send(writeCheck, { params: { id: operation.id, checkId: id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.save')}
      beside={
        check && onEnd ? (
          <Button variant="subtle" size="md" onClick={() => onEnd(check.id)}>
            {t('operations.takeAway')}
          </Button>
        ) : (
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        )
      }
    >
      {!check?.code && <TextField at="/text" label={t('operations.checkText')} maxLength={200} />}
      <ChoiceField
        compact
        at="/step"
        label={t('operations.checkStep')}
        options={checkSteps.map(value => ({ value, label: t(`operations.checkStep.${value}`) }))}
      />
      <ColleagueField at="/ownerId" label={t('operations.owner')} optional />
      <DayField at="/due" label={t('operations.due')} optional />
    </Form>
  )
}
