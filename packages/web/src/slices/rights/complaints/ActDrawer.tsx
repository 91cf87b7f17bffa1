/** The next step of a complaint: one drawer, whose fields follow the step. */
import { type Complaint, complaintKinds } from '@kerege/contract/rights/complaints'
import { actOnComplaint } from '@kerege/contract/rights/complaintRoutes'
import { type ComplaintActName, outcomes } from '@kerege/contract/rights/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  one: Complaint
  act: ComplaintActName | undefined
  onClose: () => void
}

export function ActDrawer({ one, act, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={act !== undefined} onClose={onClose} title={act ? t(`complaints.act.${act}`) : ''}>
      {act && <ActForm one={one} act={act} onClose={onClose} />}
    </Drawer>
  )
}

function ActForm({ one, act, onClose }: Props & { act: ComplaintActName }) {
  const t = useT()
  const format = useFormat()
  const sorting = act === 'sorted'
  const [initial] = useState(() => ({
    id: newId(),
    seen: one.version,
    act,
    ...(sorting ? { kind: one.kind, ...(one.about ? { aboutId: one.about.id } : {}) } : {}),
  }))
  const form = useForm({
    name: `complaints.${act}.${one.id}`,
    schema: bodyOf(actOnComplaint),
    initial,
    send: (body, options) => send(actOnComplaint, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t(`complaints.act.${act}`)}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t(`complaints.text.${act}`, { language: format.language(one.language) })}</p>
      {sorting && (
        <>
          <ChoiceField
            at="/kind"
            label={t('complaints.kind')}
            options={complaintKinds.map(value => ({ value, label: t(`complaints.kind.${value}`) }))}
          />
          <ColleagueField
            at="/aboutId"
            optional
            label={t('complaints.about')}
            hint={t('complaints.aboutHint')}
          />
        </>
      )}
      {act === 'answered' && (
        <ChoiceField
          at="/outcome"
          label={t('complaints.outcome')}
          options={outcomes.map(value => ({ value, label: t(`complaints.outcome.${value}`) }))}
        />
      )}
      <TextField
        at="/words"
        optional={act !== 'answered' && act !== 'noted'}
        label={t(act === 'answered' ? 'complaints.answer' : 'complaints.noteWords')}
        rows={act === 'answered' ? 6 : 3}
        maxLength={4000}
      />
    </Form>
  )
}
