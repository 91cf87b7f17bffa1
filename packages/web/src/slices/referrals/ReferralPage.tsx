/** One referral of mine: where it stands, what was asked and told, every step, and what may follow. */
import { noteReferral } from '@kerege/contract/referrals/routes'
import { endsBadly, runs } from '@kerege/contract/referrals/rules'
import type { Referral, SenderStep } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { Said } from '../services/Said.tsx'
import { useReferral } from './api.ts'
import { HandDrawer } from './HandDrawer.tsx'
import { LinkCard } from './LinkCard.tsx'
import { Stand } from './ListPage.tsx'
import css from './referrals.module.css'
import { SendCard } from './SendCard.tsx'
import { StepDrawer } from './StepDrawer.tsx'
import { Told } from './Told.tsx'
import { byText, stepText } from './words.ts'

export function ReferralPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  // The code is said once: it stays on the screen while the answer is asked again.
  const [code, say] = useState<string>()
  return (
    <Answered query={useReferral(id)}>
      {({ body, etag }) => <One key={body.id} one={body} etag={etag ?? ''} code={code} onCode={say} />}
    </Answered>
  )
}

interface Props {
  one: Referral
  etag: string
  code: string | undefined
  onCode: (code: string | undefined) => void
}

function One({ one, etag, code, onCode }: Props) {
  const t = useT()
  const outside = !one.service.inside && runs(one.state)
  return (
    <>
      <PageHead
        title={t('referrals.one')}
        shown={<bdi>{one.person}</bdi>}
        eyebrow={
          <>
            <Link to="/referrals">{t('referrals.title')}</Link>
            {' · '}
            <Link to={one.caseId ? `/cases/${one.caseId}` : `/people/${one.personId}`}>
              <bdi>{one.person}</bdi>
            </Link>
          </>
        }
        facts={[<Stand key="stand" row={one} />, <Said key="service" text={one.service.name} />]}
        acts={<Acts one={one} />}
      />
      {one.receiverGone && <Gone one={one} />}
      {one.why && endsBadly(one.state) && (
        <Notice kind={one.noted ? 'info' : 'stop'} title={t(`referrals.state.${one.state}`)}>
          <span dir="auto">{one.why}</span>
        </Notice>
      )}
      <div className="k-aside">
        <div className="k-stack">
          {one.state === 'draft' && one.mayChange && <SendCard one={one} etag={etag} onCode={onCode} />}
          {outside && <LinkCard one={one} code={code} onCode={onCode} />}
          {one.state !== 'draft' && <What one={one} />}
          <Steps one={one} />
        </div>
        <About one={one} />
      </div>
    </>
  )
}

type Becomes = SenderStep['becomes']
const order: readonly Becomes[] = [
  'confirmed',
  'accepted',
  'declined',
  'under-way',
  'delivered',
  'not-delivered',
  'called-off',
]

function Acts({ one }: { one: Referral }) {
  const t = useT()
  const [becomes, take] = useState<Becomes>()
  const note = useSend(noteReferral)
  const wants = endsBadly(one.state) && !one.noted && one.mayChange
  const possible = order.filter(step => one.may.includes(step))
  return (
    <>
      {note.error && (
        <Notice kind="stop" live>
          {problemText(note.error, 'referrals')}
        </Notice>
      )}
      {wants && (
        <>
          <Button component={Link} to={`/referrals/new/${one.personId}`}>
            {t('referrals.again')}
          </Button>
          <Button
            variant="default"
            loading={note.isPending}
            onClick={() => note.mutate({ input: { params: { id: one.id }, body: { seen: one.version } } })}
          >
            {t('referrals.note')}
          </Button>
        </>
      )}
      {possible.map(step => (
        <Button key={step} variant={step === 'confirmed' ? 'filled' : 'default'} onClick={() => take(step)}>
          {step === 'accepted' || step === 'declined'
            ? t(`referrals.told.by.${step}`)
            : t(`referrals.do.${step}`)}
        </Button>
      ))}
      <StepDrawer one={one} becomes={becomes} onClose={() => take(undefined)} />
    </>
  )
}

function Gone({ one }: { one: Referral }) {
  const t = useT()
  const [handing, hand] = useState(false)
  return (
    <>
      <Notice
        kind="wait"
        act={
          one.mayChange && (
            <Button variant="default" onClick={() => hand(true)}>
              {t('referrals.hand')}
            </Button>
          )
        }
      >
        {t('referrals.receiver.gone')}
      </Notice>
      <HandDrawer one={one} opened={handing} onClose={() => hand(false)} />
    </>
  )
}

function What({ one }: { one: Referral }) {
  const t = useT()
  return (
    <Card
      title={t('referrals.task')}
      foot={
        one.disclosureId && (
          <Link className="k-link" to={`/sharing/told/${one.disclosureId}`}>
            {t('referrals.told.see')}
          </Link>
        )
      }
    >
      <p className={css.text} dir="auto" lang={one.language}>
        {one.task}
      </p>
      <h3 className={css.head}>{t('referrals.told')}</h3>
      {one.told.length === 0 ? (
        <p className="k-dim">{t('referrals.told.none')}</p>
      ) : (
        <Told told={one.told} label={field => t(`consents.field.${field}`)} />
      )}
    </Card>
  )
}

function Steps({ one }: { one: Referral }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t('referrals.steps')}>
      <ol className={css.line}>
        {one.steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added, at the front
          <li key={one.steps.length - at} className={css.row}>
            <strong>{stepText(step, t)}</strong>
            {step.words && (
              <div dir="auto" className={css.text}>
                {step.words}
              </div>
            )}
            <div className="k-dim k-small">{byText(step, t, format)}</div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function About({ one }: { one: Referral }) {
  const t = useT()
  const format = useFormat()
  return (
    <aside aria-label={t('referrals.one')}>
      <Card title={t('referrals.one')}>
        <Facts
          facts={[
            [
              t('referrals.service'),
              <Link key="service" to={`/services/${one.service.id}`}>
                <Said text={one.service.name} />
              </Link>,
            ],
            [t('services.organisation'), <Said key="body" text={one.service.organisation} />],
            ...(one.service.phone ? [[t('services.phone'), one.service.phone] as const] : []),
            [t('referrals.purpose'), t(`consents.purpose.${one.purpose}`)],
            [t('referrals.answerBy'), format.date(one.answerBy, 'text')],
            [t('referrals.sender'), one.sender.name],
            ...(one.receiver ? [[t('referrals.receiver'), one.receiver.name] as const] : []),
          ]}
        />
      </Card>
    </aside>
  )
}
