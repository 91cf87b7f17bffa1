/** Files a statement for a session: whose, to which item, in which language, who reads it, and its words. */
import { languages } from '@kerege/contract/common'
import { getAgenda } from '@kerege/contract/council/agendaRoutes'
import { fileStatement, listStatements } from '@kerege/contract/council/record/routes'
import type { Statements } from '@kerege/contract/council/record/schema'
import { filesStatements } from '@kerege/contract/council/record/term'
import { getBody, getSession, listParties } from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { known, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { partyText } from '../parts/Said.tsx'
import { BlocksField } from './BlocksField.tsx'

export function StatementFormPage() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const session = useGet(getSession, { params: { id } })
  const statements = useGet(listStatements, { params: { id } })
  return (
    <>
      <PageHead
        title={t('council.sta.file')}
        eyebrow={<Link to={`/sessions/${id}`}>{session.data?.body.symbol ?? t('council.session')}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Answered query={session}>
            {({ body }) => (
              <Answered query={statements}>
                {({ body: { mine } }) => <May session={body} mine={mine} />}
              </Answered>
            )}
          </Answered>
        </Card>
      </div>
    </>
  )
}

function May({ session, mine }: { session: Session; mine: Statements['mine'] }) {
  const t = useT()
  if (mine.mayFile) return <FileForm session={session} mine={mine} />
  const { hindrance = '' } = mine
  return (
    <Notice kind="info">
      {t(
        known(
          `council.sta.hindrance.${hindrance}`,
          `council.problem.${hindrance}`,
          `council.hindrance.${hindrance}`,
        ) ?? 'council.hindrance.other',
      )}
    </Notice>
  )
}

// A radio holds a word; what is asked for is whether it is withheld.
const shape = (values: unknown) => {
  const { reads, text, ...rest } = values as { reads?: string; text?: { title?: string; blocks?: object[] } }
  return {
    ...rest,
    ...(reads === undefined ? {} : { withheld: reads === 'members' }),
    text: { blocks: [], ...text },
  }
}

function FileForm({ session, mine }: { session: Session; mine: Statements['mine'] }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language: screen } = useLoaded()
  const prepares = useMay()('council.prepare')
  const items = useGet(getAgenda, { params: { id: session.id } }).data?.body.items ?? []
  const [initial] = useState(() => ({
    id: newId(),
    language: screen,
    forRecord: false,
    reads: 'everybody',
    ...(mine.party && prepares ? { partyId: mine.party.id } : {}),
  }))
  const form = useForm({
    name: `council.statement.${session.id}`,
    schema: bodyOf(fileStatement),
    initial,
    shape,
    send: (body, options) => send(fileStatement, { params: { id: session.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/sessions/${session.id}` })
    },
  })
  const language = String(form.get('/language') ?? screen)
  return (
    <Form form={form} submit={t('council.sta.file')}>
      {prepares && <PartyField session={session} />}
      <TextField at="/text/title" label={t('council.title')} maxLength={500} lang={language} />
      <SearchChoiceField
        at="/itemId"
        label={t('council.sta.item')}
        optional
        options={items.map((item, at) => ({
          value: item.id,
          label: `${at + 1}. ${format.text(item.title).text}`,
        }))}
      />
      <ChoiceField
        compact
        at="/language"
        label={t('council.sta.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <BlocksField key={language} at="/text/blocks" label={t('council.sta.text')} language={language} />
      <TickField at="/forRecord" label={t('council.sta.forRecord')} hint={t('council.sta.forRecordHint')} />
      <ChoiceField
        at="/reads"
        label={t('council.sta.who')}
        options={[
          { value: 'everybody', label: t('council.sta.public'), hint: t('council.sta.publicHint') },
          { value: 'members', label: t('council.sta.members'), hint: t('council.sta.membersHint') },
        ]}
      />
      <p className="k-dim">{t('council.sta.given')}</p>
    </Form>
  )
}

/** For whom the secretariat writes it down: those who may file by the rules of the body. */
function PartyField({ session }: { session: Session }) {
  const t = useT()
  const format = useFormat()
  const parties = useGet(listParties, {}).data?.body.rows ?? []
  const bodyId = session.body?.id
  const rules = useGet(getBody, { params: { id: bodyId ?? '' } }, { enabled: bodyId !== undefined }).data
    ?.body.rules
  return (
    <SearchChoiceField
      at="/partyId"
      label={t('council.sta.whose')}
      options={parties
        .filter(one => rules === undefined || filesStatements(one.classification, rules))
        .map(one => ({ value: one.id, label: partyText(one, format) }))}
    />
  )
}
