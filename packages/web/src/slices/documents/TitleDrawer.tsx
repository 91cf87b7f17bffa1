/** What a document is called in the language of the screen; titles in other languages stay, marked as older. */
import { line } from '@kerege/contract/common'
import { entitleDocument } from '@kerege/contract/documents/routes'
import type { Document } from '@kerege/contract/documents/schema'
import { Button } from '@mantine/core'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'

interface Props {
  document: Document
  opened: boolean
  onClose: () => void
}

const Titled = z.object({ title: line(200) })

export function TitleDrawer({ document, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('documents.rename')}>
      <TitleForm document={document} onClose={onClose} />
    </Drawer>
  )
}

function TitleForm({ document, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const form = useForm({
    name: `documents.title.${document.id}`,
    schema: Titled,
    initial: { title: document.title?.[language]?.text },
    draft: false,
    send: ({ title }) =>
      send(
        entitleDocument,
        { params: { id: document.id }, body: { title: withTitle(document, language, title) } },
        { ifMatch: `"${document.version}"` },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('documents.renameAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField
        at="/title"
        label={t('documents.title.in', { language: format.language(language) })}
        maxLength={200}
        lang={language}
      />
    </Form>
  )
}

type Titles = NonNullable<Document['title']>

function withTitle({ title = {} }: Document, language: keyof Titles, text: string): Titles {
  const others = Object.entries(title).map(([other, entry]) => [other, { ...entry, state: 'stale' as const }])
  return { ...Object.fromEntries(others), [language]: { text, state: 'checked' } }
}
