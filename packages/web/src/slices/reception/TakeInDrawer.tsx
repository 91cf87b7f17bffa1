/** Somebody who came without an operation: found on the register first, then given a bed like anybody else. */
import { Id } from '@kerege/contract/common'
import type { FoundPerson } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { PersonPicker } from '../people/search/PersonPicker.tsx'
import type { Party } from './parties.ts'

interface Props {
  opened: boolean
  onClose: () => void
  onPick: (party: Party) => void
}

export function TakeInDrawer({ opened, onClose, onPick }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('reception.takeIn')}>
      {opened && <Picking onClose={onClose} onPick={onPick} />}
    </Drawer>
  )
}

const Asked = z.strictObject({ personId: Id })

/** Nothing is sent yet: whoever is found goes on to the choice of beds. */
function Picking({ onClose, onPick }: Omit<Props, 'opened'>) {
  const t = useT()
  const may = useMay()
  const picked = useRef<FoundPerson>(undefined)
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: 'reception.takeIn',
    schema: Asked,
    initial,
    draft: false,
    send: async value => value,
    onDone: () => {
      if (picked.current) onPick(alone(picked.current))
    },
  })
  return (
    <Form
      form={form}
      submit={t('reception.chooseBeds')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('reception.takeInText')}</p>
      <PersonPicker
        at="/personId"
        label={t('reception.pick')}
        hint={t('reception.pickHint')}
        fits={() => true}
        onPick={row => {
          picked.current = row
          form.set('/personId', row.id)
        }}
      />
      {picked.current && (
        <p>
          <strong>
            <bdi>{picked.current.label}</bdi>
          </strong>
        </p>
      )}
      {may('people.register') && (
        <Button variant="subtle" component={Link} to="/people/new">
          {t('reception.register')}
        </Button>
      )}
    </Form>
  )
}

const alone = (row: FoundPerson): Party => ({
  id: row.id,
  members: [
    {
      guest: {
        personId: row.id,
        name: row.label,
        sex: row.sex ?? 'unknown',
        birth: row.birth ?? { precision: 'unknown' },
        languages: [],
      },
    },
  ],
})
