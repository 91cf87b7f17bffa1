/** Takes an offer up for one's own state or organisation: who would come and what for, and how many. */
import { takeUpOffer } from '@kerege/contract/council/offers/routes'
import type { Offer } from '@kerege/contract/council/offers/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  offer: Offer
  opened: boolean
  onClose: () => void
}

export function TakeUpDrawer({ offer, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.offer.takeUp')}>
      {opened && <TakeForm offer={offer} onDone={onClose} />}
    </Drawer>
  )
}

function TakeForm({ offer, onDone }: { offer: Offer; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `council.offer.take.${offer.id}`,
    schema: bodyOf(takeUpOffer),
    initial,
    shape: values => {
      const { places, ...rest } = values as Record<string, unknown>
      return { ...rest, ...(places === undefined ? {} : { places: Number(places) }) }
    },
    send: (body, options) => send(takeUpOffer, { params: { id: offer.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.offer.takeUp')}>
      <TextField
        at="/words"
        label={t('council.offer.takeWords')}
        hint={t('council.offer.takeHint')}
        rows={4}
        maxLength={2000}
      />
      <TextField at="/places" label={t('council.offer.places')} optional maxLength={5} />
    </Form>
  )
}
