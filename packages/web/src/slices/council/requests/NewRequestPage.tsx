/** A question to one state, several or all. The warning stands at the field; what looks like data of a person is stopped there. */
import { listFocalPoints } from '@kerege/contract/council/focalPoints/routes'
import { askForInformation, getRequest } from '@kerege/contract/council/requests/routes'
import type { InfoRequest } from '@kerege/contract/council/requests/schema'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { partyText, Said } from '../parts/Said.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'
import { useMyRequests } from './api.ts'

const shape = (values: unknown) => {
  const { title, question, to, toAll, ...rest } = values as Record<string, unknown>
  return {
    domains: [],
    ...rest,
    toAll: toAll ?? false,
    // Who is asked by name matters only where not everybody is.
    to: toAll ? [] : ((to ?? []) as unknown[]).filter(Boolean),
    title: onlySaid(title),
    question: onlySaid(question),
  }
}

/** From nothing, or with the words of an earlier request: those who were not asked then are asked the same. */
export function NewRequestPage() {
  const { from } = useSearch({ strict: false }) as { from?: string }
  return from ? <Again key={from} id={from} /> : <NewRequest />
}

function Again({ id }: { id: string }) {
  return (
    <Answered query={useGet(getRequest, { params: { id } })}>
      {({ body }) => <NewRequest earlier={body} />}
    </Answered>
  )
}

function NewRequest({ earlier }: { earlier?: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const side = useMyRequests()
  const mine = side?.party?.id
  const focal = useGet(listFocalPoints, {}).data?.body.rows ?? []
  const states = new Map(
    focal
      .filter(one => one.running && one.party.classification === 'member' && one.party.id !== mine)
      .map(one => [one.party.id, one.party]),
  )
  const [initial] = useState(() => ({
    id: newId(),
    toAll: false,
    to: [undefined],
    domains: [],
    ...(earlier
      ? { after: earlier.id, title: earlier.title, question: earlier.question, domains: earlier.domains }
      : {}),
  }))
  const form = useForm({
    name: `council.request.new${earlier ? `.${earlier.id}` : ''}`,
    schema: bodyOf(askForInformation),
    initial,
    shape,
    send: (body, options) => send(askForInformation, { body }, options),
    onDone: ({ body }) => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/requests/${body.id}` })
    },
  })
  const head = (
    <PageHead
      title={t('council.request.new')}
      eyebrow={<Link to="/requests">{t('council.requests')}</Link>}
    />
  )
  // Who asks for nobody reads why, and is not let fill in what would be refused.
  if (side?.hindrance) {
    return (
      <>
        {head}
        <Notice kind="info">{t(`council.request.hindrance.${side.hindrance}`)}</Notice>
      </>
    )
  }
  return (
    <>
      {head}
      {earlier && <Earlier request={earlier} />}
      <Card>
        <Form form={form} submit={t('council.request.ask')}>
          <TickField at="/toAll" label={t('council.request.toAll')} />
          {form.get('/toAll') !== true && (
            <RepeatField
              at="/to"
              legend={n => t('council.request.toNo', { n })}
              add={t('council.request.toAdd')}
              blank={() => undefined}
              min={1}
              max={5}
            >
              {at => (
                <SearchChoiceField
                  at={at}
                  label={t('council.request.toOne')}
                  options={[...states.values()].map(one => ({
                    value: one.id,
                    label: partyText(one, format),
                  }))}
                />
              )}
            </RepeatField>
          )}
          <TextsField at="/title" legend={t('council.request.title')} maxLength={300} required={[language]} />
          <TextsField
            at="/question"
            legend={t('council.request.question')}
            hint={t('domains.impersonal')}
            rows={4}
            maxLength={8000}
            required={[language]}
          />
          <DomainsField at="/domains" />
          <DayField at="/due" label={t('council.request.due')} />
        </Form>
      </Card>
    </>
  )
}

/** Whose words stand in the form already, and who has answered them. */
function Earlier({ request }: { request: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  const answered = request.addressees.filter(one => one.answeredAt)
  return (
    <Notice kind="info" title={t('council.request.again')}>
      <Link to={`/requests/${request.id}`}>
        <Said text={request.title} />
      </Link>{' '}
      · {partyText(request.party, format)} · {format.date(request.at)}
      {answered.length > 0 && (
        <div>
          {t('council.request.answered')}: {answered.map(one => partyText(one.party, format)).join(', ')}
        </div>
      )}
    </Notice>
  )
}
