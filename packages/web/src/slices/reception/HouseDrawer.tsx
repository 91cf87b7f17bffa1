/** Adds a house or changes it. */
import { writeSite } from '@kerege/contract/repatriation/reception/routes'
import { type Site, siteKinds } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { AreaField } from '../../ui/form/AreaField.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  opened: boolean
  site?: Site
  onClose: () => void
}

export function HouseDrawer({ opened, site, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t(site ? 'reception.changeHouse' : 'reception.addHouse')}
    >
      {opened && <HouseForm {...(site ? { site } : {})} onClose={onClose} />}
    </Drawer>
  )
}

function HouseForm({ site, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() =>
    site
      ? { id: site.id, name: site.name, kind: site.kind, area: site.area, closed: site.closed }
      : { id: newId(), kind: 'reception-centre', closed: false },
  )
  const form = useForm({
    name: 'reception.house',
    schema: bodyOf(writeSite),
    initial,
    draft: site === undefined,
    send: (body, options) => send(writeSite, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      toast(t('reception.saved'))
      onClose()
      if (!site) await navigate({ to: `/reception/${body.id}` })
    },
  })
  return (
    <Form
      form={form}
      submit={t('reception.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField at="/name" label={t('reception.field.name')} maxLength={120} />
      <ChoiceField
        compact
        at="/kind"
        label={t('reception.field.kind')}
        options={siteKinds.map(value => ({ value, label: t(`reception.kind.${value}`) }))}
      />
      <AreaField at="/area" label={t('reception.field.area')} />
      {site && <TickField at="/closed" label={t('reception.field.closed')} />}
    </Form>
  )
}
