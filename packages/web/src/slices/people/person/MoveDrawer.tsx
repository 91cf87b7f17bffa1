/** The person lives in another area now: whose list they stand on may change with it. */
import { AreaCode, Reason } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { movePerson } from '@kerege/contract/people/routes'
import type { Person } from '@kerege/contract/people/schema'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { AreaField } from '../../../ui/form/AreaField.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  person: Person
  etag: string
  opened: boolean
  onClose: () => void
}

const Move = z.object({ area: AreaCode, reason: Reason.optional() })

export function MoveDrawer({ person, etag, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.move')}>
      {opened && <MoveForm key={etag} person={person} etag={etag} onClose={onClose} />}
    </Drawer>
  )
}

function MoveForm({ person, etag, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const areas = useAreas()
  const [initial] = useState(() => ({ area: person.area }))
  const form = useForm({
    name: `people.move.${person.id}`,
    schema: Move,
    initial,
    // One field, seen beside the old one: a draft would outlive what it was based on.
    draft: false,
    send: ({ area, reason }, options) =>
      send(
        movePerson,
        { params: { id: person.id }, body: { area, ...(reason ? { reason } : {}) } },
        { ...options, ifMatch: etag },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('people.move.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('people.move.text', { area: areas.name(person.area) })}</p>
      <AreaField at="/area" label={t('people.area')} />
      <TextField at="/reason" label={t('ui.reason')} optional rows={2} maxLength={500} />
    </Form>
  )
}
