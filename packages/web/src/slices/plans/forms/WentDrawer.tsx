/** How a practice went that was taken for a goal: for the file of the family, and, in words about nobody, for the library. */
import { sayWent } from '@kerege/contract/plans/routes'
import type { PracticeUse } from '@kerege/contract/plans/schema'
import { wentStates } from '@kerege/contract/plans/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { LookAt } from '../../practices/check/LookAt.tsx'
import { readAgain } from '../api.ts'

interface Props {
  use: PracticeUse | undefined
  onClose: () => void
}

export function WentDrawer({ use, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={use !== undefined} onClose={onClose} title={t('plans.went.say')}>
      {use && <WentForm key={use.id} use={use} onClose={onClose} />}
    </Drawer>
  )
}

function WentForm({ use, onClose }: Props & { use: PracticeUse }) {
  const t = useT()
  const format = useFormat()
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: `plans.went.${use.id}`,
    schema: bodyOf(sayWent),
    initial,
    send: (sent, options) => send(sayWent, { params: { id: use.id }, body: sent }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('plans.went.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{format.text(use.title).text}</p>
      <ChoiceField
        at="/went"
        label={t('plans.went')}
        options={wentStates.map(value => ({ value, label: t(`plans.went.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t('plans.went.words')}
        hint={t('plans.went.wordsHint')}
        optional
        rows={2}
        maxLength={1000}
      />
      {use.source === 'practice' && (
        <>
          <TextField
            at="/library"
            label={t('plans.went.library')}
            hint={t('plans.went.libraryHint')}
            optional
            rows={3}
            maxLength={1000}
          />
          <LookAt at="/library" audience="public" />
        </>
      )}
    </Form>
  )
}
