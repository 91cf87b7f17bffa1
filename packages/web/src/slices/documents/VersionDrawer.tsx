/** A newer file of the same document; the earlier ones stay. */
import { addVersion } from '@kerege/contract/documents/routes'
import type { Document } from '@kerege/contract/documents/schema'
import { Button } from '@mantine/core'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { FileField } from './FileField.tsx'
import { useUpload } from './useUpload.ts'

interface Props {
  document: Document
  opened: boolean
  onClose: () => void
}

const nothingElse = z.object({})

export function VersionDrawer({ document, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('documents.newVersion')}>
      <VersionForm document={document} onClose={onClose} />
    </Drawer>
  )
}

function VersionForm({ document, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const upload = useUpload()
  const form = useForm({
    name: `documents.version.${document.id}`,
    schema: nothingElse,
    initial: {},
    draft: false,
    send: () =>
      upload.run(async ({ versionId, name, mediaType }) => {
        const body = { id: versionId, name, mediaType }
        return (await send(addVersion, { params: { id: document.id }, body })).body
      }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('documents.newVersionAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('documents.newVersionText')}</p>
      <FileField upload={upload} />
    </Form>
  )
}
