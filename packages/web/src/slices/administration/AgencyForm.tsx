/** A new agency, named in the languages of the node. */
import { addAgency } from '@kerege/contract/access/routes'
import { Agency } from '@kerege/contract/access/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api.ts'
import { choices } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

const kinds = Agency.shape.kind.options

interface Typed {
  name?: Record<string, { text?: string }>
}

// A language in which nothing was written is left out; what an administrator writes counts as checked.
const shape = (values: unknown) => {
  const { name = {}, ...rest } = values as Typed
  const written = Object.entries(name).filter(([, entry]) => entry.text)
  return {
    ...rest,
    name: Object.fromEntries(written.map(([language, { text }]) => [language, { text, state: 'checked' }])),
  }
}

export function AgencyForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { node } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useForm({
    name: 'administration.agency',
    schema: Agency,
    initial: { id, kind: 'state', name: {} },
    shape,
    send: (body, options) => send(addAgency, { body }, options),
    onDone: async () => {
      await client.invalidateQueries()
      toast(t('administration.agencyAdded'))
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('administration.addAgency')}>
      {node.languages.map((language, at) => (
        <TextField
          key={language}
          at={`/name/${language}/text`}
          optional={at > 0}
          lang={language}
          maxLength={160}
          label={t('administration.nameIn', {
            language: choices.find(([id]) => id === language)?.[1] ?? language,
          })}
        />
      ))}
      <ChoiceField
        at="/kind"
        label={t('administration.kind')}
        options={kinds.map(value => ({ value, label: t(`administration.kind.${value}`) }))}
      />
    </Form>
  )
}
