/** Asks for a paper: in which language, as what file, and why. The file is fetched once. */
import { type Language, languages, Reason } from '@kerege/contract/common'
import { askPaper } from '@kerege/contract/exports/routes'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { send } from '../api.ts'
import { useLoaded } from '../i18n/language.ts'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { fetchOnce } from './fetchOnce.ts'
import { ChoiceField } from './form/ChoiceField.tsx'
import { Form } from './form/Form.tsx'
import { TextField } from './form/TextField.tsx'
import { useForm } from './form/useForm.ts'

const Asked = z.strictObject({
  of: z.string(),
  format: z.enum(['pdf', 'docx']),
  language: z.enum(languages),
  reason: Reason,
})

interface Props {
  /** Unique among forms. */
  name: string
  /** Which paper, as the node names it; a field at `/of` may choose another. */
  of: string | undefined
  query: Readonly<Record<string, string>>
  /** That of the screen unless told. */
  language?: Language | undefined
  words: { text: string; language: string; format: string; act: string }
  /** Fields of the asker's own, above the others. */
  children?: ReactNode
  onClose: () => void
}

export function PaperForm({ name, of, query, language, words, children, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const { language: mine } = useLoaded()
  const [initial] = useState(() => ({ of, format: 'pdf', language: language ?? (mine as Language) }))
  const form = useForm({
    name,
    schema: Asked,
    initial,
    draft: false,
    send: async (asked, options) => {
      const { body } = await send(askPaper, { body: { ...asked, query } }, options)
      fetchOnce(body.url)
      return body
    },
    onDone: onClose,
  })
  return (
    <Form
      form={form}
      submit={words.act}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{words.text}</p>
      {children}
      <ChoiceField
        compact
        at="/language"
        label={words.language}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <ChoiceField
        at="/format"
        label={words.format}
        options={[
          { value: 'pdf', label: 'PDF' },
          { value: 'docx', label: 'Word' },
        ]}
      />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
