/** Ends a relation. It stays on record; what was never so ends as a mistake, with the reason. */
import { endRelation } from '@kerege/contract/people/kinship/routes'
import { endReasons, type Relation } from '@kerege/contract/people/kinship/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { RoughDateField } from './RoughDateField.tsx'
import { relativeName } from './words.ts'

interface Props {
  personId: string
  relation: Relation
  onClose: () => void
}

export function EndDrawer(props: Props) {
  const t = useT()
  const name = relativeName(t, props.relation.other)
  return (
    <Drawer opened onClose={props.onClose} title={t('kinship.endOf', { name })}>
      <EndForm key={props.relation.version} {...props} />
    </Drawer>
  )
}

function EndForm({ personId, relation, onClose }: Props) {
  const t = useT()
  const [initial] = useState({})
  const form: FormState = useForm({
    name: `kinship.end.${relation.id}`,
    schema: bodyOf(endRelation),
    initial,
    draft: false,
    send: (body, options) =>
      send(
        endRelation,
        { params: { id: personId, relationId: relation.id }, body },
        { ...options, ifMatch: `"${relation.version}"` },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  const why = form.get('/why')
  const needsWords = why === 'corrected' || why === 'other'
  return (
    <Form
      form={form}
      submit={t('kinship.end.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('kinship.end.text')}</p>
      <ChoiceField
        compact
        at="/why"
        label={t('kinship.end.why')}
        options={endReasons.map(value => ({ value, label: t(`kinship.ended.${value}`) }))}
      />
      {why !== 'corrected' && <RoughDateField at="/on" label={t('kinship.end.on')} />}
      <TextField at="/reason" label={t('ui.reason')} optional={!needsWords} rows={2} maxLength={500} />
    </Form>
  )
}
