/** Papers of work: which, in which language, as what file, and why. The file is fetched once. */
import { type Language, languages, Reason } from '@kerege/contract/common'
import { askPaper } from '@kerege/contract/exports/routes'
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'

export type PaperName = 'people-list' | 'arrival-list' | 'cards' | 'room-list'

interface Props {
  papers: readonly PaperName[]
  /** About which operation or house. */
  query: Readonly<Record<string, string>>
}

export function PapersButton({ papers, query }: Props) {
  const t = useT()
  const [opened, open] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileText size={18} stroke={1.7} />}
        onClick={() => open(true)}
      >
        {t('reception.papers')}
      </Button>
      <Drawer opened={opened} onClose={() => open(false)} title={t('reception.papers')}>
        {opened && <PaperForm papers={papers} query={query} onClose={() => open(false)} />}
      </Drawer>
    </>
  )
}

const Asked = z.strictObject({
  of: z.string(),
  format: z.enum(['pdf', 'docx']),
  language: z.enum(languages),
  reason: Reason,
})

function PaperForm({ papers, query, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ of: papers[0], format: 'pdf', language: language as Language }))
  const form = useForm({
    name: 'reception.paper',
    schema: Asked,
    initial,
    draft: false,
    send: async (asked, options) => {
      const { body } = await send(askPaper, { body: { ...asked, query } }, options)
      const link = document.createElement('a')
      link.href = body.url
      link.download = ''
      link.click()
      return body
    },
    onDone: onClose,
  })
  return (
    <Form
      form={form}
      submit={t('reception.paperAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('reception.paperText')}</p>
      {papers.length > 1 && (
        <ChoiceField
          at="/of"
          label={t('reception.paperWhich')}
          options={papers.map(value => ({ value, label: t(`reception.paper.${value}`) }))}
        />
      )}
      <ChoiceField
        compact
        at="/language"
        label={t('reception.field.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <ChoiceField
        at="/format"
        label={t('reception.paperFormat')}
        options={[
          { value: 'pdf', label: 'PDF' },
          { value: 'docx', label: 'Word' },
        ]}
      />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
