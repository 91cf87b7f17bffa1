/** What was handed over to a person: written down once, and struck out with a reason where it was a slip. */
import { addDelivery, strikeDelivery } from '@kerege/contract/entitlements/routes'
import type { CheckList, Delivery } from '@kerege/contract/entitlements/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import css from './entitlements.module.css'

export function Deliveries({ list }: { list: CheckList }) {
  const t = useT()
  const [adding, add] = useState(false)
  if (!list.open) return null
  return (
    <Card
      flush
      title={t('entitlements.deliveries')}
      side={
        list.mayWrite && (
          <Button variant="subtle" onClick={() => add(true)}>
            {t('entitlements.deliveries.add')}
          </Button>
        )
      }
    >
      {list.deliveries.length === 0 && <p className={css.none}>{t('entitlements.deliveries.none')}</p>}
      <ul className={css.list}>
        {list.deliveries.map(one => (
          <li key={one.id} className={css.row}>
            <One one={one} mayWrite={list.mayWrite} />
          </li>
        ))}
      </ul>
      <Drawer opened={adding} onClose={() => add(false)} title={t('entitlements.deliveries.add')}>
        {adding && <AddForm list={list} onClose={() => add(false)} />}
      </Drawer>
    </Card>
  )
}

function One({ one, mayWrite }: { one: Delivery; mayWrite: boolean }) {
  const t = useT()
  const format = useFormat()
  const [striking, strike] = useState(false)
  const send = useSend(strikeDelivery)
  return (
    <>
      <div className={one.struck ? css.struck : undefined}>
        <div className={css.top}>
          <strong dir="auto">{one.what}</strong>
          {one.amount && <span dir="auto">{one.amount}</span>}
        </div>
        <div className="k-dim k-small">
          {`${format.date(one.on, 'text')} · ${t('entitlements.delivery.line', { by: one.byWhom, to: one.receivedBy })} · ${one.by.name}`}
        </div>
        {one.note && (
          <div className={css.text} dir="auto">
            {one.note}
          </div>
        )}
      </div>
      {one.struck && (
        <div className="k-small" dir="auto">
          {t('entitlements.delivery.struck', { name: one.struck.by.name, why: one.struck.why })}
        </div>
      )}
      {mayWrite && !one.struck && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => strike(true)}>
            {t('entitlements.delivery.strike')}
            <span className="k-hidden">{`: ${one.what}`}</span>
          </Button>
        </div>
      )}
      <ReasonDialog
        opened={striking}
        onClose={() => strike(false)}
        title={t('entitlements.delivery.strike.title')}
        consequence={t('entitlements.delivery.strike.text')}
        keep={t('entitlements.delivery.strike.keep')}
        act={t('entitlements.delivery.strike')}
        slice="entitlements"
        onAct={async reason => {
          await send.mutateAsync({ input: { params: { id: one.id }, body: { reason } } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

function AddForm({ list, onClose }: { list: CheckList; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const [initial] = useState(() => ({ id: newId(), on: format.today }))
  const form = useForm({
    name: `entitlements.delivery.${list.personId}`,
    schema: bodyOf(addDelivery),
    initial,
    send: (body, options) => send(addDelivery, { params: { id: list.personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('entitlements.delivery.saved'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('entitlements.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField at="/what" label={t('entitlements.delivery.what')} maxLength={160} />
      <TextField at="/amount" label={t('entitlements.delivery.amount')} optional maxLength={60} />
      <DayField at="/on" label={t('entitlements.delivery.on')} />
      <TextField at="/byWhom" label={t('entitlements.delivery.byWhom')} maxLength={160} />
      <TextField at="/receivedBy" label={t('entitlements.delivery.receivedBy')} maxLength={160} />
      <SearchChoiceField
        at="/code"
        optional
        label={t('entitlements.delivery.code')}
        options={list.rows
          .filter(row => !row.gone)
          .map(row => ({
            value: row.code,
            label: format.text(row.title).text,
            words: Object.values(row.title).map(({ text }) => text),
          }))}
      />
      <TextField at="/note" label={t('entitlements.delivery.note')} optional rows={2} maxLength={600} />
    </Form>
  )
}
