/** Writes down one relation: who it is, what they are to this person, how surely, and what shows it. */
import { basesOf, groupOf, type KinKind, kinGroups, kinKinds } from '@kerege/contract/people/kinship/kinds'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { evidenceOf, SaidFields } from './SaidFields.tsx'
import { blankOutsider, WhoField } from './WhoField.tsx'
import { kindText, ownName } from './words.ts'

interface Props {
  person: Person
  opened: boolean
  onClose: () => void
}

export function AddDrawer({ person, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('kinship.add')}>
      {opened && <AddForm person={person} onClose={onClose} />}
    </Drawer>
  )
}

function AddForm({ person, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({
    id: newId(),
    other: { ...blankOutsider(), who: 'person' },
    standing: 'claimed',
    evidence: [],
  }))
  const form: FormState = useForm({
    name: `kinship.add.${person.id}`,
    schema: bodyOf(addRelation),
    initial,
    shape: shaped,
    send: (body, options) => send(addRelation, { params: { id: person.id }, body }, options),
    onDone: () => {
      form.startOver()
      void queryClient.invalidateQueries()
      toast(t('kinship.saved'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('kinship.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <WhoField self={person.id} />
      <KindField person={person} />
    </Form>
  )
}

function KindField({ person }: { person: Person }) {
  const t = useT()
  const form = useFormState()
  const { set } = form
  const sex = String(form.get('/other/sex') ?? 'unknown')
  const who = form.get('/other/who')
  const kind = form.get('/kind') as KinKind | undefined
  const basis = form.get('/basis')
  // Nobody in particular is known as a parent only.
  const kinds = who === 'unknown' ? (['parent'] as const) : inOrder
  useEffect(() => {
    if (who === 'unknown' && kind !== 'parent') set('/kind', 'parent')
  }, [who, kind, set])
  useEffect(() => {
    // The usual basis of a kind; what fits both stays as it was chosen.
    const fitting: readonly unknown[] = kind ? basesOf(kind) : []
    if (kind && !fitting.includes(basis)) set('/basis', fitting[0])
  }, [kind, basis, set])
  return (
    <>
      <ChoiceField
        compact
        at="/kind"
        label={t('kinship.is', { name: ownName(person) })}
        options={kinds.map(value => ({ value, label: kindText(t, value, { sex }) }))}
      />
      {kind && <SaidFields kind={kind} />}
    </>
  )
}

const inOrder = kinGroups.flatMap(group => kinKinds.filter(kind => groupOf(kind) === group))

/** What a row shows of a person is no part of the command, nor what another answer to "who" would ask. */
function shaped(values: unknown): unknown {
  const { other, evidence, ...rest } = values as {
    other: Record<string, unknown>
    evidence: unknown
  }
  return { ...rest, evidence: evidenceOf(evidence), other: otherOf(other) }
}

function otherOf(other: Record<string, unknown>): unknown {
  const { who, personId, outsiderId, name, sex, birth, life, died } = other
  if (who === 'person') return { who, personId }
  if (who === 'unknown') return { who, sex }
  return { who, outsiderId, name, sex, birth, life, ...(life === 'died' && died ? { died } : {}) }
}
