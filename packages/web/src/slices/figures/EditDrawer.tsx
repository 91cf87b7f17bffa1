/** Corrects how a statement was written down. What stood there is kept, with the reason. */
import { changeStatement } from '@kerege/contract/figures/routes'
import type { Series, Statement } from '@kerege/contract/figures/schema'
import { Button } from '@mantine/core'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { StatementFields, shape, typedOf } from './StatementForm.tsx'

interface Props {
  statement: Statement
  series: readonly Series[]
  etag: string
  opened: boolean
  onClose: () => void
}

export function EditDrawer({ statement, series, etag, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('figures.correct')}>
      <EditForm key={statement.version} {...{ statement, series, etag, onClose }} />
    </Drawer>
  )
}

function EditForm({ statement, series, etag, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const form = useForm({
    name: `figures.correct.${statement.id}`,
    schema: bodyOf(changeStatement),
    initial: typedOf(statement),
    shape,
    send: (body, options) =>
      send(changeStatement, { params: { id: statement.id }, body }, { ...options, ifMatch: etag }),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('figures.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <StatementFields series={series} />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
