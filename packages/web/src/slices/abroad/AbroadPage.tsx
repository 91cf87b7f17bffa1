/** One person abroad: what is missing for the next step comes first, then everything that became known, by kind. */
import { lastPlace } from '@kerege/contract/repatriation/register/rules'
import {
  type Abroad,
  type AbroadEntry,
  type EntryKind,
  entryKinds,
} from '@kerege/contract/repatriation/register/schema'
import { takeBackAbroadEntry } from '@kerege/contract/repatriation/register/routes'
import { Button } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './abroad.module.css'
import { useAbroad } from './api.ts'
import { EntryDrawer, type Writing } from './EntryDrawer.tsx'
import { Next } from './Next.tsx'
import { Passed } from './Passed.tsx'
import { entryLines, placeText, stateKind } from './words.ts'

export function AbroadPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useAbroad(id)} rows={8}>
      {({ body }) => <OneAbroad key={body.id} abroad={body} />}
    </Answered>
  )
}

function OneAbroad({ abroad }: { abroad: Abroad }) {
  const t = useT()
  const format = useFormat()
  const [writing, write] = useState<Writing>()
  const [taking, take] = useState<AbroadEntry>()
  return (
    <>
      <PageHead
        title={t('abroad.one')}
        shown={<bdi>{abroad.person}</bdi>}
        eyebrow={<Link to="/abroad">{t('abroad.title')}</Link>}
        facts={[
          <StatePill key="state" kind={stateKind[abroad.state]}>
            {t(`abroad.state.${abroad.state}`)}
          </StatePill>,
          t('abroad.stateSince', { day: format.date(abroad.since) }),
        ]}
        acts={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.7} />}
              onClick={() => window.print()}
            >
              {t('abroad.print')}
            </Button>
            <Button variant="default" component={Link} to={`/people/${abroad.personId}`}>
              {t('abroad.file')}
            </Button>
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {abroad.next.length > 0 && <Next abroad={abroad} />}
          {entryKinds.map(kind => (
            <Kind
              key={kind}
              abroad={abroad}
              kind={kind}
              onWrite={anew => write({ kind, ...(anew ? { anew } : {}) })}
              onTake={take}
            />
          ))}
        </div>
        <aside className="k-stack" aria-label={t('abroad.short')}>
          <InShort abroad={abroad} />
          <Passed abroad={abroad} />
        </aside>
      </div>
      <EntryDrawer abroad={abroad} writing={writing} onClose={() => write(undefined)} />
      <ReasonDialog
        opened={taking !== undefined}
        onClose={() => take(undefined)}
        title={t('abroad.takeBack')}
        consequence={t('abroad.takeBackText')}
        keep={t('ui.cancel')}
        act={t('abroad.takeBack')}
        example={t('abroad.takeBackExample')}
        onAct={async reason => {
          if (!taking) return
          await send(takeBackAbroadEntry, {
            params: { id: abroad.id, entryId: taking.id },
            body: { reason },
          })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

interface KindProps {
  abroad: Abroad
  kind: EntryKind
  onWrite: (anew?: AbroadEntry) => void
  onTake: (entry: AbroadEntry) => void
}

function Kind({ abroad, kind, onWrite, onTake }: KindProps) {
  const t = useT()
  const entries = abroad.entries.filter(one => one.content.kind === kind)
  const standing = entries.filter(one => !one.replacedBy && !one.takenBack).toReversed()
  const before = entries.filter(one => one.replacedBy || one.takenBack).toReversed()
  return (
    <Card
      flush
      title={t(`abroad.kind.${kind}`)}
      side={
        abroad.mayChange && (
          <Button
            variant="subtle"
            className="k-screen"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => onWrite()}
            aria-label={t('abroad.addOf', { kind: t(`abroad.kind.${kind}`) })}
          >
            {t('abroad.add')}
          </Button>
        )
      }
    >
      {standing.length === 0 && <p className={css.empty}>{t(`abroad.kindNone.${kind}`)}</p>}
      {standing.length > 0 && (
        <ul className={css.rows}>
          {standing.map(entry => (
            <li key={entry.id}>
              <OneEntry entry={entry} />
              {abroad.mayChange && (
                <div className={`${css.acts} k-screen`}>
                  <Button variant="subtle" onClick={() => onWrite(entry)}>
                    {t('abroad.anew')}
                  </Button>
                  {entry.mayTakeBack && (
                    <Button variant="subtle" onClick={() => onTake(entry)}>
                      {t('abroad.takeBack')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {before.length > 0 && (
        <details className={`${css.before} k-screen`}>
          <summary>{t('abroad.before', { n: before.length })}</summary>
          <ul className={css.rows}>
            {before.map(entry => (
              <li key={entry.id}>
                <OneEntry entry={entry} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function OneEntry({ entry }: { entry: AbroadEntry }) {
  const t = useT()
  const format = useFormat()
  const [first, ...rest] = entryLines(entry.content, t, format)
  return (
    <div className={css.entry}>
      <div dir="auto" className={css.first}>
        {entry.takenBack ? <s>{first}</s> : first}
      </div>
      {rest.map(line => (
        <div key={line} dir="auto">
          {line}
        </div>
      ))}
      {entry.takenBack && <div dir="auto">{t('abroad.takenBack', { reason: entry.takenBack.reason })}</div>}
      <div className="k-dim k-small">
        {format.date(entry.on)}
        {' · '}
        {entry.by.name}
      </div>
    </div>
  )
}

function InShort({ abroad }: { abroad: Abroad }) {
  const t = useT()
  const format = useFormat()
  const place = lastPlace(
    abroad.entries.map(one => ({
      id: one.id,
      on: one.on,
      content: one.content,
      ended: one.replacedBy !== undefined || one.takenBack !== undefined,
    })),
  )
  return (
    <Card title={t('abroad.short')}>
      <Facts
        facts={[
          [t('abroad.age'), abroad.ageGroup === 'unknown' ? t('abroad.age.unknown') : abroad.ageGroup],
          ...(abroad.country ? [[t('abroad.place'), placeText(abroad, t, format)] as const] : []),
          ...(place?.withWhom
            ? [[t('abroad.field.withWhom'), <bdi key="with">{place.withWhom}</bdi>] as const]
            : []),
          [t('abroad.heard'), abroad.lastHeardOn ? format.date(abroad.lastHeardOn) : t('abroad.heardNever')],
          ...(abroad.askAgainOn
            ? [[t('abroad.field.askAgainOn'), format.date(abroad.askAgainOn)] as const]
            : []),
          ...(abroad.operations.length > 0
            ? [
                [
                  t('abroad.onList'),
                  abroad.operations.map(one => (
                    <div key={one.id}>
                      <Link to={`/operations/${one.id}`}>
                        <bdi>{one.name}</bdi>
                      </Link>
                    </div>
                  )),
                ] as const,
              ]
            : []),
          [t('abroad.responsible'), abroad.responsible.name],
        ]}
      />
    </Card>
  )
}
