/** What the next operation does otherwise. About nobody, so that it may go on to a practice. */
import { checkSteps } from '@kerege/contract/repatriation/operations/checks'
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import { addLesson } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import css from '../operations.module.css'

export function Lessons({ operation, summary }: { operation: Operation; summary: Summary }) {
  const t = useT()
  const format = useFormat()
  const [adding, add] = useState(false)
  const may = operation.may.keep || operation.may.receive
  return (
    <Card
      title={t('operations.lessons')}
      side={
        may && (
          <Button variant="default" onClick={() => add(true)}>
            {t('operations.addLesson')}
          </Button>
        )
      }
      flush={summary.lessons.length > 0}
    >
      {summary.lessons.length === 0 && <p className="k-dim">{t('operations.noLessons')}</p>}
      <ul className={css.rows}>
        {summary.lessons.map(lesson => (
          <li key={lesson.id}>
            <div className={css.words}>
              <strong>{t(`operations.checkStep.${lesson.step}`)}</strong>
              <p dir="auto">{lesson.text}</p>
              <p className="k-dim k-small">
                {[format.date(lesson.at), lesson.by?.name].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Drawer opened={adding} onClose={() => add(false)} title={t('operations.addLesson')}>
        {adding && <LessonForm operation={operation} onClose={() => add(false)} />}
      </Drawer>
    </Card>
  )
}

function LessonForm({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), step: 'travel' }))
  const form = useForm({
    name: `operations.lesson.${operation.id}`,
    schema: bodyOf(addLesson),
    initial,
    send: (body, options) => send(addLesson, { params: { id: operation.id }, body }, options),
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
      <ChoiceField
        compact
        at="/step"
        label={t('operations.checkStep')}
        options={checkSteps.map(value => ({ value, label: t(`operations.checkStep.${value}`) }))}
      />
      <TextField
        at="/text"
        label={t('operations.lesson')}
        hint={t('operations.aboutNobody')}
        rows={4}
        maxLength={2000}
      />
    </Form>
  )
}
