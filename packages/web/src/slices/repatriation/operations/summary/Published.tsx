/** What was said in public, each with its source, beside what was counted here. Differences stay in sight. */
import { boundsOf, writeReported } from '@kerege/contract/figures/reported'
import {
  type AddPublished,
  publishedAbout,
  type Summary,
} from '@kerege/contract/repatriation/operations/preparing'
import { addPublished, withdrawPublished } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'

type Figure = Summary['published'][number]

export function Published({ operation, summary }: { operation: Operation; summary: Summary }) {
  const t = useT()
  const [adding, add] = useState(false)
  const { problem, run } = useCommand()
  if (summary.published.length === 0 && !summary.mayPublish) return null
  return (
    <Card
      title={t('operations.published')}
      note={t('operations.publishedNote')}
      side={
        summary.mayPublish && (
          <Button variant="default" onClick={() => add(true)}>
            {t('operations.addPublished')}
          </Button>
        )
      }
      flush={summary.published.length > 0}
    >
      {summary.published.length === 0 && <p className="k-dim">{t('operations.noPublished')}</p>}
      {problem && <p role="status">{problem}</p>}
      <ul className={css.rows}>
        {inOrder(summary.published).map(figure => (
          <li key={figure.id}>
            <OneFigure figure={figure} summary={summary} />
            {summary.mayPublish && (
              <Button
                variant="subtle"
                onClick={() =>
                  void run(withdrawPublished, {
                    params: { id: operation.id, publishedId: figure.id },
                    body: {},
                  })
                }
              >
                {t('operations.takeAway')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Drawer opened={adding} onClose={() => add(false)} title={t('operations.addPublished')}>
        {adding && <FigureForm operation={operation} onClose={() => add(false)} />}
      </Drawer>
    </Card>
  )
}

/** All first, then whom they were; of one kind as they were entered. */
const inOrder = (figures: readonly Figure[]) =>
  figures.toSorted((a, b) => publishedAbout.indexOf(a.what) - publishedAbout.indexOf(b.what))

/** A whole day is said as a day; a month or a year as it was written. */
const isDay = (said: string) => /^\d{4}-\d\d-\d\d$/.test(said)

const countedOf = ({ totals }: Summary, what: Figure['what']): number =>
  what === 'total' ? totals.people : totals[what]

function OneFigure({ figure, summary }: { figure: Figure; summary: Summary }) {
  const t = useT()
  const format = useFormat()
  const counted = countedOf(summary, figure.what)
  const bounds = boundsOf(figure.value)
  const apart = summary.countedHere && bounds && (counted < bounds.low || counted > bounds.high)
  return (
    <div className={css.words}>
      <strong>
        {t(`operations.published.${figure.what}`)}: {writeReported(figure.value)}
      </strong>{' '}
      {apart && <StatePill kind="wait">{t('operations.countedHere', { n: counted })}</StatePill>}
      <div className="k-dim">
        <a href={figure.url} rel="noreferrer noopener" target="_blank" className="k-link">
          <bdi>{figure.source}</bdi>
        </a>
        {figure.saidOn && ` · ${isDay(figure.saidOn) ? format.date(figure.saidOn) : figure.saidOn}`}
      </div>
      {figure.note && (
        <p dir="auto" className="k-small">
          {figure.note}
        </p>
      )}
    </div>
  )
}

function FigureForm({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), what: 'total', value: { manner: 'exact' } }))
  const form = useForm({
    name: 'operations.published',
    draft: false,
    schema: bodyOf(addPublished),
    initial,
    send: (body: AddPublished, options) =>
      send(addPublished, { params: { id: operation.id }, body }, options),
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
        at="/what"
        label={t('operations.published.what')}
        options={publishedAbout.map(value => ({ value, label: t(`operations.published.${value}`) }))}
      />
      <ChoiceField
        compact
        at="/value/manner"
        label={t('operations.manner')}
        options={(['exact', 'more', 'about', 'fewer'] as const).map(value => ({
          value,
          label: t(`operations.manner.${value}`),
        }))}
      />
      <NumberField at="/value/value" label={t('operations.figure')} />
      <TextField at="/source" label={t('operations.source')} maxLength={200} />
      <TextField at="/url" label={t('operations.address')} maxLength={1000} dir="ltr" />
      <TextField
        at="/saidOn"
        label={t('operations.saidOn')}
        hint={t('operations.saidOnHint')}
        maxLength={10}
        optional
      />
      <TextField
        at="/note"
        label={t('operations.note')}
        hint={t('operations.aboutNobody')}
        rows={2}
        maxLength={600}
        optional
      />
    </Form>
  )
}
