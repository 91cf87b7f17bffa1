/** Has the record drafted: only the language of the original is asked, the rest is known. */
import { languages } from '@kerege/contract/common'
import { draftRecord } from '@kerege/contract/council/record/routes'
import type { SessionRecord } from '@kerege/contract/council/record/schema'
import type { Session } from '@kerege/contract/council/schema'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  session: Session
  body: SessionRecord
  opened: boolean
  onClose: () => void
}

export function DraftDrawer({ opened, onClose, ...rest }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.rec.draft')}>
      <DraftForm {...rest} />
    </Drawer>
  )
}

function DraftForm({ session, body }: Pick<Props, 'session' | 'body'>) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ documentId: newId(), language: body.languages[0] ?? 'en' }))
  const form = useForm({
    name: `council.record.draft.${session.id}`,
    schema: bodyOf(draftRecord),
    initial,
    send: (value, options) => send(draftRecord, { params: { id: session.id }, body: value }, options),
    onDone: async ({ body: made }) => {
      await queryClient.invalidateQueries()
      if (made.record) await navigate({ to: `/documents/${made.record.documentId}` })
    },
  })
  const others = body.languages.filter(one => one !== form.get('/language'))
  return (
    <Form form={form} submit={t('council.rec.draft')}>
      <p>{t('council.rec.draftText')}</p>
      <ChoiceField
        compact
        at="/language"
        label={t('council.doc.sourceLanguage')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      {others.length > 0 && (
        <p className="k-dim">
          {t('council.rec.alsoIn', { languages: others.map(one => format.language(one)).join(', ') })}
        </p>
      )}
    </Form>
  )
}
