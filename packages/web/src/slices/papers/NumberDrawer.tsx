/** Writes the number of an issued paper into the identity section of the person. */
import { changeSection } from '@kerege/contract/people/routes'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Identifier, type Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { usePerson } from '../people/api.ts'
import { useGuide } from './api.ts'

interface Props {
  paper: Paper
  opened: boolean
  onClose: () => void
}

export function NumberDrawer({ paper, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('papers.number.add')}>
      {opened && <OfPerson paper={paper} onClose={onClose} />}
    </Drawer>
  )
}

function OfPerson({ paper, onClose }: Omit<Props, 'opened'>) {
  return (
    <Answered query={usePerson(paper.personId)} rows={3}>
      {({ body, etag }) => <NumberForm key={etag} person={body} etag={etag ?? ''} {...{ paper, onClose }} />}
    </Answered>
  )
}

interface FormProps extends Omit<Props, 'opened'> {
  person: Person
  etag: string
}

function NumberForm({ paper, person, etag, onClose }: FormProps) {
  const t = useT()
  const format = useFormat()
  const guide = useGuide()
  const systems = guide?.systems ?? []
  const [initial] = useState(() => ({
    system: systems.find(one => one.system === paper.paper)?.system,
    validFrom: paper.stateSince,
    ...(paper.office ? { issuer: paper.office.name } : {}),
  }))
  const form = useForm({
    name: `papers.number.${paper.id}`,
    schema: Identifier,
    initial,
    // A number of a paper is not left lying in the browser.
    draft: false,
    send: (identifier, options) => {
      const identity = person.identity ?? { names: [], citizenships: [], identifiers: [] }
      const section = { ...identity, identifiers: [...identity.identifiers, identifier] }
      const params = { id: person.id, section: 'identity' as const }
      return send(changeSection, { params, body: { section, kind: 'update' } }, { ...options, ifMatch: etag })
    },
    onDone: () => {
      toast(t('papers.number.added'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('papers.make')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('papers.number.text')}</p>
      <ChoiceField
        compact
        at="/system"
        label={t('papers.number.system')}
        options={systems.map(one => ({ value: one.system, label: format.text(one.name).text }))}
      />
      <TextField at="/value" label={t('papers.number.value')} maxLength={64} />
      <TextField at="/issuer" label={t('papers.number.issuer')} optional maxLength={160} />
      <DayField at="/validTo" label={t('papers.number.validTo')} optional />
    </Form>
  )
}
