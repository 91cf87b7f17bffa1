/** Gives one case or many to a worker, whose families stand beside the name, or to a team that chooses itself. */
import { assignCases } from '@kerege/contract/cases/routes'
import type { CaseWorkers } from '@kerege/contract/cases/schema'
import { Id, Reason } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { useWorkers } from './api.ts'

interface Props {
  ids: readonly string[]
  opened: boolean
  onClose: () => void
  onGiven?: () => void
}

// As the route's body, with the choice that tells its two forms apart.
const Give = z.discriminatedUnion('to', [
  z.object({ to: z.literal('worker'), workerId: Id, reason: Reason.optional() }),
  z.object({ to: z.literal('team'), teamId: Id, reason: Reason.optional() }),
])

export function GiveDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t('cases.give.title', { n: props.ids.length })}
    >
      {props.opened && <Offered {...props} />}
    </Drawer>
  )
}

function Offered(props: Props) {
  return <Answered query={useWorkers()}>{({ body }) => <GiveForm {...props} offered={body} />}</Answered>
}

function GiveForm({ ids, onClose, onGiven, offered }: Props & { offered: CaseWorkers }) {
  const t = useT()
  const [initial] = useState(() => ({ to: 'worker' }))
  const form: FormState = useForm({
    name: `cases.give.${ids[0] ?? ''}`,
    schema: Give,
    initial,
    send: ({ to: _, ...body }, options) => send(assignCases, { body: { ids: [...ids], ...body } }, options),
    onDone: ({ body }) => {
      form.startOver()
      void queryClient.invalidateQueries()
      if (body.done.length > 0) toast(t('cases.given', { n: body.done.length }))
      if (body.refused.length > 0) toast(t('cases.stayed', { n: body.refused.length }))
      onGiven?.()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('cases.give')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/to"
        label={t('cases.give.kind')}
        options={[
          { value: 'worker', label: t('cases.give.worker') },
          { value: 'team', label: t('cases.give.team') },
        ]}
      />
      <ToWhom offered={offered} />
      <TextField
        at="/reason"
        label={t('cases.give.why')}
        hint={t('cases.give.whyHint', { usual: offered.usual })}
        optional
        rows={2}
        maxLength={500}
      />
    </Form>
  )
}

/** Those with the fewest families first. */
function ToWhom({ offered }: { offered: CaseWorkers }) {
  const t = useT()
  const form = useFormState()
  if (form.get('/to') === 'team') {
    return (
      <SearchChoiceField
        at="/teamId"
        label={t('cases.team')}
        options={offered.teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )
  }
  const workers = [...offered.rows].sort((a, b) => a.families - b.families)
  return (
    <SearchChoiceField
      at="/workerId"
      label={t('cases.worker')}
      options={workers.map(({ id, name, families }) => ({
        value: id,
        label: t('cases.give.option', { name, n: families, usual: offered.usual }),
        words: [name],
      }))}
    />
  )
}
