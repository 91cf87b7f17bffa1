/** The signed agreement as a photograph or a scan: it becomes a document of one of the people, and the handover points to it. */
import { addDocument, removeDocument } from '@kerege/contract/documents/routes'
import type { DomainError } from '@kerege/contract/errors'
import { keepScan } from '@kerege/contract/repatriation/handover/routes'
import { Button } from '@mantine/core'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { problemText } from '../../ui/problems.ts'
import { FileField } from '../documents/FileField.tsx'
import { useUpload } from '../documents/useUpload.ts'

interface Props {
  handoverId: string
  personId: string
  onClose: () => void
}

export function ScanDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('handovers.scan.add')}>
      {opened && <ScanForm {...props} />}
    </Drawer>
  )
}

// The file says everything.
const Nothing = z.object({})
const initial = {}

function ScanForm({ handoverId, personId, onClose }: Props) {
  const t = useT()
  const upload = useUpload()
  const form = useForm({
    name: `handovers.scan.${handoverId}`,
    schema: Nothing,
    initial,
    draft: false,
    send: async () => {
      let documentId = ''
      await upload.run(async ({ id, versionId, name, mediaType }) => {
        const body = { id, versionId, subjectId: personId, compartment: 'contact' as const, name, mediaType }
        documentId = id
        return (await send(addDocument, { body })).body
      }, discard)
      await send(keepScan, { params: { id: handoverId }, body: { documentId } })
    },
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('handovers.scan.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('handovers.scan.text')}</p>
      <FileField upload={upload} />
    </Form>
  )
}

// The refusal in words is the reason that the history keeps.
const discard = (id: string, refusal: DomainError) =>
  send(removeDocument, { params: { id }, body: { reason: problemText(refusal, 'documents') } })
