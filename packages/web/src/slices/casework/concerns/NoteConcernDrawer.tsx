/** Notes a concern out of the list, by domain; only what lies in sections that the reader writes. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { needLevels } from '@kerege/contract/assessments/needs'
import { concernSet, concernSources } from '@kerege/contract/casework/concerns'
import { noteConcern } from '@kerege/contract/casework/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { levelShaped } from './values.ts'

interface Props {
  personId: string
  sections: readonly Compartment[]
  /** Known already: what is told at the door of a school. */
  code?: string
  opened: boolean
  onClose: () => void
}

export function NoteConcernDrawer(props: Props) {
  const t = useT()
  const { opened, onClose } = props
  return (
    <Drawer opened={opened} onClose={onClose} title={t('casework.concerns.addTitle')}>
      {opened && <ConcernForm {...props} />}
    </Drawer>
  )
}

function ConcernForm({ personId, sections, code, onClose }: Props) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), source: 'worker', ...(code ? { code } : {}) }))
  const form = useForm({
    name: `casework.concern.${code ?? 'any'}.${personId}`,
    schema: bodyOf(noteConcern),
    initial,
    shape: levelShaped,
    send: (body, options) => send(noteConcern, { params: { id: personId }, body }, options),
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
      <SearchChoiceField
        at="/code"
        label={t('casework.concerns.code')}
        options={concernSet.concerns
          .filter(one => sections.includes(one.compartment))
          .map(one => ({
            value: one.code,
            label: one.text[language] ?? one.code,
            group: t(`needs.${one.domain}`),
          }))}
      />
      <ChoiceField
        at="/severity"
        label={t('casework.concerns.severity')}
        options={needLevels.map(value => ({ value: String(value), label: t(`needs.level.${value}`) }))}
      />
      <DayField at="/since" label={t('casework.concerns.since')} optional />
      <ChoiceField
        at="/source"
        label={t('casework.concerns.source')}
        compact
        options={concernSources.map(value => ({ value, label: t(`casework.source.${value}`) }))}
      />
      <TextField
        at="/why"
        label={t('casework.concerns.why')}
        hint={t('casework.concerns.whyHint')}
        optional
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
