/** Everything that is held about somebody, for who has the code: to read, to print, to keep as a file. */
import { type OpenedFile, OpenFile } from '@kerege/contract/rights/files'
import { openFile } from '@kerege/contract/rights/fileRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { HeldItems } from '../files/HeldItems.tsx'
import css from '../rights.module.css'

export function FilePage() {
  const t = useT()
  const [body, show] = useState<OpenedFile>()
  return (
    <div className={css.page}>
      <PageHead
        title={t('open.file')}
        {...(body
          ? {
              acts: (
                <>
                  <Button variant="default" onClick={() => keepAsFile(body)}>
                    {t('open.file.keep')}
                  </Button>
                  <PrintButton />
                </>
              ),
            }
          : {})}
      />
      {body ? <Held body={body} /> : <Ask onDone={show} />}
    </div>
  )
}

function Ask({ onDone }: { onDone: (body: OpenedFile) => void }) {
  const t = useT()
  const form = useForm({
    name: 'open.file',
    schema: OpenFile,
    initial: {},
    draft: false,
    send: async body => (await send(openFile, { body })).body,
    onDone,
  })
  return (
    <Card>
      <Form form={form} submit={t('open.show')}>
        <p>{t('open.file.text')}</p>
        <TextField at="/code" label={t('open.code')} hint={t('open.codeHint')} maxLength={40} dir="ltr" />
      </Form>
    </Card>
  )
}

function Held({ body }: { body: OpenedFile }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Notice kind="info">{t('open.file.until', { day: format.date(body.openUntil) })}</Notice>
      <HeldItems
        heads={body.heads}
        t={t}
        words={{
          head: head => t(`files.head.${head}` as 'files.head.person'),
          label: label => t(`files.label.${label}` as 'files.label.name'),
          withheld: reason => t(`files.withheld.${reason}`),
        }}
      />
    </>
  )
}

/** For another program to read. */
function keepAsFile(body: OpenedFile) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }))
  link.download = 'kerege-file.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
