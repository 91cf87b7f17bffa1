/** What can follow for one line: a button for each step that the hat may record, with the reason where one is wanted. */
import {
  bases,
  type LineWithSteps,
  MoveLine,
  type Operation,
} from '@kerege/contract/repatriation/operations/schema'
import { moveLine } from '@kerege/contract/repatriation/operations/routes'
import {
  lineGuard,
  type LineState,
  nextLineStates,
  verbFor,
} from '@kerege/contract/repatriation/operations/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { isEnded } from '../words.ts'
import css from '../operations.module.css'

interface Props {
  operation: Operation
  line: LineWithSteps
}

export function LineMoves({ operation, line }: Props) {
  const t = useT()
  const may = useMay()
  const [to, go] = useState<LineState>()
  const allowed = (state: LineState) => may(verbFor(state))
  const next = isEnded(operation) ? [] : nextLineStates(line.state).filter(allowed)
  if (next.length === 0) return <p className="k-dim">{t('operations.nothingNext')}</p>
  return (
    <>
      <div className={css.acts}>
        {next.map((state, at) => (
          <Button
            key={state}
            variant={at === 0 && lineGuard(line.state, state) !== 'reason' ? 'filled' : 'default'}
            onClick={() => go(state)}
          >
            {t(`operations.move.${state}`)}
          </Button>
        ))}
      </div>
      <Drawer
        opened={to !== undefined}
        onClose={() => go(undefined)}
        title={to && t(`operations.move.${to}`)}
      >
        {to && <Move key={to} {...{ operation, line, to }} onClose={() => go(undefined)} />}
      </Drawer>
    </>
  )
}

function Move({ operation, line, to, onClose }: Props & { to: LineState; onClose: () => void }) {
  const t = useT()
  const guard = lineGuard(line.state, to)
  const [initial] = useState(() => ({ to }))
  const form = useForm({
    name: 'operations.move',
    draft: false,
    schema: guard === 'reason' ? MoveLine.required({ reason: true }) : MoveLine,
    initial,
    send: (body, options) => send(moveLine, { params: { id: operation.id, lineId: line.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.record')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {(guard === 'proof' || guard === 'consent') && (
        <p className="k-dim">{t(`operations.guardHint.${guard}`)}</p>
      )}
      {guard === 'basis' && (
        <ChoiceField
          at="/basis"
          label={t('operations.basis')}
          options={bases.map(value => ({ value, label: t(`operations.basis.${value}`) }))}
        />
      )}
      <TextField at="/reason" label={t('ui.reason')} optional={guard !== 'reason'} rows={2} maxLength={500} />
    </Form>
  )
}
