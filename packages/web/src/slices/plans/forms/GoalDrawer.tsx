/** A goal, written together with the family: in their words first, then from where to where, then what is done. */
import type { GoalDomain } from '@kerege/contract/plans/domains'
import { saveGoal } from '@kerege/contract/plans/routes'
import { actionKinds, type CasePlans, type Plan, type PlanGoal } from '@kerege/contract/plans/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { LanguageField } from '../../../ui/form/LanguageField.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { readAgain } from '../api.ts'

interface Props {
  body: CasePlans
  plan: Plan
  asked: { goal?: PlanGoal; domain?: GoalDomain } | undefined
  onClose: () => void
}

export function GoalDrawer({ asked, ...props }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={asked !== undefined}
      onClose={props.onClose}
      title={t(asked?.goal ? 'plans.goal.write' : 'plans.goal.add')}
    >
      {asked && <GoalForm key={asked.goal?.id ?? asked.domain ?? 'new'} asked={asked} {...props} />}
    </Drawer>
  )
}

function GoalForm({ body, plan, asked, onClose }: Props & { asked: NonNullable<Props['asked']> }) {
  const t = useT()
  const { language } = useLoaded()
  const { goal, domain } = asked
  const [initial] = useState(() =>
    goal
      ? fromGoal(goal)
      : { thread: newId(), domain, language: body.familyLanguage ?? language, actions: [] },
  )
  const form = useForm({
    name: `plans.goal.${plan.id}.${goal?.thread ?? domain ?? 'new'}`,
    schema: bodyOf(saveGoal),
    initial,
    send: (sent, options) => send(saveGoal, { params: { id: plan.id }, body: sent }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('plans.goal.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        compact
        at="/domain"
        label={t('domains.title')}
        options={body.writable.map(value => ({ value, label: t(`domains.${value}`) }))}
      />
      <Words />
      <LanguageField at="/language" label={t('plans.field.language')} />
      <TextField
        at="/baseline"
        label={t('plans.field.baseline')}
        hint={t('plans.field.baselineHint')}
        optional
        rows={2}
        maxLength={600}
      />
      <TextField
        at="/target"
        label={t('plans.field.target')}
        hint={t('plans.field.targetHint')}
        rows={2}
        maxLength={600}
      />
      <TextField
        at="/indicator"
        label={t('plans.field.indicator')}
        hint={t('plans.field.indicatorHint')}
        optional
        maxLength={300}
      />
      <DayField at="/due" label={t('plans.field.due')} />
      <ColleagueField
        at="/ownerId"
        label={t('plans.field.owner')}
        hint={t('plans.field.ownerHint')}
        optional
      />
      <h3>{t('plans.field.actions')}</h3>
      <RepeatField
        at="/actions"
        legend={n => t('plans.action.no', { n })}
        add={t('plans.action.add')}
        blank={() => ({ thread: newId(), kind: 'task' })}
        max={20}
      >
        {at => <Action at={at} />}
      </RepeatField>
    </Form>
  )
}

/** In the family's language, whatever the screen's is. */
function Words() {
  const t = useT()
  const form = useFormState()
  return (
    <TextField
      at="/words"
      label={t('plans.field.words')}
      hint={t('plans.field.wordsHint')}
      rows={3}
      maxLength={600}
      lang={form.get('/language') as string | undefined}
    />
  )
}

function Action({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  const task = form.get(`${at}/kind`) === 'task'
  return (
    <>
      <ChoiceField
        compact
        at={`${at}/kind`}
        label={t('plans.action.kind')}
        options={actionKinds.map(value => ({ value, label: t(`plans.action.${value}`) }))}
      />
      <TextField at={`${at}/words`} label={t('plans.action.words')} maxLength={200} />
      {task ? (
        <ColleagueField at={`${at}/ownerId`} label={t('plans.action.owner')} optional />
      ) : (
        <TextField at={`${at}/who`} label={t('plans.action.who')} optional maxLength={120} />
      )}
      <DayField at={`${at}/due`} label={t('plans.field.due')} optional={!task} />
    </>
  )
}

const fromGoal = (goal: PlanGoal) => ({
  thread: goal.thread,
  seen: goal.version,
  domain: goal.domain,
  words: goal.words,
  language: goal.language,
  baseline: goal.baseline,
  target: goal.target,
  indicator: goal.indicator,
  due: goal.due,
  ownerId: goal.owner.id,
  actions: goal.actions.map(one => ({
    thread: one.thread,
    kind: one.kind,
    words: one.words,
    who: one.who,
    ownerId: one.owner?.id,
    due: one.due,
  })),
})
