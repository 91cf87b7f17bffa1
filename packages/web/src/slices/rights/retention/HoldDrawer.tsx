/** Holds a file: why, by which paper, until when. */
import { holdReasons } from '@kerege/contract/rights/retention'
import { setHold } from '@kerege/contract/rights/retentionRoutes'
import { Button } from '@mantine/core'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  personId: string | undefined
  onClose: () => void
}

export function HoldDrawer({ personId, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={personId !== undefined} onClose={onClose} title={t('retention.hold')}>
      {personId && <HoldForm personId={personId} onClose={onClose} />}
    </Drawer>
  )
}

function HoldForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useT()
  const form = useForm({
    name: `retention.hold.${personId}`,
    schema: bodyOf(setHold),
    initial: {},
    send: (body, options) => send(setHold, { params: { id: personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('retention.hold')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('retention.holdText')}</p>
      <ChoiceField
        at="/why"
        label={t('retention.why')}
        options={holdReasons.map(value => ({ value, label: t(`retention.why.${value}`) }))}
      />
      <TextField at="/paper" label={t('retention.paper')} maxLength={200} />
      <DayField at="/until" optional label={t('retention.holdUntil')} />
    </Form>
  )
}
