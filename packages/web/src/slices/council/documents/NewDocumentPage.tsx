/** Begins a document: what it is and its title; the text is written on its own page. */
import { languages } from '@kerege/contract/common'
import { distributions, documentKinds } from '@kerege/contract/council/documents/head'
import { draftDocument, getDocument } from '@kerege/contract/council/documents/routes'
import { listBodies } from '@kerege/contract/council/routes'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PlaceFields } from './FactsDrawer.tsx'

interface Wanted {
  session?: string
  item?: string
  revises?: string
}

export function NewDocumentPage() {
  const t = useT()
  const { session, item, revises } = useSearch({ strict: false }) as Wanted
  const bodies = useGet(listBodies, {})
  const base = useGet(getDocument, { params: { id: revises ?? '' } }, { enabled: revises !== undefined })
  return (
    <>
      <PageHead
        title={t('council.doc.new')}
        eyebrow={<Link to="/documents">{t('council.doc.documents')}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Answered query={bodies}>
            {({ body: { rows } }) =>
              revises === undefined ? (
                <NewDocument bodies={rows} session={session} item={item} base={undefined} />
              ) : (
                <Answered query={base}>
                  {({ body }) => (
                    <NewDocument bodies={rows} session={body.session?.id} item={body.item?.id} base={body} />
                  )}
                </Answered>
              )
            }
          </Answered>
        </Card>
      </div>
    </>
  )
}

interface Props {
  bodies: readonly { id: string; name: Parameters<ReturnType<typeof useFormat>['text']>[0] }[]
  session: string | undefined
  item: string | undefined
  base:
    | { id: string; kind: string; body: { id: string }; distribution: string; sourceLanguage: string }
    | undefined
}

// The title stands inside the text; an empty text is a beginning.
const shape = (values: unknown) => {
  const { text, sessionId, itemId, ...rest } = values as {
    text?: { title?: string }
    sessionId?: string
    itemId?: string
  }
  return {
    ...rest,
    ...(sessionId ? { sessionId } : {}),
    ...(sessionId && itemId ? { itemId } : {}),
    text: { blocks: [], ...text },
  }
}

function NewDocument({ bodies, session, item, base }: Props) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [initial] = useState(() => ({
    id: newId(),
    bodyId: base?.body.id ?? bodies[0]?.id,
    distribution: base?.distribution ?? 'general',
    sourceLanguage: base?.sourceLanguage ?? 'en',
    ...(base ? { kind: base.kind, basedOn: base.id, relation: 'Rev' } : {}),
    ...(session ? { sessionId: session } : {}),
    ...(session && item ? { itemId: item } : {}),
  }))
  const form = useForm({
    name: `council.document.new.${base?.id ?? item ?? session ?? ''}`,
    schema: bodyOf(draftDocument),
    initial,
    shape,
    send: (body, options) => send(draftDocument, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/documents/${body.id}/write/${body.sourceLanguage}` })
    },
  })
  return (
    <Form form={form} submit={t('council.doc.begin')}>
      <TextField at="/text/title" label={t('council.title')} maxLength={500} />
      <ChoiceField
        compact
        at="/kind"
        label={t('council.doc.kind')}
        options={documentKinds.map(value => ({ value, label: t(`council.doc.kind.${value}`) }))}
      />
      <PlaceFields />
      <ChoiceField
        compact
        at="/sourceLanguage"
        label={t('council.doc.sourceLanguage')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <ChoiceField
        at="/distribution"
        label={t('council.doc.distribution')}
        options={distributions.map(value => ({ value, label: t(`council.doc.${value}`) }))}
      />
    </Form>
  )
}
