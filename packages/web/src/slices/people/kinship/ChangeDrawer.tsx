/** Changes how surely a relation is known and what shows it. Whom it leads to is not changed but written anew. */
import { changeRelation } from '@kerege/contract/people/kinship/routes'
import type { Relation } from '@kerege/contract/people/kinship/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { OutsiderFields } from './OutsiderFields.tsx'
import { evidenceOf, SaidFields } from './SaidFields.tsx'
import { relativeName } from './words.ts'

interface Props {
  personId: string
  relation: Relation
  onClose: () => void
  /** Goes on to ending it, for what has not ended yet. */
  onEnd: () => void
}

export function ChangeDrawer(props: Props) {
  const t = useT()
  const name = relativeName(t, props.relation.other)
  return (
    <Drawer opened onClose={props.onClose} title={t('kinship.changeOf', { name })}>
      <ChangeForm key={props.relation.version} {...props} />
    </Drawer>
  )
}

function ChangeForm({ personId, relation, onClose, onEnd }: Props) {
  const t = useT()
  const [initial] = useState(() => beginning(relation))
  const form: FormState = useForm({
    name: `kinship.change.${relation.id}`,
    schema: bodyOf(changeRelation),
    initial,
    // It is based on one version: a draft would outlive it.
    draft: false,
    shape: values => {
      const { evidence, ...rest } = values as Record<string, unknown>
      return { ...rest, evidence: evidenceOf(evidence) }
    },
    send: (body, options) =>
      send(
        changeRelation,
        { params: { id: personId, relationId: relation.id }, body },
        { ...options, ifMatch: `"${relation.version}"` },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('kinship.save')}
      beside={
        <>
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          {relation.endReason === undefined && (
            <Button variant="subtle" size="md" onClick={onEnd}>
              {t('kinship.end.act')}
            </Button>
          )}
        </>
      }
    >
      {relation.other.who === 'outside' && (
        <FieldGroup legend={t('kinship.who.outside')}>
          <OutsiderFields at="/outsider" />
        </FieldGroup>
      )}
      <SaidFields kind={relation.kind} />
      <ChoiceField
        at="/kind"
        label={t('people.kind')}
        options={(['update', 'correction'] as const).map(value => ({
          value,
          label: t(`people.kind.${value}`),
          hint: t(`people.kind.${value}.hint`),
        }))}
      />
      {form.get('/kind') === 'correction' && (
        <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
      )}
    </Form>
  )
}

function beginning({ basis, standing, since, evidence, note, other }: Relation) {
  const said = { basis, standing, since, evidence, note, kind: 'update' }
  if (other.who !== 'outside') return said
  const { who: _, outsiderId: __, ...outsider } = other
  return { ...said, outsider: { ...outsider, birth: outsider.birth ?? { precision: 'unknown' } } }
}
