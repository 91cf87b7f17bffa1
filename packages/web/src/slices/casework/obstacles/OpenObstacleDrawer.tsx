/** Writes down what stands in the way, on whose desk it lies and since when. */
import { deskKinds, obstacleKinds } from '@kerege/contract/casework/obstacles'
import { openObstacle } from '@kerege/contract/casework/routes'
import { domains } from '@kerege/contract/domains'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}

export function OpenObstacleDrawer({ personId, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('casework.obstacles.add')}>
      {opened && <ObstacleForm personId={personId} onClose={onClose} />}
    </Drawer>
  )
}

function ObstacleForm({ personId, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), since: today }))
  const form = useForm({
    name: `casework.obstacle.${personId}`,
    schema: bodyOf(openObstacle),
    initial,
    send: (body, options) => send(openObstacle, { params: { id: personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('casework.obstacles.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('casework.obstacles.add')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/kind"
        label={t('casework.obstacles.kind')}
        options={obstacleKinds.map(value => ({ value, label: t(`casework.obstacles.kind.${value}`) }))}
      />
      <ChoiceField
        at="/domain"
        label={t('casework.obstacles.domain')}
        options={domains
          .filter(one => one !== 'staff')
          .map(value => ({ value, label: t(`domains.${value}`) }))}
      />
      <DeskFields />
      <DayField at="/since" label={t('casework.obstacles.since')} />
      <DayField at="/askedOn" label={t('casework.obstacles.askedOn')} optional />
      <TextField
        at="/words"
        label={t('casework.obstacles.words')}
        hint={t('casework.obstacles.wordsHint')}
        optional
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}

export function DeskFields() {
  const t = useT()
  return (
    <>
      <ChoiceField
        at="/desk"
        label={t('casework.obstacles.desk')}
        options={deskKinds.map(value => ({ value, label: t(`casework.obstacles.desk.${value}`) }))}
      />
      <TextField
        at="/deskName"
        label={t('casework.obstacles.deskName')}
        hint={t('casework.obstacles.deskNameHint')}
        optional
        maxLength={120}
      />
    </>
  )
}
