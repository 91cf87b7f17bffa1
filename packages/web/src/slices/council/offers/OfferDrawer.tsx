/** An offer written or changed: what, for which domains, from when until when, for how many, under which conditions. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { offerKinds } from '@kerege/contract/council/offers/rules'
import { changeOffer, makeOffer } from '@kerege/contract/council/offers/routes'
import type { Offer } from '@kerege/contract/council/offers/schema'
import { listSessions } from '@kerege/contract/council/routes'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

interface Props {
  /** Given where one is changed. */
  offer?: Offer
  opened: boolean
  onClose: () => void
}

export function OfferDrawer({ offer, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t(offer ? 'council.offer.change' : 'council.offer.new')}>
      {opened &&
        (offer ? (
          <ChangeForm key={offer.version} offer={offer} onDone={onClose} />
        ) : (
          <MakeForm onDone={onClose} />
        ))}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const { title, words, conditions, places, actionIds, ...rest } = values as Record<string, unknown>
  return {
    domains: [],
    ...rest,
    title: onlySaid(title),
    words: onlySaid(words),
    conditions: onlySaid(conditions),
    actionIds: ((actionIds ?? []) as unknown[]).filter(Boolean),
    ...(places === undefined ? {} : { places: Number(places) }),
  }
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function MakeForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), from: today, domains: [], actionIds: [] }))
  const form = useForm({
    name: 'council.offer.new',
    schema: bodyOf(makeOffer),
    initial,
    shape,
    send: (body, options) => send(makeOffer, { body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.offer.new')}>
      <Fields />
    </Form>
  )
}

function ChangeForm({ offer, onDone }: { offer: Offer; onDone: () => void }) {
  const t = useT()
  const { kind, title, words, conditions, domains, from, until, places, session, actions } = offer
  const form = useForm({
    name: `council.offer.change.${offer.id}`,
    schema: bodyOf(changeOffer),
    initial: {
      kind,
      title,
      words,
      conditions,
      domains,
      from,
      until,
      places: places?.toString(),
      sessionId: session?.id,
      actionIds: actions.map(one => one.id),
    },
    shape,
    send: (body, options) =>
      send(changeOffer, { params: { id: offer.id }, body }, { ...options, ifMatch: `"${offer.version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.offer.save')}>
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const { language } = useLoaded()
  const format = useFormat()
  const sessions = useGet(listSessions, { query: { of: 'council', limit: 100 } }).data?.body.rows ?? []
  const actions = useGet(listActions, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <ChoiceField
        at="/kind"
        label={t('council.offer.kind')}
        options={offerKinds.map(value => ({ value, label: t(`council.offer.kind.${value}`) }))}
      />
      <TextsField at="/title" legend={t('council.offer.title')} maxLength={300} required={[language]} />
      <DomainsField at="/domains" />
      <DayField at="/from" label={t('council.offer.from')} />
      <DayField at="/until" label={t('council.offer.until')} />
      <TextField
        at="/places"
        label={t('council.offer.places')}
        hint={t('council.offer.placesHint')}
        optional
        maxLength={5}
      />
      <TextsField at="/words" legend={t('council.offer.words')} rows={3} maxLength={10_000} required={[]} />
      <TextsField
        at="/conditions"
        legend={t('council.offer.conditions')}
        rows={2}
        maxLength={10_000}
        required={[]}
      />
      <SearchChoiceField
        at="/sessionId"
        label={t('council.offer.session')}
        optional
        options={sessions.map(row => ({ value: row.id, label: format.text(row.title).text }))}
      />
      <RepeatField
        at="/actionIds"
        legend={n => t('council.offer.actionNo', { n })}
        add={t('council.offer.actionAdd')}
        blank={() => undefined}
        max={20}
      >
        {at => (
          <SearchChoiceField
            at={at}
            label={t('council.offer.action')}
            options={actions.map(row => ({ value: row.id, label: format.text(row.title).text }))}
          />
        )}
      </RepeatField>
    </>
  )
}
