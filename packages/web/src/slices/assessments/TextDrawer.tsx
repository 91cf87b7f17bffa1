/** Puts the official text of a questionnaire on file: every item, every answer, its source and its licence. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { putInstrumentText } from '@kerege/contract/assessments/routes'
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

export function TextDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('assessments.text.add')}>
      {props.opened && <TextForm {...props} />}
    </Drawer>
  )
}

/** The lines of a field, one for each name, in their order. */
const byLine = (names: readonly string[], text: unknown): Record<string, string> => {
  const lines =
    typeof text === 'string'
      ? text
          .split('\n')
          .map(one => one.trim())
          .filter(Boolean)
      : []
  return Object.fromEntries(names.flatMap((name, at) => (lines[at] ? [[name, lines[at]]] : [])))
}

function TextForm({ row, onClose }: Props) {
  const t = useT()
  const instrument = findInstrument(row.id, row.version)
  const items = instrument?.items.map(item => item.id) ?? []
  const values = [...new Set(Object.values(instrument?.responses ?? {}).flatMap(one => one.values))].toSorted(
    (one, other) => one - other,
  )
  const form = useForm({
    name: `assessments.text.${row.id}`,
    schema: bodyOf(putInstrumentText),
    initial: {},
    shape: said => {
      const { items: lines, answers, ...rest } = said as Record<string, unknown>
      return { ...rest, items: byLine(items, lines), answers: byLine(values.map(String), answers) }
    },
    send: (body, options) => send(putInstrumentText, { params: { instrument: row.id }, body }, options),
    onDone: () => {
      toast(t('assessments.text.done'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('assessments.text.add')}>
      <p>{t('assessments.text.never')}</p>
      <LanguageField at="/language" label={t('assessments.text.language')} />
      <TextField at="/intro" label={t('assessments.text.intro')} rows={2} optional />
      <TextField at="/items" label={t('assessments.text.items')} rows={9} />
      <TextField at="/answers" label={t('assessments.text.answers', { from: values[0] ?? 0 })} rows={4} />
      <TextField at="/source" label={t('assessments.text.source')} maxLength={300} />
      <TextField at="/licence" label={t('assessments.text.licence')} maxLength={300} />
    </Form>
  )
}
