/** One entry: what somebody gives, their free days, what they held, where they were lent to. */
import { confirmEntry, getEntry } from '@kerege/contract/practices/roster/routes'
import type { RosterEntry } from '@kerege/contract/practices/roster/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { Said, SaidFully } from '../../council/parts/Said.tsx'
import { AgencyLabel } from '../trainings/parts/AgencyLabel.tsx'
import { daysText, languagesText } from '../trainings/parts/words.ts'
import css from '../trainings/trainings.module.css'
import { AskDrawer } from './AskDrawer.tsx'
import { DeploymentRow } from './DeploymentRow.tsx'
import { ConfirmedPill, useGivesText } from './words.tsx'

export function EntryPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEntry, { params: { id } })}>{({ body }) => <One entry={body} />}</Answered>
  )
}

function One({ entry }: { entry: RosterEntry }) {
  const t = useT()
  const confirm = useSend(confirmEntry)
  const [asking, setAsking] = useState(false)
  const givesText = useGivesText()
  const say = (yes: boolean) =>
    confirm.mutate({
      input: { params: { id: entry.id }, body: { confirm: yes } },
      options: { ifMatch: `"${entry.version}"` },
    })
  return (
    <>
      <PageHead
        title={t('roster.title')}
        shown={<bdi>{entry.name}</bdi>}
        eyebrow={<Link to="/roster">{t('roster.title')}</Link>}
        facts={[
          <ConfirmedPill key="state" confirmed={entry.confirmed} />,
          <AgencyLabel key="agency" agency={entry.agency} />,
          givesText(entry.gives),
        ]}
        acts={
          <>
            {entry.may.change && (
              <Button variant="default" component={Link} to="/roster/mine">
                {t('roster.change')}
              </Button>
            )}
            {entry.may.confirm && (
              <Button
                variant={entry.confirmed ? 'subtle' : 'filled'}
                loading={confirm.isPending}
                onClick={() => say(!entry.confirmed)}
              >
                {t(entry.confirmed ? 'roster.unconfirm' : 'roster.confirm')}
              </Button>
            )}
            {entry.may.ask && <Button onClick={() => setAsking(true)}>{t('roster.ask')}</Button>}
          </>
        }
      />
      {confirm.isError && (
        <Notice kind="stop" live>
          {problemText(confirm.error, 'roster')}
        </Notice>
      )}
      <div className="k-aside">
        <div className="k-stack">
          {entry.about && (
            <Card title={t('roster.about')}>
              <SaidFully text={entry.about} />
            </Card>
          )}
          {entry.deployments.length > 0 && (
            <Card flush title={t('roster.deployments')}>
              <ul className={css.rows}>
                {entry.deployments.map(one => (
                  <DeploymentRow key={one.id} one={one} />
                ))}
              </ul>
            </Card>
          )}
          <Held entry={entry} />
        </div>
        <EntryFacts entry={entry} />
      </div>
      <AskDrawer entry={entry} opened={asking} onClose={() => setAsking(false)} />
    </>
  )
}

function Held({ entry }: { entry: RosterEntry }) {
  const t = useT()
  const format = useFormat()
  if (entry.held.length + entry.trained.length === 0) return null
  return (
    <Card flush title={t('roster.held')}>
      <ul className={css.rows}>
        {entry.trained.map(one => (
          <li key={one.eventId}>
            <div className={css.words}>
              <Link to={`/trainings/${one.eventId}`}>
                <Said text={one.title} />
              </Link>
            </div>
            <span className="k-dim k-num">{format.date(one.from)}</span>
          </li>
        ))}
        {entry.held.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one title may have been held
          <li key={at}>
            <div className={css.words}>
              <bdi>{one.title}</bdi>
            </div>
            <span className="k-dim">{[one.place, one.year].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function EntryFacts({ entry }: { entry: RosterEntry }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return (
    <aside className="k-stack" aria-label={t('trainings.facts')}>
      <Card title={t('trainings.facts')}>
        <Facts
          facts={[
            [t('domains.title'), domainsText(entry.domains)],
            [t('trainings.languages'), languagesText(entry.languages, format)],
            ...(entry.confirmedBy && entry.confirmedAt
              ? [
                  [
                    t('roster.confirmedBy'),
                    `${entry.confirmedBy}, ${format.date(entry.confirmedAt)}`,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Card>
      <Card title={t('roster.periods')}>
        {entry.periods.length === 0 ? (
          <p className="k-dim">{t('roster.periods.none')}</p>
        ) : (
          <ul className={css.inside}>
            {entry.periods.map(one => (
              <li key={one.id}>
                <span className="k-num">{daysText(one, format)}</span>
                {one.note && (
                  <div className="k-dim">
                    <bdi>{one.note}</bdi>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </aside>
  )
}
