/**
 * What a closed case taught, for the library of the region: about the work and about nobody. Exactly these texts leave, once a
 * second person agrees; what must stay here is said below each.
 */
import { domains } from '@kerege/contract/domains'
import { offerCaseLesson } from '@kerege/contract/lessons/routes'
import { settings } from '@kerege/contract/practices/content'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'
import css from './lessons.module.css'
import { Checked, TextFields } from './TextFields.tsx'

interface Props {
  caseId: string
  onClose: () => void
}

export function CaseLessonDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('lessons.write')}>
      {opened && <LessonForm {...props} />}
    </Drawer>
  )
}

function LessonForm({ caseId, onClose }: Props) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    language,
    texts: {},
    facts: { domains: [], settings: [], ages: {} },
  }))
  const form = useForm({
    name: `lessons.case.${caseId}`,
    schema: bodyOf(offerCaseLesson),
    initial,
    shape: ageNumbers,
    send: (body, options) => send(offerCaseLesson, { params: { id: caseId }, body }, options),
    onDone: () => {
      toast(t('lessons.asked'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('lessons.ask')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('lessons.caseText')}</p>
      <TextFields steps={{ label: t('lessons.done'), hint: t('lessons.doneHint') }}>
        <Checked at="/texts/results" label={t('lessons.results')} rows={3} maxLength={2000} />
        <ManyChoiceField
          at="/facts/domains"
          label={t('lessons.domains')}
          max={domains.length}
          options={domains.map(value => ({ value, label: t(`domains.${value}`) }))}
        />
        <ManyChoiceField
          at="/facts/settings"
          label={t('practices.fact.settings')}
          optional
          max={settings.length}
          options={settings.map(value => ({ value, label: t(`practices.setting.${value}`) }))}
        />
        <div className={css.two}>
          <TextField at="/facts/ages/from" label={t('services.ages.from')} optional maxLength={3} />
          <TextField at="/facts/ages/to" label={t('services.ages.to')} optional maxLength={3} />
        </div>
      </TextFields>
    </Form>
  )
}

type Values = { facts?: { domains?: string[]; settings?: string[]; ages?: Record<string, unknown> } }

/** Ages are typed as text; what is left empty is none. */
function ageNumbers(values: unknown): unknown {
  const all = values as Values // the values of this form
  const ages = Object.entries(all.facts?.ages ?? {}).map(([key, age]) => [
    key,
    typeof age === 'string' && /^\d+$/.test(age) ? Number(age) : age,
  ])
  return {
    ...all,
    facts: { domains: [], settings: [], ...all.facts, ages: Object.fromEntries(ages) },
  }
}
