/** Adds a file to a person: into which part of the file it goes, and what it is called. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { Compartment as AnyCompartment } from '@kerege/contract/access/compartments'
import { line } from '@kerege/contract/common'
import { addDocument, removeDocument } from '@kerege/contract/documents/routes'
import type { DomainError } from '@kerege/contract/errors'
import { Button } from '@mantine/core'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { problemText } from '../../ui/problems.ts'
import { FileField } from './FileField.tsx'
import { useUpload } from './useUpload.ts'

interface Props {
  subjectId: string
  writable: readonly Compartment[]
  opened: boolean
  onClose: () => void
}

// What the person at the keys says; the file says the rest.
const Added = z.object({ compartment: AnyCompartment, title: line(200).optional() })

export function AddDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('documents.add')}>
      <AddForm {...props} />
    </Drawer>
  )
}

function AddForm({ subjectId, writable, onClose }: Props) {
  const t = useT()
  const { language } = useLoaded()
  const upload = useUpload()
  const only = writable.length === 1 ? writable[0] : undefined
  const form = useForm({
    name: `documents.add.${subjectId}`,
    schema: Added,
    initial: only ? { compartment: only } : {},
    draft: false,
    send: ({ compartment, title }) =>
      upload.run(async ({ id, versionId, name, mediaType }) => {
        const titled = title ? { title: { [language]: { text: title, state: 'checked' as const } } } : {}
        const body = { id, versionId, subjectId, compartment, name, mediaType, ...titled }
        return (await send(addDocument, { body })).body
      }, discard),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('documents.addAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <FileField upload={upload} />
      <ChoiceField
        compact
        at="/compartment"
        label={t('documents.part')}
        hint={t('documents.partHint')}
        options={writable.map(value => ({ value, label: t(`access.compartment.${value}`) }))}
      />
      <TextField
        at="/title"
        label={t('documents.title.field')}
        hint={t('documents.title.hint')}
        maxLength={200}
        optional
      />
    </Form>
  )
}

// The refusal in words is the reason that the history keeps.
const discard = (id: string, refusal: DomainError) =>
  send(removeDocument, { params: { id }, body: { reason: problemText(refusal, 'documents') } })
