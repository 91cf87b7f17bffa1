/** One request of an authority: what they ask and on which law, and the answer that two people decide, or the refusal. */
import { refuseRequest } from '@kerege/contract/consents/requestRoutes'
import type { AuthorityRequest } from '@kerege/contract/consents/requestSchema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { AnswerDrawer } from './AnswerDrawer.tsx'
import { useRequest } from './api.ts'
import { RequestState } from './RequestState.tsx'

export function RequestPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useRequest(id)}>{({ body }) => <Whole one={body} />}</Answered>
}

function Whole({ one }: { one: AuthorityRequest }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={t('consents.request.one')}
        shown={<bdi>{one.contact.organisation}</bdi>}
        eyebrow={
          <Link to={`/sharing/of/${one.personId}`}>
            <bdi>{one.person}</bdi>
          </Link>
        }
        facts={[
          <RequestState key="state" row={one} />,
          `${t('consents.request.due')}: ${format.date(one.due, 'text')}`,
        ]}
        acts={one.mayAnswer && <Acts one={one} />}
      />
      <div className="k-stack">
        {one.approvalId && (
          <Notice
            kind="wait"
            act={
              <Button variant="default" component={Link} to={`/approvals/${one.approvalId}`}>
                {t('consents.request.open')}
              </Button>
            }
          >
            {t('consents.request.waits')}
          </Notice>
        )}
        <Card title={t('consents.request.asks')}>
          <p dir="auto">{one.asks}</p>
          <Facts
            facts={[
              [t('consents.request.basis'), one.legalBasis],
              [t('consents.request.paper'), `${one.paper}, ${format.date(one.paperOn)}`],
              [t('consents.column.by'), one.by.name],
            ]}
          />
        </Card>
        <Answer one={one} />
      </div>
    </>
  )
}

function Answer({ one }: { one: AuthorityRequest }) {
  const t = useT()
  const format = useFormat()
  if (one.fields.length === 0 && !one.reason) return null
  const left = one.state === 'released'
  return (
    <Card
      title={t(left ? 'consents.request.left' : 'consents.request.answerTitle')}
      foot={one.disclosureId && <Link to={`/sharing/told/${one.disclosureId}`}>{t('consents.one')}</Link>}
    >
      {one.reason && <p dir="auto">{one.reason}</p>}
      {one.state !== 'refused' && (
        <Facts
          facts={one.fields.map(({ field, value }) => [
            t(`consents.field.${field}`),
            <bdi key={field}>{value}</bdi>,
          ])}
        />
      )}
      {one.notShown > 0 && <p className="k-dim">{t('consents.notShown', { n: one.notShown })}</p>}
      {one.closed && (
        <p className="k-dim k-small">
          {t('consents.byWhom', { name: one.closed.by.name, day: format.date(one.closed.at) })}
        </p>
      )}
    </Card>
  )
}

function Acts({ one }: { one: AuthorityRequest }) {
  const t = useT()
  const [answering, answer] = useState(false)
  const [refusing, refuse] = useState(false)
  const send = useSend(refuseRequest)
  return (
    <>
      <Button variant="default" onClick={() => refuse(true)}>
        {t('consents.request.refuse')}
      </Button>
      <Button onClick={() => answer(true)}>{t('consents.request.answer')}</Button>
      <AnswerDrawer one={one} opened={answering} onClose={() => answer(false)} />
      <ReasonDialog
        opened={refusing}
        onClose={() => refuse(false)}
        title={t('consents.request.refuse')}
        consequence={t('consents.request.refuseText')}
        told={t('consents.request.refuseTold')}
        keep={t('ui.cancel')}
        act={t('consents.request.refuse')}
        grave={false}
        slice="consents"
        onAct={async reason => {
          await send.mutateAsync({ input: { params: { id: one.id }, body: { seen: one.version, reason } } })
          refuse(false)
        }}
      />
    </>
  )
}
