/** Puts practices together, or changes a collection. */
import type { MultiText } from '@kerege/contract/common'
import { listBodies } from '@kerege/contract/council/routes'
import {
  changeCollection,
  getCollection,
  makeCollection,
} from '@kerege/contract/practices/collections/routes'
import type { Collection } from '@kerege/contract/practices/collections/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../council/parts/TextsField.tsx'
import { PracticesField } from './PracticesField.tsx'

const shape = (values: unknown) => {
  const { title, about, practiceIds, ...rest } = values as Record<string, unknown>
  return {
    domains: [],
    ...rest,
    title: onlySaid(title),
    about: onlySaid(about),
    practiceIds: ((practiceIds ?? []) as unknown[]).filter(Boolean),
  }
}

export function NewCollectionPage() {
  const t = useT()
  const navigate = useNavigate()
  const curated = useMay()('practices.moderate')
  const [initial] = useState(() => ({
    id: newId(),
    curated,
    shared: true,
    domains: [],
    practiceIds: [undefined],
  }))
  const form = useForm({
    name: 'practices.collection.new',
    schema: bodyOf(makeCollection),
    initial,
    shape,
    send: (body, options) => send(makeCollection, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/collections/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('practices.collection.new')}
        eyebrow={<Link to="/collections">{t('practices.collection.list')}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Form form={form} submit={t('practices.collection.save')} beside={<Back to="/collections" />}>
            {curated && <TickField at="/curated" label={t('practices.collection.curate')} />}
            <Fields shareable={form.get('/curated') !== true} />
          </Form>
        </Card>
      </div>
    </>
  )
}

export function EditCollectionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getCollection, { params: { id } })}>
      {({ body }) => <Edit key={body.version} collection={body} />}
    </Answered>
  )
}

function Edit({ collection }: { collection: Collection }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const back = `/collections/${collection.id}`
  const { title, about, domains, group, shared, items, version } = collection
  const form = useForm({
    name: `practices.collection.${collection.id}`,
    schema: bodyOf(changeCollection),
    initial: { title, about, domains, group, shared, practiceIds: items.map(item => item.practice.id) },
    shape,
    send: (body, options) =>
      send(
        changeCollection,
        { params: { id: collection.id }, body },
        { ...options, ifMatch: `"${version}"` },
      ),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: back })
    },
  })
  return (
    <>
      <PageHead
        title={t('practices.collection.change')}
        eyebrow={<Link to={back}>{format.text(title as MultiText).text}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Form form={form} submit={t('practices.collection.save')} beside={<Back to={back} />}>
            <Fields shareable={!collection.curated} />
          </Form>
        </Card>
      </div>
    </>
  )
}

function Back({ to }: { to: string }) {
  const t = useT()
  return (
    <Button variant="subtle" size="md" component={Link} to={to}>
      {t('ui.cancel')}
    </Button>
  )
}

function Fields({ shareable }: { shareable: boolean }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const may = useMay()('council.read')
  const bodies = useGet(listBodies, {}, { enabled: may }).data?.body.rows ?? []
  return (
    <>
      {shareable && <TickField at="/shared" label={t('practices.collection.share')} />}
      <TextsField
        at="/title"
        legend={t('practices.collection.title')}
        maxLength={200}
        required={[language]}
      />
      <TextsField
        at="/about"
        legend={t('practices.collection.about')}
        rows={3}
        maxLength={4000}
        required={[]}
      />
      <DomainsField at="/domains" />
      <SearchChoiceField
        at="/group"
        label={t('practices.collection.group')}
        optional
        options={bodies.map(row => ({ value: row.code, label: format.text(row.name).text }))}
      />
      <PracticesField at="/practiceIds" />
    </>
  )
}
