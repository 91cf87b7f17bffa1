/** Sets a cut-off of a questionnaire for a language, with the study that it comes from. */
import { setCutOff } from '@kerege/contract/assessments/routes'
import type { InstrumentRow } from '@kerege/contract/assessments/schema'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { LanguageField } from '../../ui/form/LanguageField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  row: InstrumentRow
  opened: boolean
  onClose: () => void
}

export function CutOffDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('assessments.cut.set')}>
      {props.opened && <CutOffForm {...props} />}
    </Drawer>
  )
}

function CutOffForm({ row, onClose }: Props) {
  const t = useT()
  const [cutOff] = row.cutOffs
  const form = useForm({
    name: `assessments.cutOff.${row.id}`,
    schema: bodyOf(setCutOff),
    initial: { cutOff: cutOff?.id },
    shape: said => {
      const { value, ...rest } = said as Record<string, unknown>
      return { ...rest, ...(typeof value === 'string' ? { value: Number(value.replace(',', '.')) } : {}) }
    },
    send: (body, options) => send(setCutOff, { params: { instrument: row.id }, body }, options),
    onDone: () => {
      toast(t('assessments.cut.done'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('assessments.cut.set')}>
      {cutOff && <p className="k-dim">{t('assessments.cut.published', { n: cutOff.published })}</p>}
      <LanguageField at="/language" label={t('assessments.language')} />
      <TextField at="/value" label={t('assessments.cut.value')} maxLength={8} />
      <TextField at="/source" label={t('assessments.cut.source')} maxLength={300} />
    </Form>
  )
}
