/** Proposes other rules for a body: they stand once a second person has approved them. */
import { listParties, proposeRules } from '@kerege/contract/council/routes'
import { classifications } from '@kerege/contract/council/rules'
import { votingRules } from '@kerege/contract/council/voting'
import { languages } from '@kerege/contract/common'
import type { Body } from '@kerege/contract/council/schema'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { choices } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useField } from '../../../ui/form/useField.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { partyText } from '../parts/Said.tsx'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  body: Body
  opened: boolean
  onClose: () => void
}

export function RulesDrawer({ body, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.rules.propose')}>
      <RulesForm key={body.version} body={body} onDone={onClose} />
    </Drawer>
  )
}

const numbers = [
  'chairMonths',
  'quorum',
  'silenceHours',
  'reminderHours',
  'correctionDays',
  'digestDays',
] as const

// Fields of a form hold text; the shape wants numbers.
const shape = (values: unknown) => {
  const { rules, ...rest } = values as { rules: Record<string, unknown> }
  const counted = Object.fromEntries(numbers.map(name => [name, Number(rules[name])]))
  return { ...rest, rules: { ...rules, ...counted } }
}

function RulesForm({ body, onDone }: { body: Body; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const parties = useGet(listParties, {})
  const members = (parties.data?.body.rows ?? []).filter(one => one.classification === 'member')
  const [initial] = useState(() => ({
    id: newId(),
    basedOn: body.version,
    rules: { ...body.rules, ...Object.fromEntries(numbers.map(name => [name, String(body.rules[name])])) },
  }))
  const form = useForm({
    name: `council.rules.${body.id}`,
    schema: bodyOf(proposeRules),
    initial,
    shape,
    send: (value, options) => send(proposeRules, { params: { id: body.id }, body: value }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      toast(t('council.rules.proposed'))
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.rules.propose')}>
      <RepeatField
        at="/rules/rotation"
        legend={n => t('council.rotationNo', { n })}
        add={t('council.rotationAdd')}
        blank={() => ''}
        max={20}
      >
        {at => (
          <ChoiceField
            compact
            at={at}
            label={t('council.party')}
            options={members.map(one => ({ value: one.code, label: partyText(one, format) }))}
          />
        )}
      </RepeatField>
      {numbers.map(name => (
        <TextField key={name} at={`/rules/${name}`} label={t(`council.rule.${name}`)} maxLength={4} />
      ))}
      <ManyField
        at="/rules/counted"
        label={t('council.rule.counted')}
        options={classifications.map(value => ({ value, label: t(`council.classes.${value}`) }))}
      />
      <ManyField
        at="/rules/statements"
        label={t('council.rule.statements')}
        options={classifications.map(value => ({ value, label: t(`council.classes.${value}`) }))}
      />
      <ManyField
        at="/rules/languages"
        label={t('council.rule.languages')}
        options={languages.map(value => ({
          value,
          label: choices.find(([id]) => id === value)?.[1] ?? value,
        }))}
      />
      <ChoiceField
        at="/rules/translationChange"
        label={t('council.rule.translationChange')}
        options={(['restart', 'refuse'] as const).map(value => ({
          value,
          label: t(`council.translation.${value}`),
        }))}
      />
      <ChoiceField
        at="/rules/voting"
        label={t('council.rule.voting')}
        options={votingRules.map(value => ({ value, label: t(`council.voting.${value}`) }))}
      />
      <TextField at="/rules/sessionPattern" label={t('council.rule.sessionPattern')} maxLength={60} />
      <TextField at="/rules/decisionPattern" label={t('council.rule.decisionPattern')} maxLength={60} />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}

function ManyField({
  at,
  label,
  options,
}: {
  at: string
  label: string
  options: readonly { value: string; label: string }[]
}) {
  const field = useField<string[]>({ at, label })
  return (
    <Checkbox.Group
      id={field.id}
      label={label}
      error={field.fault}
      value={field.value ?? []}
      onChange={value => field.set(options.map(one => one.value).filter(one => value.includes(one)))}
    >
      <div style={{ display: 'grid', gap: 10, paddingTop: 8 }}>
        {options.map(one => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
