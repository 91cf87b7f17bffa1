/** Districts from a file of commas: code, parent, and a name per language. */
import { importAreas } from '@kerege/contract/access/routes'
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { bodyOf, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import css from './administration.module.css'

export function AreasImport({ onDone }: { onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const form = useForm({
    name: 'administration.areas',
    schema: bodyOf(importAreas),
    initial: { csv: '' },
    // A file of two megabytes is no draft.
    draft: false,
    send: (body, options) => send(importAreas, { body }, options),
    onDone: async ({ body }) => {
      await client.invalidateQueries()
      toast(t('administration.imported', { added: body.added, changed: body.changed }))
      onDone()
    },
  })
  const read = async (file: File | null) => {
    if (file) form.set('/csv', await file.text())
  }
  return (
    <Form form={form} submit={t('administration.import.act')}>
      <p>{t('administration.import.text')}</p>
      <code className={css.example}>code,parent,kk,ru</code>
      <FileButton accept=".csv,text/csv" onChange={read}>
        {props => (
          <Button {...props} variant="default" leftSection={<IconFileText size={18} stroke={1.7} />}>
            {t('administration.import.file')}
          </Button>
        )}
      </FileButton>
      <TextField at="/csv" label={t('administration.import.rows')} rows={10} dir="ltr" />
    </Form>
  )
}
