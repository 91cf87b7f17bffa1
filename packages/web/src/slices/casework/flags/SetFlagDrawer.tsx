/** Sets down what has to be minded, out of the list; only what lies in sections that the reader writes. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { setFlag } from '@kerege/contract/casework/flagRoutes'
import { flagSet } from '@kerege/contract/casework/flags'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  personId: string
  sections: readonly Compartment[]
  opened: boolean
  onClose: () => void
}

export function SetFlagDrawer(props: Props) {
  const t = useT()
  const { opened, onClose } = props
  return (
    <Drawer opened={opened} onClose={onClose} title={t('casework.flags.add')}>
      {opened && <FlagForm {...props} />}
    </Drawer>
  )
}

function FlagForm({ personId, sections, onClose }: Props) {
  const t = useT()
  const { language } = useLoaded()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), since: today }))
  const form = useForm({
    name: `casework.flag.${personId}`,
    schema: bodyOf(setFlag),
    initial,
    send: (body, options) => send(setFlag, { params: { id: personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('casework.flags.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('casework.flags.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <SearchChoiceField
        at="/code"
        label={t('casework.flags.code')}
        options={flagSet.flags
          .filter(one => sections.includes(one.compartment))
          .map(one => ({
            value: one.code,
            label: one.text[language] ?? one.code,
            group: t(`access.compartment.${one.compartment}`),
          }))}
      />
      <TextField
        at="/words"
        label={t('casework.flags.words')}
        hint={t('casework.flags.wordsHint')}
        optional
        maxLength={120}
      />
      <DayField at="/since" label={t('casework.flags.since')} />
      <DayField at="/until" label={t('casework.flags.until')} optional />
    </Form>
  )
}
