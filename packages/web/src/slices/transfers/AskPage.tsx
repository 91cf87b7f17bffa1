/** Asks another team or agency to take a case over: to whom, why, what they need to know; and what another agency is told beforehand. */
import { isOver } from '@kerege/contract/cases/states'
import type { Case } from '@kerege/contract/cases/schema'
import { languages } from '@kerege/contract/common'
import { purposes } from '@kerege/contract/consents/kinds'
import { addDays } from '@kerege/contract/tasks/rules'
import { askTransfer } from '@kerege/contract/transfers/routes'
import type { TransferPlaces } from '@kerege/contract/transfers/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { useCase } from '../cases/api.ts'
import { TellFields } from '../consents/sharing/TellFields.tsx'
import { usePlaces } from './api.ts'

/** Days that the other side has to answer, unless the worker says otherwise. */
const usualDays = 7

type Place = TransferPlaces['rows'][number]

export function AskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useCase(id)}>{({ body }) => <WithPlaces key={body.id} one={body} />}</Answered>
}

const WithPlaces = ({ one }: { one: Case }) => (
  <Answered query={usePlaces()}>{({ body }) => <Ask one={one} places={body.rows} />}</Answered>
)

/**
 * What another agency is told belongs to the question only where one is asked, and a team and a name only to the agency that has them; the
 * contact is what the fields of it look up by.
 */
function shapeFor(places: readonly Place[]) {
  return (values: unknown): unknown => {
    const given = values as Record<string, unknown>
    const { contactId: _, purpose, language, fields, despite, teamId, receiverId, ...rest } = given
    const place = places.find(one => one.agencyId === rest['agencyId'])
    const whom = {
      ...(place?.teams.some(one => one.id === teamId) ? { teamId } : {}),
      ...(place?.people.some(one => one.id === receiverId) ? { receiverId } : {}),
    }
    return place && !place.own
      ? { ...rest, ...whom, purpose, language, fields, ...(despite ? { despite } : {}) }
      : { ...rest, ...whom }
  }
}

function Ask({ one, places }: { one: Case; places: readonly Place[] }) {
  const t = useT()
  const navigate = useNavigate()
  const { today } = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    seen: one.version,
    answerBy: addDays(today, usualDays),
    language,
  }))
  const form = useForm({
    name: `transfers.ask.${one.id}.${one.version}`,
    schema: bodyOf(askTransfer),
    initial,
    shape: shapeFor(places),
    send: (body, options) => send(askTransfer, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('transfers.asked'))
      void navigate({ to: `/cases/${one.id}` })
    },
  })
  const place = places.find(row => row.agencyId === form.get('/agencyId'))
  return (
    <>
      <PageHead
        title={t('transfers.ask')}
        shown={<bdi>{one.person}</bdi>}
        eyebrow={<Link to={`/cases/${one.id}`}>{t('cases.one', { number: one.number })}</Link>}
        facts={[t('transfers.ask.text')]}
      />
      {isOver(one.state) ? (
        <Notice kind="stop">{t('transfers.problem.transfer-cannot')}</Notice>
      ) : (
        <Form
          form={form}
          submit={t('transfers.ask.send')}
          beside={
            <Button variant="subtle" size="md" component={Link} to={`/cases/${one.id}`}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <Card title={t('transfers.toWhom')}>
            <div className="k-stack">
              <ToWhom places={places} place={place} />
            </div>
          </Card>
          <Card title={t('transfers.why')}>
            <div className="k-stack">
              <TextField at="/reason" label={t('transfers.reason')} rows={2} maxLength={500} />
              <TextField
                at="/brief"
                label={t('transfers.brief')}
                hint={t('transfers.brief.hint')}
                rows={5}
                maxLength={2000}
              />
              <DayField at="/answerBy" label={t('transfers.answerBy')} />
            </div>
          </Card>
          {place && !place.own && <Told personId={one.personId} place={place} />}
        </Form>
      )}
    </>
  )
}

function ToWhom({ places, place }: { places: readonly Place[]; place: Place | undefined }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const team = form.get('/teamId')
  const people = (place?.people ?? []).filter(one => !team || !one.teamId || one.teamId === team)
  return (
    <>
      <SearchChoiceField
        at="/agencyId"
        label={t('transfers.agency')}
        options={places.map(one => ({
          value: one.agencyId,
          label: one.own
            ? t('transfers.agency.own', { name: format.text(one.name).text })
            : format.text(one.name).text,
          words: Object.values(one.name).map(({ text }) => text),
        }))}
      />
      {place && place.teams.length > 0 && (
        <SearchChoiceField
          at="/teamId"
          optional={!place.own}
          label={t('cases.team')}
          options={place.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {place && (
        <SearchChoiceField
          at="/receiverId"
          optional
          label={t('transfers.receiver')}
          hint={t('transfers.receiver.hint')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  )
}

function Told({ personId, place }: { personId: string; place: Place }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const { set } = form
  const known = form.get('/contactId') === place.contactId
  useEffect(() => {
    if (!known) set('/contactId', place.contactId)
  }, [known, set, place.contactId])
  return (
    <Card title={t('transfers.told')}>
      <div className="k-stack">
        <p>{t('transfers.told.text')}</p>
        {!place.contactId && <Notice kind="stop">{t('transfers.fault.not-in-directory')}</Notice>}
        <ChoiceField
          compact
          at="/purpose"
          label={t('referrals.purpose')}
          options={purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) }))}
        />
        <ChoiceField
          compact
          at="/language"
          label={t('referrals.language')}
          options={languages.map(value => ({ value, label: format.language(value) }))}
        />
        {place.contactId && <TellFields personId={personId} />}
      </div>
    </Card>
  )
}
