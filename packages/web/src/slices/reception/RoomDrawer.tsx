/** Adds a room or changes how many beds it has. */
import { writeRoom } from '@kerege/contract/repatriation/reception/routes'
import { type Room, roomKinds } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  siteId: string
  room: Room | 'new' | undefined
  onClose: () => void
}

export function RoomDrawer({ siteId, room, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={room !== undefined}
      onClose={onClose}
      title={t(room === 'new' ? 'reception.addRoom' : 'reception.changeRoom')}
    >
      {room && <RoomForm siteId={siteId} room={room === 'new' ? undefined : room} onClose={onClose} />}
    </Drawer>
  )
}

/** Beds are typed as text; the shape wants a number. */
const shaped = (values: unknown) => {
  const { places, ...rest } = values as { places?: string | number }
  return { ...rest, ...(places === undefined || places === '' ? {} : { places: Number(places) }) }
}

function RoomForm({
  siteId,
  room,
  onClose,
}: {
  siteId: string
  room: Room | undefined
  onClose: () => void
}) {
  const t = useT()
  const [initial] = useState(() =>
    room
      ? { id: room.id, name: room.name, kind: room.kind, places: String(room.places), closed: room.closed }
      : { id: newId(), kind: 'room', closed: false },
  )
  const form = useForm({
    name: 'reception.room',
    schema: bodyOf(writeRoom),
    initial,
    draft: false,
    shape: shaped,
    send: (body, options) => send(writeRoom, { params: { id: siteId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('reception.saved'))
      onClose()
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
      <TextField at="/name" label={t('reception.field.room')} maxLength={60} />
      <ChoiceField
        at="/kind"
        label={t('reception.field.roomKind')}
        options={roomKinds.map(value => ({ value, label: t(`reception.roomKind.${value}`) }))}
      />
      <TextField at="/places" label={t('reception.field.places')} kind="code" maxLength={3} />
      {room && <TickField at="/closed" label={t('reception.field.roomClosed')} />}
    </Form>
  )
}
