/** What those who come should know before a session: put together by the system, each line with the way to its source. */
import { urlOf } from '@kerege/contract/client'
import type { MultiText } from '@kerege/contract/common'
import type { ActionRow } from '@kerege/contract/council/actions'
import type { Digest, DigestActions } from '@kerege/contract/council/digest'
import { getDigest, getDigestFile } from '@kerege/contract/council/digestRoutes'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { ActionState } from '../actions/state.tsx'
import css from '../council.module.css'
import { DocumentStatePill } from '../documents/state.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'

export function DigestPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getDigest, { params: { id } })}>
      {({ body }) => <OneDigest digest={body} />}
    </Answered>
  )
}

function OneDigest({ digest }: { digest: Digest }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const { session, previous } = digest
  const file = (kind: 'docx' | 'pdf') =>
    urlOf(getDigestFile, { params: { id: session.id }, query: { format: kind, language } })
  return (
    <>
      <PageHead
        title={t('council.digest.title')}
        eyebrow={
          <Link to={`/sessions/${session.id}`}>
            {session.symbol && <>{session.symbol} · </>}
            <Said text={session.title} />
          </Link>
        }
        facts={[
          t('council.digest.made', { when: format.date(digest.madeAt, 'exact') }),
          ...(digest.toldAt ? [t('council.digest.toldAt', { when: format.date(digest.toldAt) })] : []),
        ]}
        acts={
          <span className="k-row k-screen">
            {(['docx', 'pdf'] as const).map(kind => (
              <Button key={kind} variant="default" component="a" download href={file(kind)}>
                {kind.toUpperCase()}
              </Button>
            ))}
            <PrintButton />
          </span>
        }
      />
      <div className="k-stack">
        {previous && (
          <p>
            {t('council.digest.previous')}:{' '}
            <Link to={`/sessions/${previous.id}`}>
              {previous.symbol && <>{previous.symbol} · </>}
              <Said text={previous.title} />
            </Link>
          </p>
        )}
        <Section title={t('council.digest.decided')} none={t('council.digest.decided.none')}>
          {digest.decided.map(one => (
            <Row key={one.id} path="/decisions" one={one} note={one.closedAt && format.date(one.closedAt)} />
          ))}
        </Section>
        <Section title={t('council.digest.silences')} none={t('council.digest.silences.none')}>
          {digest.silences.map(one => (
            <Row
              key={one.id}
              path="/decisions"
              one={one}
              note={t('council.digest.until', {
                when: `${format.date(one.expiresAt.slice(0, 10))}, ${one.expiresAt.slice(11, 16)}`,
              })}
            />
          ))}
        </Section>
        <ActionsCard groups={digest.actions} />
        <Section title={t('council.digest.documents')} none={t('council.digest.documents.none')}>
          {digest.documents.map(({ document, missing, stale }) => (
            <Row
              key={document.id}
              path="/documents"
              one={document}
              note={[
                ...(missing.length > 0
                  ? [t('council.digest.missing', { languages: missing.map(format.language).join(', ') })]
                  : []),
                ...(stale.length > 0
                  ? [t('council.digest.stale', { languages: stale.map(format.language).join(', ') })]
                  : []),
              ].join(' · ')}
              side={<DocumentStatePill state={document.state} />}
            />
          ))}
        </Section>
        <Section title={t('council.digest.credentials')} none={t('council.digest.credentials.none')}>
          {digest.credentials.map(({ party, gap }) => (
            <li key={party.id}>
              <div className={css.words}>
                <Link to={`/council/parties/${party.id}`}>
                  <PartyLabel party={party} />
                </Link>
              </div>
              <span className="k-dim">{t(`council.digest.gap.${gap}`)}</span>
            </li>
          ))}
        </Section>
      </div>
    </>
  )
}

/** What has nothing in it says so: an empty section is an answer too. */
function Section({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <Card flush title={title}>
      {children.length === 0 ? <p className={css.empty}>{none}</p> : <ul className={css.rows}>{children}</ul>}
    </Card>
  )
}

interface RowProps {
  path: string
  one: { id: string; title: MultiText; symbol?: string | undefined }
  note?: string | undefined
  side?: ReactNode
}

function Row({ path, one, note, side }: RowProps) {
  return (
    <li>
      <div className={css.words}>
        <Link to={`${path}/${one.id}`}>
          <Said text={one.title} />
        </Link>
        <div className="k-dim k-small">{[one.symbol, note].filter(Boolean).join(' · ')}</div>
      </div>
      {side}
    </li>
  )
}

function ActionsCard({ groups }: { groups: readonly DigestActions[] }) {
  const t = useT()
  const format = useFormat()
  const row = (one: ActionRow) => (
    <Row
      key={one.id}
      path="/actions"
      one={{ id: one.id, title: one.title }}
      note={[format.date(one.due), one.decision?.symbol].filter(Boolean).join(' · ')}
      side={<ActionState action={one} />}
    />
  )
  return (
    <Card flush title={t('council.digest.actions')}>
      {groups.length === 0 && <p className={css.empty}>{t('council.digest.actions.none')}</p>}
      {groups.map(group => (
        <section key={group.owner.party?.id ?? group.owner.body?.id}>
          <h3 className={css.group}>
            {group.owner.party && <PartyLabel party={group.owner.party} />}
            {group.owner.body && <Said text={group.owner.body.name} />}
          </h3>
          {(['late', 'due', 'done'] as const).map(
            kind =>
              group[kind].length > 0 && (
                <div key={kind}>
                  <h4 className={css.kind}>{t(`council.digest.${kind}`)}</h4>
                  <ul className={css.rows}>{group[kind].map(row)}</ul>
                </div>
              ),
          )}
        </section>
      ))}
    </Card>
  )
}
