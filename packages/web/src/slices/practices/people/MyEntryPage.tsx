/** One's own entry: made by a yes to a text that says what is shown to whom, changed, and ended with one press. */
import { consentVersion, professions } from '@kerege/contract/practices/people/rules'
import {
  changeEntry,
  endNomination,
  leaveDirectory,
  myEntry,
  standInDirectory,
} from '@kerege/contract/practices/people/routes'
import type { MyEntry, PractitionerWhole } from '@kerege/contract/practices/people/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../council/parts/TextsField.tsx'
import { HidingNotice } from '../questions/HidingNotice.tsx'
import css from '../talk.module.css'
import { ConfirmedPill } from './ConfirmedPill.tsx'

export function MyEntryPage() {
  const t = useT()
  return (
    <Answered query={useGet(myEntry, {})}>
      {({ body }) => (
        <>
          <PageHead
            title={t('practices.people.mine')}
            eyebrow={<Link to="/practitioners">{t('practices.people.title')}</Link>}
            facts={
              body.entry?.confirmed
                ? [<ConfirmedPill key="confirmed" confirmed={body.entry.confirmed} />]
                : []
            }
            acts={body.entry && <LeaveButton id={body.entry.id} />}
          />
          <div className="k-stack">
            <Asked mine={body} />
            {body.entry?.hiding && <HidingNotice hiding={body.entry.hiding} />}
            <Card title={t('practices.people.consent')}>
              <Consent entry={body.entry} />
            </Card>
            <Card title={t('practices.people.entry')}>
              {body.entry ? (
                <ChangeForm key={body.entry.version} entry={body.entry} locked={body.country} />
              ) : (
                <StandForm locked={body.country} />
              )}
            </Card>
          </div>
        </>
      )}
    </Answered>
  )
}

function Asked({ mine }: { mine: MyEntry }) {
  const t = useT()
  const format = useFormat()
  const decline = useSend(endNomination)
  const { nomination, entry } = mine
  if (!nomination || entry) return null
  const by = nomination.country ? format.country(nomination.country) : t('practices.people.council')
  return (
    <Notice
      kind="info"
      title={t('practices.people.nominated', { by })}
      act={
        <Button
          variant="default"
          onClick={() => decline.mutate({ input: { params: { id: nomination.id }, body: {} } })}
        >
          {t('practices.people.decline')}
        </Button>
      }
    >
      {t('practices.people.nominatedText')}
    </Notice>
  )
}

function Consent({ entry }: { entry: PractitionerWhole | undefined }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={`k-read ${css.consent ?? ''}`}>
      <p>{t('practices.people.consent.shown')}</p>
      <p>{t('practices.people.consent.whom')}</p>
      <p>{t('practices.people.consent.end')}</p>
      {entry && (
        <p className="k-dim k-small">
          {t('practices.people.consent.given', { day: format.date(entry.consentedAt, 'text') })}
        </p>
      )}
    </div>
  )
}

const shape = (values: unknown) => {
  const { title, about, consent, ...rest } = values as Record<string, unknown>
  return {
    domains: [],
    answers: false,
    reviews: false,
    ...rest,
    title: onlySaid(title),
    about: onlySaid(about),
    // A tick that is not there is no yes.
    consent: consent ? consentVersion : undefined,
  }
}
const done = () => void queryClient.invalidateQueries()

function StandForm({ locked }: { locked: string | undefined }) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), languages: [language], domains: [], answers: true }))
  const form = useForm({
    name: 'practices.people.entry',
    schema: bodyOf(standInDirectory),
    initial,
    shape,
    send: (body, options) => send(standInDirectory, { body }, options),
    onDone: done,
  })
  return (
    <Form form={form} submit={t('practices.people.stand')}>
      <Fields locked={locked} />
    </Form>
  )
}

function ChangeForm({ entry, locked }: { entry: PractitionerWhole; locked: string | undefined }) {
  const t = useT()
  const { profession, title, country, languages, domains, about, answers, reviews } = entry
  // A new text is agreed to anew.
  const consent = entry.consent === consentVersion
  const form = useForm({
    name: `practices.people.entry.${entry.id}`,
    schema: bodyOf(changeEntry),
    initial: { profession, title, country, languages, domains, about, answers, reviews, consent },
    shape,
    send: (body, options) =>
      send(changeEntry, { params: { id: entry.id }, body }, { ...options, ifMatch: `"${entry.version}"` }),
    onDone: done,
  })
  return (
    <Form form={form} submit={t('practices.people.save')}>
      <Fields locked={locked} />
    </Form>
  )
}

function Fields({ locked }: { locked: string | undefined }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { table, language } = useLoaded()
  return (
    <>
      <ChoiceField
        compact
        at="/profession"
        label={t('practices.people.profession')}
        options={professions.map(value => ({ value, label: t(`practices.people.profession.${value}`) }))}
      />
      {locked ? (
        <p>
          {t('practices.people.state')}: <strong>{format.country(locked)}</strong>{' '}
          <span className="k-dim k-small">{t('practices.people.stateOfAgency')}</span>
        </p>
      ) : (
        <CountryField at="/country" label={t('practices.people.state')} optional />
      )}
      <ManyChoiceField
        at="/languages"
        label={t('practices.people.languages')}
        max={12}
        options={Object.entries(table.languages).map(([value, label]) => ({ value, label }))}
      />
      <DomainsField at="/domains" />
      <TextsField
        at="/about"
        legend={t('practices.people.about')}
        hint={t('practices.people.aboutHint')}
        rows={3}
        maxLength={2000}
        required={[language]}
      />
      <TickField at="/answers" label={t('practices.people.answersTick')} />
      {may('practices.review') && <TickField at="/reviews" label={t('practices.people.reviewsTick')} />}
      <TickField at="/consent" label={t('practices.people.agree')} />
    </>
  )
}

function LeaveButton({ id }: { id: string }) {
  const t = useT()
  const navigate = useNavigate()
  const [opened, setOpened] = useState(false)
  const leave = useSend(leaveDirectory)
  return (
    <>
      <Button variant="outline" color="red" onClick={() => setOpened(true)}>
        {t('practices.people.leave')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('practices.people.leaveTitle')}>
        <p>{t('practices.people.leaveText')}</p>
        <div className={css.acts} style={{ marginTop: 16 }}>
          <Button variant="default" data-autofocus onClick={() => setOpened(false)}>
            {t('practices.people.stay')}
          </Button>
          <Button
            color="red"
            loading={leave.isPending}
            onClick={() =>
              leave.mutate(
                { input: { params: { id } } },
                {
                  onSuccess: () => {
                    setOpened(false)
                    void navigate({ to: '/practitioners' })
                  },
                },
              )
            }
          >
            {t('practices.people.leave')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
