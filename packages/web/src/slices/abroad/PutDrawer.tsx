/** From here an operation is prepared: whoever is ready is put on its list, a tick each. */
import { putOnList } from '@kerege/contract/repatriation/register/routes'
import { listOperations } from '@kerege/contract/repatriation/operations/routes'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { FieldGroup, Form, useFormState } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import css from './abroad.module.css'
import { useReady } from './api.ts'
import { placeText } from './words.ts'

interface Props {
  opened: boolean
  onClose: () => void
}

export function PutDrawer({ opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('abroad.put')}>
      {opened && <PutForm onClose={onClose} />}
    </Drawer>
  )
}

function PutForm({ onClose }: { onClose: () => void }) {
  const t = useT()
  const operations = useGet(listOperations, { query: { limit: 200 } })
  const [initial] = useState(() => ({ ids: [] }))
  const form = useForm({
    name: 'abroad.put',
    schema: bodyOf(putOnList),
    initial,
    draft: false,
    send: (body, options) => send(putOnList, { body }, options),
    onDone: ({ body }) => {
      toast(t('abroad.putDone', { n: body.added }))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  const preparing = (operations.data?.body.rows ?? []).filter(one =>
    ['planned', 'prepared'].includes(one.state),
  )
  return (
    <Form
      form={form}
      submit={t('abroad.putAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        compact
        at="/operationId"
        label={t('abroad.operation')}
        options={preparing.map(one => ({ value: one.id, label: one.name }))}
      />
      <ReadyField />
    </Form>
  )
}

function ReadyField() {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const chosen = (form.get('/ids') as string[] | undefined) ?? []
  const set = (ids: readonly string[]) => form.set('/ids', ids)
  return (
    <Answered query={useReady(true)} rows={4}>
      {({ body }) =>
        body.rows.length === 0 ? (
          <p className="k-dim">{t('abroad.noneReady')}</p>
        ) : (
          <FieldGroup legend={t('abroad.ready')}>
            <div className={css.ticks}>
              <Checkbox
                label={t('abroad.all', { n: body.rows.length })}
                checked={chosen.length === body.rows.length}
                indeterminate={chosen.length > 0 && chosen.length < body.rows.length}
                onChange={event => set(event.currentTarget.checked ? body.rows.map(row => row.id) : [])}
              />
              {body.rows.map(row => (
                <Checkbox
                  key={row.id}
                  label={<bdi>{row.person}</bdi>}
                  description={placeText(row, t, format)}
                  checked={chosen.includes(row.id)}
                  onChange={event =>
                    set(
                      event.currentTarget.checked ? [...chosen, row.id] : chosen.filter(id => id !== row.id),
                    )
                  }
                />
              ))}
            </div>
          </FieldGroup>
        )
      }
    </Answered>
  )
}
