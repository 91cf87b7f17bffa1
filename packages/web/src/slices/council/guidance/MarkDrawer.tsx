/** Where a decision applies in the work with people: domains, ages, and a few words on how to put it into practice. */
import { changeGuidance, guidanceInForce, markGuidance } from '@kerege/contract/council/guidance/routes'
import type { GuidanceMark } from '@kerege/contract/council/guidance/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

interface Props {
  decisionId: string
  mark: GuidanceMark | undefined
  opened: boolean
  onClose: () => void
}

export function MarkDrawer({ opened, onClose, decisionId, mark }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t(mark ? 'council.guidance.change' : 'council.guidance.mark')}
    >
      {opened &&
        (mark ? (
          <ChangeForm key={mark.version} decisionId={decisionId} mark={mark} onDone={onClose} />
        ) : (
          <MarkForm decisionId={decisionId} onDone={onClose} />
        ))}
    </Drawer>
  )
}

/** Ages are typed as texts; a blank one is open. */
const shape = (values: unknown) => {
  const { note, ages, ...rest } = values as Record<string, unknown>
  const { from, to } = (ages ?? {}) as Record<string, string | undefined>
  return {
    domains: [],
    ...rest,
    note: onlySaid(note),
    ages: {
      ...(from === undefined ? {} : { from: Number(from) }),
      ...(to === undefined ? {} : { to: Number(to) }),
    },
  }
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function MarkForm({ decisionId, onDone }: { decisionId: string; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const others = useGet(guidanceInForce, {}).data?.body.rows ?? []
  const [initial] = useState(() => ({ id: newId(), domains: [] }))
  const form = useForm({
    name: `council.guidance.${decisionId}`,
    schema: bodyOf(markGuidance),
    initial,
    shape,
    send: (body, options) => send(markGuidance, { params: { id: decisionId }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.guidance.mark')}>
      <Fields />
      {others.length > 0 && (
        <SearchChoiceField
          at="/replacesId"
          label={t('council.guidance.replacesOne')}
          optional
          options={others.map(one => ({
            value: one.id,
            label: `${one.symbol} ${format.text(one.title).text}`,
          }))}
        />
      )}
    </Form>
  )
}

function ChangeForm({
  decisionId,
  mark,
  onDone,
}: {
  decisionId: string
  mark: GuidanceMark
  onDone: () => void
}) {
  const t = useT()
  const { version, domains, note, ages } = mark
  const form = useForm({
    name: `council.guidance.change.${decisionId}`,
    schema: bodyOf(changeGuidance),
    initial: {
      version,
      domains,
      note,
      ages: { from: ages.from?.toString(), to: ages.to?.toString() },
    },
    shape,
    send: (body, options) => send(changeGuidance, { params: { id: decisionId }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.guidance.save')}>
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  return (
    <>
      <DomainsField at="/domains" />
      <TextField at="/ages/from" label={t('council.guidance.ageFrom')} optional maxLength={3} />
      <TextField at="/ages/to" label={t('council.guidance.ageTo')} optional maxLength={3} />
      <TextsField
        at="/note"
        legend={t('council.guidance.note')}
        hint={t('council.guidance.noteHint')}
        rows={3}
        maxLength={2000}
        required={[]}
      />
    </>
  )
}
