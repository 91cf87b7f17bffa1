/** After closing: the days on which somebody looks in, what was found on each, and a word for the one that has come. */
import { lookIn } from '@kerege/contract/cases/routes'
import { type Case, type Look, lookFindings, lookWays } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import css from '../cases.module.css'

export function Looks({ one }: { one: Case }) {
  const t = useT()
  const format = useFormat()
  const [look, open] = useState<Look>()
  if (one.looks.length === 0) return null
  const next = one.state === 'follow-up' ? one.looks.find(({ doneAt }) => !doneAt) : undefined
  return (
    <Card
      title={t('cases.looks')}
      note={t('cases.looks.note')}
      foot={next && one.mayLookIn && <Button onClick={() => open(next)}>{t('cases.looks.say')}</Button>}
    >
      <ol className={css.past}>
        {one.looks.map(({ id, due, doneAt, by, how, going, words }) => (
          <li key={id}>
            <div>
              {format.date(due, 'text')}
              {how && ` · ${t(`cases.looks.how.${how}`)}`}
              {going && ` · ${t(`cases.looks.going.${going}`)}`}
            </div>
            {words && <div dir="auto">{words}</div>}
            {doneAt && by && (
              <div className="k-dim k-small">
                {t('cases.past.byWhom', { name: by.name, day: format.date(doneAt, 'text') })}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Drawer opened={look !== undefined} onClose={() => open(undefined)} title={t('cases.looks.say')}>
        {look && <LookForm one={one} look={look} onClose={() => open(undefined)} />}
      </Drawer>
    </Card>
  )
}

function LookForm({ one, look, onClose }: { one: Case; look: Look; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: `cases.look.${look.id}`,
    schema: bodyOf(lookIn),
    initial,
    send: (body, options) => send(lookIn, { params: { id: one.id, lookId: look.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('cases.looks.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('cases.looks.say')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/how"
        label={t('cases.looks.how')}
        options={lookWays.map(value => ({ value, label: t(`cases.looks.how.${value}`) }))}
      />
      <Going />
      <TextField at="/words" label={t('cases.looks.words')} optional rows={3} maxLength={1000} />
    </Form>
  )
}

/** Asked where somebody was reached. */
function Going() {
  const t = useT()
  const form = useFormState()
  const how = form.get('/how')
  if (how === undefined || how === 'not-reached') return null
  return (
    <ChoiceField
      at="/going"
      label={t('cases.looks.going')}
      options={lookFindings.map(value => ({ value, label: t(`cases.looks.going.${value}`) }))}
    />
  )
}
