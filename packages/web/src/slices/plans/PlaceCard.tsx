/** Where the family lives: what is prepared with neighbours, school and mosque or club, and words that hurt, with their answer. */
import {
  addPlaceStep,
  answerIncident,
  incidentKinds,
  type PlacePlan,
  placePlan,
  placeStepKinds,
  reportIncident,
  sayPlaceStep,
  whereabouts,
} from '@kerege/contract/plans/community'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { bodyOf, send, useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { readAgain } from './api.ts'
import css from './plans.module.css'

export function PlaceCard({ caseId }: { caseId: string }) {
  const may = useMay()
  return may('plans.write') && may('cases.read') ? <Place caseId={caseId} /> : null
}

type Over = { what: 'step' | 'incident' } | { what: 'done' | 'answer'; id: string; words: string }

function Place({ caseId }: { caseId: string }) {
  const t = useT()
  const areas = useAreas()
  const [over, open] = useState<Over>()
  const close = () => open(undefined)
  const body = useGet(placePlan, { params: { id: caseId } }).data?.body
  if (!body) return null
  return (
    <Card title={t('plans.place')} note={areas.name(body.area)} flush>
      <p className={`${css.lead} k-dim`}>{t('plans.place.text')}</p>
      <Steps rows={body.steps} onDone={one => open({ what: 'done', ...one })} />
      <Incidents rows={body.incidents} onAnswer={one => open({ what: 'answer', ...one })} />
      <div className={`${css.bar} k-screen`}>
        <Button variant="default" onClick={() => open({ what: 'step' })}>
          {t('plans.place.add')}
        </Button>
        <Button variant="default" onClick={() => open({ what: 'incident' })}>
          {t('plans.place.report')}
        </Button>
      </div>
      <Drawer opened={over?.what === 'step'} onClose={close} title={t('plans.place.add')}>
        {over?.what === 'step' && <StepForm caseId={caseId} onClose={close} />}
      </Drawer>
      <Drawer opened={over?.what === 'incident'} onClose={close} title={t('plans.place.report')}>
        {over?.what === 'incident' && <IncidentForm caseId={caseId} onClose={close} />}
      </Drawer>
      <Drawer opened={over?.what === 'done'} onClose={close} title={t('plans.place.done')}>
        {over?.what === 'done' && <DoneForm one={over} onClose={close} />}
      </Drawer>
      <Drawer opened={over?.what === 'answer'} onClose={close} title={t('plans.place.answer')}>
        {over?.what === 'answer' && <AnswerForm one={over} onClose={close} />}
      </Drawer>
    </Card>
  )
}

interface Named {
  id: string
  words: string
}

function Steps({ rows, onDone }: { rows: PlacePlan['steps']; onDone: (one: Named) => void }) {
  const t = useT()
  const format = useFormat()
  return rows.map(row => (
    <div key={row.id} className={css.goal}>
      <div>
        <strong>{t(`plans.place.kind.${row.kind}`)}</strong> <span dir="auto">{row.words}</span>
      </div>
      <div className="k-dim k-small">
        {[row.owner.name, t('plans.until', { day: format.date(row.due) })].join(' · ')}
      </div>
      {row.doneOn ? (
        <div>
          <StatePill kind="ok">{format.date(row.doneOn)}</StatePill> <span dir="auto">{row.went}</span>
        </div>
      ) : (
        <Say
          label={t('plans.place.done')}
          of={row.words}
          onClick={() => onDone({ id: row.id, words: row.words })}
        />
      )}
    </div>
  ))
}

function Incidents({ rows, onAnswer }: { rows: PlacePlan['incidents']; onAnswer: (one: Named) => void }) {
  const t = useT()
  const format = useFormat()
  return rows.map(row => (
    <div key={row.id} className={css.goal}>
      <div>
        <strong>{t(`plans.place.incident.${row.kind}`)}</strong> <span dir="auto">{row.words}</span>
      </div>
      <div className="k-dim k-small">
        {[t(`plans.place.where.${row.where}`), format.date(row.on), row.by.name].join(' · ')}
      </div>
      {row.answeredOn ? (
        <div>
          <StatePill kind="ok">{t('plans.place.answered', { day: format.date(row.answeredOn) })}</StatePill>{' '}
          <span dir="auto">{row.answer}</span>
        </div>
      ) : (
        <Say
          label={t('plans.place.answer')}
          of={row.words}
          onClick={() => onAnswer({ id: row.id, words: row.words })}
        />
      )}
    </div>
  ))
}

const Say = ({ label, of, onClick }: { label: string; of: string; onClick: () => void }) => (
  <div className={`${css.acts} k-screen`}>
    <Button variant="default" size="sm" aria-label={`${label}: ${of}`} onClick={onClick}>
      {label}
    </Button>
  </div>
)

interface FormProps {
  caseId: string
  onClose: () => void
}

function StepForm({ caseId, onClose }: FormProps) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `plans.place.step.${caseId}`,
    schema: bodyOf(addPlaceStep),
    initial,
    send: (body, options) => send(addPlaceStep, { params: { id: caseId }, body }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('plans.place.add')} beside={<Cancel onClose={onClose} />}>
      <ChoiceField
        at="/kind"
        label={t('plans.place.with')}
        options={placeStepKinds.map(value => ({ value, label: t(`plans.place.kind.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t('plans.action.words')}
        hint={t('plans.place.noNames')}
        maxLength={300}
      />
      <DayField at="/due" label={t('plans.field.due')} />
    </Form>
  )
}

function IncidentForm({ caseId, onClose }: FormProps) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), on: today }))
  const form = useForm({
    name: `plans.place.incident.${caseId}`,
    schema: bodyOf(reportIncident),
    initial,
    send: (body, options) => send(reportIncident, { params: { id: caseId }, body }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('plans.place.report')} beside={<Cancel onClose={onClose} />}>
      <ChoiceField
        at="/kind"
        label={t('plans.place.what')}
        options={incidentKinds.map(value => ({ value, label: t(`plans.place.incident.${value}`) }))}
      />
      <ChoiceField
        compact
        at="/where"
        label={t('plans.place.where')}
        options={whereabouts.map(value => ({ value, label: t(`plans.place.where.${value}`) }))}
      />
      <DayField at="/on" label={t('plans.on')} />
      <TextField
        at="/words"
        label={t('plans.place.words')}
        hint={t('plans.place.noNames')}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}

function DoneForm({ one, onClose }: { one: Named; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: `plans.place.done.${one.id}`,
    schema: bodyOf(sayPlaceStep),
    initial,
    send: (body, options) => send(sayPlaceStep, { params: { id: one.id }, body }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('plans.went.keep')} beside={<Cancel onClose={onClose} />}>
      <p dir="auto">{one.words}</p>
      <TextField
        at="/went"
        label={t('plans.went')}
        hint={t('plans.place.noNames')}
        rows={2}
        maxLength={1000}
      />
    </Form>
  )
}

function AnswerForm({ one, onClose }: { one: Named; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: `plans.place.answer.${one.id}`,
    schema: bodyOf(answerIncident),
    initial,
    send: (body, options) => send(answerIncident, { params: { id: one.id }, body }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('plans.went.keep')} beside={<Cancel onClose={onClose} />}>
      <p dir="auto">{one.words}</p>
      <TextField
        at="/answer"
        label={t('plans.place.how')}
        hint={t('plans.place.noNames')}
        rows={2}
        maxLength={1000}
      />
    </Form>
  )
}

function Cancel({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  return (
    <Button variant="subtle" size="md" onClick={onClose}>
      {t('ui.cancel')}
    </Button>
  )
}
