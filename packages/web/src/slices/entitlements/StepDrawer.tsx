/** Says how far one claim is, with the day, a few words, and what has to be done next. */
import { takeClaimStep } from '@kerege/contract/entitlements/routes'
import { needsWords } from '@kerege/contract/entitlements/rules'
import type { CheckRow, TakeClaimStep } from '@kerege/contract/entitlements/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  personId: string
  row: CheckRow | undefined
  onClose: () => void
}

/** Days until somebody looks again, unless the worker says otherwise. */
const usualDays = 14

export function StepDrawer({ personId, row, onClose }: Props) {
  const format = useFormat()
  return (
    <Drawer opened={row !== undefined} onClose={onClose} title={row && format.text(row.title).text}>
      {row && <StepForm key={row.code} personId={personId} row={row} onClose={onClose} />}
    </Drawer>
  )
}

/** A day without something to do by it is none; what was left of another choice does not go along. */
function shaped(values: unknown): unknown {
  const { next, appealBy, ...rest } = values as Record<string, unknown> & { next?: Record<string, unknown> }
  return {
    ...rest,
    ...(rest['what'] === 'refused' && appealBy ? { appealBy } : {}),
    ...(next?.['title'] ? { next } : {}),
  }
}

function StepForm({ personId, row, onClose }: Props & { row: CheckRow }) {
  const t = useT()
  const { today } = useFormat()
  const seen = row.claim?.version ?? 0
  const [initial] = useState(() => ({ id: newId(), seen, next: { due: addDays(today, usualDays) } }))
  const form = useForm({
    name: `entitlements.step.${personId}.${row.code}.${seen}`,
    schema: bodyOf(takeClaimStep),
    initial,
    shape: shaped,
    send: (body, options) => send(takeClaimStep, { params: { id: personId, code: row.code }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('entitlements.said'))
      onClose()
    },
  })
  const what = form.get('/what') as TakeClaimStep['what'] | undefined
  const needed = what !== undefined && needsWords(what)
  return (
    <Form
      form={form}
      submit={t('entitlements.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/what"
        label={t('entitlements.what')}
        options={row.may.map(value => ({ value, label: t(`entitlements.do.${value}`) }))}
      />
      {what && what !== 'word' && <DayField at="/on" label={t('entitlements.on')} optional />}
      {what === 'refused' && <DayField at="/appealBy" label={t('entitlements.appealBy')} optional />}
      <TextField
        at="/words"
        label={t(needed && what !== 'word' ? 'entitlements.words.why' : 'entitlements.words')}
        optional={!needed}
        rows={3}
        maxLength={1000}
      />
      <TextField
        at="/next/title"
        label={t('entitlements.next')}
        hint={t('entitlements.next.hint')}
        optional
        maxLength={160}
      />
      {form.get('/next/title') ? <DayField at="/next/due" label={t('entitlements.next.due')} /> : null}
    </Form>
  )
}
