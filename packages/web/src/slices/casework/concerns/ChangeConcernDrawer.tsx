/** Says how a concern is now: how much help is needed, whether it eased or is over, and why. */
import { needLevels } from '@kerege/contract/assessments/needs'
import { type Concern, concernStates, concernText } from '@kerege/contract/casework/concerns'
import { changeConcern } from '@kerege/contract/casework/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import { levelShaped } from './values.ts'

interface Props {
  concern: Concern | undefined
  onClose: () => void
}

export function ChangeConcernDrawer({ concern, onClose }: Props) {
  const { language } = useLoaded()
  return (
    <Drawer
      opened={concern !== undefined}
      onClose={onClose}
      title={concern && concernText(concern.code, concern.codeVersion, language)}
    >
      {concern && <ChangeForm key={concern.version} concern={concern} onClose={onClose} />}
    </Drawer>
  )
}

function ChangeForm({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ state: concern.state, severity: String(concern.severity) }))
  const form = useForm({
    name: `casework.concern.${concern.id}.${concern.version}`,
    schema: bodyOf(changeConcern),
    initial,
    shape: levelShaped,
    send: (body, options) =>
      send(
        changeConcern,
        { params: { id: concern.id }, body },
        { ...options, ifMatch: `"${concern.version}"` },
      ),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('casework.concerns.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('casework.concerns.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/state"
        label={t('casework.concerns.state')}
        options={concernStates.map(value => ({ value, label: t(`casework.concerns.state.${value}`) }))}
      />
      <ChoiceField
        at="/severity"
        label={t('casework.concerns.severity')}
        options={needLevels.map(value => ({ value: String(value), label: t(`needs.level.${value}`) }))}
      />
      <TextField
        at="/why"
        label={t('casework.concerns.why')}
        hint={t('casework.concerns.whyHint')}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
