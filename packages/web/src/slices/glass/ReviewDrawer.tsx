/** Says whether an opening was justified, in words that who opened it reads. */
import type { Opening } from '@kerege/contract/glass/schema'
import { reviewOpening } from '@kerege/contract/glass/routes'
import { verdicts } from '@kerege/contract/glass/rules'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'

interface Props {
  one: Opening
  opened: boolean
  onClose: () => void
}

export function ReviewDrawer({ one, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('glass.review')}>
      {opened && <ReviewForm one={one} onClose={onClose} />}
    </Drawer>
  )
}

function ReviewForm({ one, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({ seen: one.version }))
  const form = useForm({
    name: `glass.review.${one.id}`,
    schema: bodyOf(reviewOpening),
    initial,
    send: (body, options) => send(reviewOpening, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('glass.review')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('glass.reviewText')}</p>
      <ChoiceField
        at="/verdict"
        label={t('glass.verdict')}
        options={verdicts.map(value => ({ value, label: t(`glass.state.${value}`) }))}
      />
      <TextField at="/words" label={t('glass.words')} rows={4} maxLength={2000} />
    </Form>
  )
}
