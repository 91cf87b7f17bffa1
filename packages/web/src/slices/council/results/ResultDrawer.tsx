/** Adds or changes an outcome or an output. */
import { addResult, changeResult } from '@kerege/contract/council/results/routes'
import type { Result } from '@kerege/contract/council/results/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

/** Where a new one stands, or which one is changed. */
export type Place = { kind: Result['kind']; underId: string } | { result: Result }

export function ResultDrawer({ place, onClose }: { place: Place | undefined; onClose: () => void }) {
  const t = useT()
  const kind = place && ('result' in place ? place.result.kind : place.kind)
  return (
    <Drawer
      opened={place !== undefined}
      onClose={onClose}
      title={t(kind === 'output' ? 'results.output' : 'results.outcome')}
    >
      {place &&
        ('result' in place ? (
          <Edit result={place.result} onDone={onClose} />
        ) : (
          <New place={place} onDone={onClose} />
        ))}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return { ...given, title: onlySaid(given.title) }
}
const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function New({ place, onDone }: { place: Exclude<Place, { result: Result }>; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), ...place, retired: false }))
  const form = useForm({
    name: `results.new.${place.underId}`,
    schema: bodyOf(addResult),
    initial,
    shape,
    send: (body, options) => send(addResult, { body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
    </Form>
  )
}

function Edit({ result, onDone }: { result: Result; onDone: () => void }) {
  const t = useT()
  const { id, version, ...content } = result
  const form = useForm({
    name: `results.change.${id}`,
    schema: bodyOf(changeResult),
    initial: content,
    shape,
    send: (body, options) =>
      send(changeResult, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
      <TickField at="/retired" label={t('initiatives.retired')} hint={t('results.retiredHint')} />
    </Form>
  )
}

function Fields() {
  const t = useT()
  return (
    <>
      <TextField at="/code" label={t('results.code')} hint={t('results.codeHint')} maxLength={16} />
      <TextsField at="/title" legend={t('results.column.title')} maxLength={500} required={[]} />
    </>
  )
}
