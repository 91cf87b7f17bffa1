/** The owner says how far it is, with evidence, and at which session. */
import { reportAction } from '@kerege/contract/council/actionRoutes'
import { type Action, nextActionStates } from '@kerege/contract/council/actions'
import { listSessions } from '@kerege/contract/council/routes'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  action: Action
  opened: boolean
  onClose: () => void
}

export function ReportDrawer({ action, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.action.report')}>
      {opened && <ReportForm key={action.version} action={action} onDone={onClose} />}
    </Drawer>
  )
}

function ReportForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const sessions = useGet(listSessions, { query: { of: 'council', limit: 100 } }).data?.body.rows ?? []
  const [initial] = useState(() => ({ id: newId(), state: nextActionStates(action.state)[0] }))
  const form = useForm({
    name: `council.report.action.${action.id}`,
    schema: bodyOf(reportAction),
    initial,
    send: (body, options) => send(reportAction, { params: { id: action.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.action.report')}>
      <ChoiceField
        at="/state"
        label={t('council.state')}
        options={nextActionStates(action.state).map(value => ({
          value,
          label: t(`council.action.${value}`),
        }))}
      />
      <TextField
        at="/words"
        label={t('council.action.words')}
        {...(action.decision ? { hint: t('council.publicPage.words') } : {})}
        rows={4}
        maxLength={4000}
      />
      <TextField at="/evidence" label={t('council.action.evidence')} optional maxLength={500} />
      <SearchChoiceField
        at="/sessionId"
        label={t('council.session')}
        optional
        options={sessions.map(row => ({ value: row.id, label: format.text(row.title).text }))}
      />
    </Form>
  )
}
