/** What somebody needs on board, in the health section: the crew prepares by numbers, never by names. */
import { boardNeeds, type LineFile, WriteNeeds } from '@kerege/contract/repatriation/operations/preparing'
import { writeNeeds } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { isEnded } from '../words.ts'

interface Props {
  operation: Operation
  line: LineWithSteps
  needs: NonNullable<LineFile['needs']>
}

export function Needs({ operation, line, needs }: Props) {
  const t = useT()
  const [changing, change] = useState(false)
  return (
    <Card
      title={t('operations.onBoard')}
      side={
        !isEnded(operation) && (
          <Button variant="default" onClick={() => change(true)}>
            {t('operations.change')}
          </Button>
        )
      }
    >
      {needs.needs.length === 0 ? (
        <p className="k-dim">{t('operations.noNeeds')}</p>
      ) : (
        <ul>
          {needs.needs.map(need => (
            <li key={need}>{t(`operations.need.${need}`)}</li>
          ))}
        </ul>
      )}
      {needs.note && <p dir="auto">{needs.note}</p>}
      <Drawer opened={changing} onClose={() => change(false)} title={t('operations.onBoard')}>
        {changing && <NeedsForm {...{ operation, line, needs }} onClose={() => change(false)} />}
      </Drawer>
    </Card>
  )
}

function NeedsForm({ operation, line, needs, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => needs)
  const form = useForm({
    name: 'operations.needs',
    draft: false,
    schema: WriteNeeds,
    initial,
    shape: values => ({ needs: [], ...(values as object) }),
    send: (body, options) =>
      send(writeNeeds, { params: { id: operation.id, lineId: line.id }, body }, options),
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
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ManyChoiceField
        at="/needs"
        label={t('operations.onBoard')}
        max={boardNeeds.length}
        options={boardNeeds.map(value => ({ value, label: t(`operations.need.${value}`) }))}
      />
      <TextField at="/note" label={t('operations.note')} rows={2} maxLength={300} optional />
    </Form>
  )
}
