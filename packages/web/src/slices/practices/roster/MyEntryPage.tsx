/** My own entry: written by own choice, changed, and left at once. */
import { changeEntry, joinRoster, leaveRoster, myEntry } from '@kerege/contract/practices/roster/routes'
import { gives } from '@kerege/contract/practices/roster/rules'
import type { RosterEntry } from '@kerege/contract/practices/roster/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { NumberField } from '../../../ui/form/DateField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { onlySaid, TextsField } from '../../council/parts/TextsField.tsx'
import { useLanguageOptions } from '../trainings/parts/words.ts'

export function MyEntryPage() {
  return (
    <Answered query={useGet(myEntry, {})}>
      {({ body }) => <Mine key={body.entry?.version ?? 0} entry={body.entry} />}
    </Answered>
  )
}

function Mine({ entry }: { entry: RosterEntry | undefined }) {
  const t = useT()
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <PageHead
        title={t('roster.mine')}
        eyebrow={<Link to="/roster">{t('roster.title')}</Link>}
        facts={[t('roster.mine.lede')]}
        acts={
          entry && (
            <Button variant="outline" color="red" onClick={() => setLeaving(true)}>
              {t('roster.leave')}
            </Button>
          )
        }
      />
      {entry ? <Change entry={entry} /> : <Join />}
      {entry && <Leave id={entry.id} opened={leaving} onClose={() => setLeaving(false)} />}
    </>
  )
}

const shape = (values: unknown) => {
  const { about, ...rest } = values as Record<string, unknown>
  return { domains: [], held: [], periods: [], ...rest, about: onlySaid(about) }
}

function useDone() {
  const navigate = useNavigate()
  return (id: string) => {
    void queryClient.invalidateQueries()
    void navigate({ to: `/roster/${id}` as never })
  }
}

function Join() {
  const t = useT()
  const done = useDone()
  const [initial] = useState(() => ({ id: newId(), domains: [], held: [], periods: [] }))
  const form = useForm({
    name: 'roster.join',
    schema: bodyOf(joinRoster),
    initial,
    shape,
    send: (body, options) => send(joinRoster, { body }, options),
    onDone: ({ body }) => done(body.id),
  })
  return (
    <Form form={form} submit={t('roster.join')}>
      <Fields />
    </Form>
  )
}

function Change({ entry }: { entry: RosterEntry }) {
  const t = useT()
  const done = useDone()
  const { domains, languages, about, held, periods } = entry
  const form = useForm({
    name: `roster.change.${entry.id}`,
    schema: bodyOf(changeEntry),
    initial: { domains, languages, gives: entry.gives, about, held, periods },
    shape,
    send: (body, options) =>
      send(changeEntry, { params: { id: entry.id }, body }, { ...options, ifMatch: `"${entry.version}"` }),
    onDone: () => done(entry.id),
  })
  return (
    <Form form={form} submit={t('trainings.save')}>
      {entry.confirmed && <p className="k-dim">{t('roster.changeText')}</p>}
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const languages = useLanguageOptions()
  return (
    <>
      <ManyChoiceField
        at="/gives"
        label={t('roster.gives')}
        options={gives.map(value => ({ value, label: t(`roster.gives.${value}`) }))}
        max={gives.length}
      />
      <DomainsField at="/domains" />
      <ManyChoiceField at="/languages" label={t('trainings.languages')} options={languages} max={20} />
      <TextsField at="/about" legend={t('roster.about')} rows={3} maxLength={4000} required={[]} />
      <RepeatField
        at="/held"
        legend={n => t('roster.heldNo', { n })}
        add={t('roster.heldAdd')}
        blank={() => ({})}
        max={30}
      >
        {at => (
          <>
            <TextField at={`${at}/title`} label={t('trainings.what')} maxLength={200} />
            <NumberField at={`${at}/year`} label={t('roster.year')} />
            <TextField at={`${at}/place`} label={t('trainings.where')} optional maxLength={160} />
          </>
        )}
      </RepeatField>
      <RepeatField
        at="/periods"
        legend={n => t('roster.periodNo', { n })}
        add={t('roster.periodAdd')}
        blank={() => ({ id: newId() })}
        max={30}
      >
        {at => (
          <>
            <DayField at={`${at}/from`} label={t('trainings.from')} />
            <DayField at={`${at}/until`} label={t('trainings.until')} />
            <TextField at={`${at}/note`} label={t('roster.periodNote')} optional maxLength={200} />
          </>
        )}
      </RepeatField>
    </>
  )
}

function Leave({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const t = useT()
  const [problem, setProblem] = useState<string>()
  const go = async () => {
    try {
      await send(leaveRoster, { params: { id } })
      await queryClient.invalidateQueries()
      onClose()
    } catch (error) {
      setProblem(problemText(error, 'roster'))
    }
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('roster.leave')}>
      <div className="k-stack">
        <p>{t('roster.leaveText')}</p>
        {problem && (
          <Notice kind="stop" live>
            {problem}
          </Notice>
        )}
        <div className="k-row">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('roster.stay')}
          </Button>
          <Button color="red" onClick={() => void go()}>
            {t('roster.leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
