/** Whom families turn to, as it hangs on the wall and stands on the page for everybody. */
import type { RightsSheet } from '@kerege/contract/rights/complaints'
import { rightsSheet, saveOfficer } from '@kerege/contract/rights/complaintRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  opened: boolean
  onClose: () => void
}

export function OfficerDrawer({ opened, onClose }: Props) {
  const t = useT()
  const query = useGet(rightsSheet, {}, { enabled: opened })
  return (
    <Drawer opened={opened} onClose={onClose} title={t('complaints.officer')}>
      {opened && (
        <Answered query={query} rows={3}>
          {({ body }) => <OfficerForm body={body} onClose={onClose} />}
        </Answered>
      )}
    </Drawer>
  )
}

function OfficerForm({ body: { officer }, onClose }: { body: RightsSheet; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => {
    const { version = 0, ...said } = officer ?? {}
    return { ...said, seen: version }
  })
  const form = useForm({
    name: 'complaints.officer',
    schema: bodyOf(saveOfficer),
    initial,
    send: (body, options) => send(saveOfficer, { body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('complaints.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">
        {t('complaints.officerText')} <Link to="/your-rights">{t('complaints.sheet')}</Link>
      </p>
      <TextField at="/name" label={t('complaints.officer.name')} maxLength={200} />
      <TextField at="/reach" label={t('complaints.officer.reach')} maxLength={300} />
      <TextField at="/hours" label={t('complaints.officer.hours')} maxLength={200} />
    </Form>
  )
}
