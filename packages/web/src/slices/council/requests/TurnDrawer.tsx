/** An answer with documents of the Council beside it, or a question back. The warning stands at the field. */
import { listDocuments } from '@kerege/contract/council/documents/routes'
import { takeTurn } from '@kerege/contract/council/requests/routes'
import type { TurnKind } from '@kerege/contract/council/requests/rules'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  requestId: string
  kind: TurnKind
  opened: boolean
  onClose: () => void
}

export function TurnDrawer({ opened, onClose, requestId, kind }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t(kind === 'answer' ? 'council.request.answer' : 'council.request.clarify')}
    >
      {opened && <TurnForm key={kind} requestId={requestId} kind={kind} onDone={onClose} />}
    </Drawer>
  )
}

interface FormProps {
  requestId: string
  kind: TurnKind
  onDone: () => void
}

function TurnForm({ requestId, kind, onDone }: FormProps) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), kind, reusable: false, papers: [] }))
  const form = useForm({
    name: `council.request.${kind}.${requestId}`,
    schema: bodyOf(takeTurn),
    initial,
    shape: values => {
      const given = values as Record<string, unknown>
      return { ...given, papers: ((given['papers'] ?? []) as unknown[]).filter(Boolean) }
    },
    send: (body, options) => send(takeTurn, { params: { id: requestId }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.request.send')}>
      <TextField
        at="/words"
        label={t('council.request.words')}
        hint={t('domains.impersonal')}
        rows={7}
        maxLength={8000}
      />
      <PapersField />
      {kind === 'answer' && <TickField at="/reusable" label={t('council.request.reusable')} />}
    </Form>
  )
}

function PapersField() {
  const t = useT()
  const format = useFormat()
  const documents = useGet(listDocuments, { query: { limit: 100 } }).data?.body.rows ?? []
  return (
    <RepeatField
      at="/papers"
      legend={n => t('council.request.paperNo', { n })}
      add={t('council.request.paperAdd')}
      blank={() => undefined}
      max={20}
    >
      {at => (
        <SearchChoiceField
          at={at}
          label={t('council.request.papers')}
          options={documents.map(row => ({
            value: row.id,
            label: [row.symbol, format.text(row.title).text].filter(Boolean).join(' '),
          }))}
        />
      )}
    </RepeatField>
  )
}
