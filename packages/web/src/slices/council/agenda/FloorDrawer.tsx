/** Opens or closes the list of speakers: time for each, the item, where interpretation is heard. */
import { getAgenda, setFloor } from '@kerege/contract/council/agendaRoutes'
import type { Floor } from '@kerege/contract/council/floor'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  sessionId: string
  floor: Floor
  opened: boolean
  onClose: () => void
}

export function FloorDrawer({ opened, ...rest }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={rest.onClose} title={t('council.floor.set')}>
      {opened && <FloorForm {...rest} />}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return { ...given, seconds: Number(given.seconds) * 60 }
}

function FloorForm({ sessionId, floor, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const format = useFormat()
  const items = useGet(getAgenda, { params: { id: sessionId } }).data?.body.items ?? []
  const form = useForm({
    name: `council.floor.${sessionId}`,
    schema: bodyOf(setFloor),
    initial: {
      open: true,
      seconds: String(floor.seconds / 60),
      itemId: floor.item?.id,
      channelNote: floor.channelNote,
    },
    shape,
    draft: false,
    send: (body, options) => send(setFloor, { params: { id: sessionId }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('council.save')}>
      <TickField at="/open" label={t('council.floor.isOpen')} />
      <TextField at="/seconds" label={t('council.floor.minutes')} maxLength={4} />
      <SearchChoiceField
        at="/itemId"
        label={t('council.floor.item')}
        optional
        options={items.map((item, at) => ({
          value: item.id,
          label: `${at + 1}. ${format.text(item.title).text}`,
        }))}
      />
      <TextField at="/channelNote" label={t('council.floor.channels')} optional maxLength={300} />
    </Form>
  )
}
