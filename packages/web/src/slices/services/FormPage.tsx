/** A service as somebody writes it down while asking there: who, what, for whom, where and when. */
import { addService, changeService } from '@kerege/contract/services/routes'
import type { Service } from '@kerege/contract/services/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { useService } from './api.ts'
import { ServiceFields } from './ServiceFields.tsx'
import { serviceShape } from './shape.ts'

export function NewServicePage() {
  const t = useT()
  const done = useDone()
  const [initial] = useState(() => ({
    id: newId(),
    state: 'open',
    cost: 'free',
    languages: [],
    domains: [],
    areas: [],
    places: [],
  }))
  const form = useForm({
    name: 'services.new',
    schema: bodyOf(addService),
    initial,
    shape: serviceShape,
    send: (body, options) => send(addService, { body }, options),
    onDone: ({ body }) => done(body.id),
  })
  return (
    <>
      <PageHead
        title={t('services.add')}
        eyebrow={<Link to="/services">{t('services.title')}</Link>}
        facts={[t('services.lede')]}
      />
      <ServiceFields form={form} back="/services" />
    </>
  )
}

export function ChangeServicePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useService(id)}>
      {({ body, etag }) => <Change key={`${body.id} ${body.version}`} one={body} etag={etag ?? ''} />}
    </Answered>
  )
}

function Change({ one, etag }: { one: Service; etag: string }) {
  const t = useT()
  const done = useDone()
  const [initial] = useState(() => factsOf(one))
  const form = useForm({
    name: `services.change.${one.id}.${one.version}`,
    schema: bodyOf(changeService),
    initial,
    shape: serviceShape,
    send: (body, options) =>
      send(changeService, { params: { id: one.id }, body }, { ...options, ifMatch: etag }),
    onDone: ({ body }) => done(body.id),
  })
  return (
    <>
      <PageHead
        title={t('services.change.title')}
        eyebrow={<Link to={`/services/${one.id}`}>{t('services.one')}</Link>}
      />
      <ServiceFields form={form} back={`/services/${one.id}`} />
    </>
  )
}

/** What somebody can change; the rest is the node's. */
function factsOf(one: Service) {
  const { id: _, version, organisation, verifiedOn, verifiedBy, stale, updatedAt, mayKeep, ...facts } = one
  return facts
}

function useDone() {
  const t = useT()
  const navigate = useNavigate()
  return async (id: string) => {
    await queryClient.invalidateQueries()
    toast(t('services.saved'))
    void navigate({ to: `/services/${id}` })
  }
}
