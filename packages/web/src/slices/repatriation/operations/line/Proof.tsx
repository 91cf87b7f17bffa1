/** What proves who somebody is, whose child, and whose national: held, or still wanted. */
import {
  evidenceAbout,
  type LineFile,
  WriteEvidence,
} from '@kerege/contract/repatriation/operations/preparing'
import { endEvidence, writeEvidence } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'
import { isEnded } from '../words.ts'

type Item = NonNullable<LineFile['evidence']>[number]

interface Props {
  operation: Operation
  line: LineWithSteps
  evidence: readonly Item[]
}

export function Proof({ operation, line, evidence }: Props) {
  const t = useT()
  const { problem, run } = useCommand()
  const [edited, edit] = useState<Item | 'new'>()
  const may = operation.may.keep && !isEnded(operation)
  return (
    <Card
      title={t('operations.proof')}
      side={
        may && (
          <Button variant="default" onClick={() => edit('new')}>
            {t('operations.addProof')}
          </Button>
        )
      }
      flush={evidence.length > 0}
    >
      {evidence.length === 0 && <p className="k-dim">{t('operations.noProof')}</p>}
      <ul className={css.rows}>
        {evidence.map(one => (
          <li key={one.id}>
            <div className={css.words}>
              <strong>{t(`operations.about.${one.about}`)}</strong>
              {one.text && <div dir="auto">{one.text}</div>}
            </div>
            <StatePill kind={one.standing === 'held' ? 'ok' : 'wait'}>
              {t(`operations.proof.${one.standing}`)}
            </StatePill>
            {may && (
              <Button variant="subtle" onClick={() => edit(one)}>
                {t('operations.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p role="status">{problem}</p>}
      <Drawer opened={edited !== undefined} onClose={() => edit(undefined)} title={t('operations.proof')}>
        {edited && (
          <ProofForm
            key={edited === 'new' ? edited : edited.id}
            {...{ operation, line }}
            item={edited === 'new' ? undefined : edited}
            onClose={() => edit(undefined)}
            onEnd={evidenceId =>
              void run(endEvidence, { params: { id: operation.id, lineId: line.id, evidenceId } }).then(() =>
                edit(undefined),
              )
            }
          />
        )}
      </Drawer>
    </Card>
  )
}

interface FormProps {
  operation: Operation
  line: LineWithSteps
  item: Item | undefined
  onClose: () => void
  onEnd: (id: string) => void
}

function ProofForm({ operation, line, item, onClose, onEnd }: FormProps) {
  const t = useT()
  const [evidenceId] = useState(() => item?.id ?? newId())
  const [initial] = useState(() => {
    if (!item) return { about: 'identity', standing: 'held' }
    const { id: _, ...fields } = item
    return fields
  })
  const form = useForm({
    name: 'operations.proof',
    draft: false,
    schema: WriteEvidence,
    initial,
    send: (body, options) =>
      send(writeEvidence, { params: { id: operation.id, lineId: line.id, evidenceId }, body }, options),
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
        item ? (
          <Button variant="subtle" size="md" onClick={() => onEnd(item.id)}>
            {t('operations.takeAway')}
          </Button>
        ) : (
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        )
      }
    >
      <ChoiceField
        at="/about"
        label={t('operations.about')}
        options={evidenceAbout.map(value => ({ value, label: t(`operations.about.${value}`) }))}
      />
      <ChoiceField
        at="/standing"
        label={t('operations.standing')}
        options={(['held', 'wanted'] as const).map(value => ({
          value,
          label: t(`operations.proof.${value}`),
        }))}
      />
      <TextField
        at="/text"
        label={t('operations.proofText')}
        hint={t('operations.proofHint')}
        rows={2}
        maxLength={200}
      />
    </Form>
  )
}
