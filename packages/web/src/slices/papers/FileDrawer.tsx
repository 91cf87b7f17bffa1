/** A picture or file of a proof: it goes to the identity section of the person, and the paper points to it. */
import { line } from '@kerege/contract/common'
import { addDocument, removeDocument } from '@kerege/contract/documents/routes'
import type { DomainError } from '@kerege/contract/errors'
import { changePaper } from '@kerege/contract/people/papers/routes'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { problemText } from '../../ui/problems.ts'
import { FileField } from '../documents/FileField.tsx'
import { useUpload } from '../documents/useUpload.ts'
import { contentOf } from './words.ts'

interface Props {
  paper: Paper
  etag: string
  opened: boolean
  onClose: () => void
}

const Added = z.object({ text: line(200).optional() })

export function FileDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('papers.proof.file')}>
      <FileForm {...props} />
    </Drawer>
  )
}

function FileForm({ paper, etag, onClose }: Props) {
  const t = useT()
  const upload = useUpload()
  const form = useForm({
    name: `papers.file.${paper.id}`,
    schema: Added,
    initial: {},
    draft: false,
    send: async ({ text }) => {
      let documentId = ''
      await upload.run(async ({ id, versionId, name, mediaType }) => {
        const body = { id, versionId, subjectId: paper.personId, compartment: 'identity' as const }
        documentId = id
        return (await send(addDocument, { body: { ...body, name, mediaType } })).body
      }, discard)
      const proof = { id: newId(), standing: 'held' as const, documentId, ...(text ? { text } : {}) }
      const body = { ...contentOf(paper), evidence: [...paper.evidence, proof] }
      await send(changePaper, { params: { id: paper.id }, body }, { ifMatch: etag })
    },
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('papers.proof.fileAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <FileField upload={upload} />
      <TextField at="/text" label={t('papers.proof.text')} optional maxLength={200} />
    </Form>
  )
}

// The refusal in words is the reason that the history keeps.
const discard = (id: string, refusal: DomainError) =>
  send(removeDocument, { params: { id }, body: { reason: problemText(refusal, 'documents') } })
