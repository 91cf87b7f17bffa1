/** One initiative: who, where, when, for whom, what it belongs to, and what was said of it before. */
import { getInitiative } from '@kerege/contract/council/initiatives/routes'
import type { Initiative } from '@kerege/contract/council/initiatives/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { PartyLabel, partyText, Said, SaidFully } from '../parts/Said.tsx'
import { InitiativeState } from './state.tsx'
import { WithdrawDrawer } from './WithdrawDrawer.tsx'
import { columnText, periodText, useCellText, usePlaces } from './words.ts'

export function InitiativePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getInitiative, { params: { id } })}>
      {({ body }) => <OneInitiative initiative={body} />}
    </Answered>
  )
}

function OneInitiative({ initiative }: { initiative: Initiative }) {
  const t = useT()
  const format = useFormat()
  const [withdrawing, withdraw] = useState(false)
  return (
    <>
      <PageHead
        title={format.text(initiative.title).text}
        eyebrow={<Link to="/initiatives">{t('initiatives.title')}</Link>}
        facts={[
          <InitiativeState key="state" row={initiative} />,
          <PartyLabel key="lead" party={initiative.lead} />,
          periodText(initiative, format, t),
        ]}
        acts={
          initiative.mayChange && (
            <>
              <Button variant="default" onClick={() => withdraw(true)}>
                {t('initiatives.withdraw')}
              </Button>
              <Button component={Link} to={`/initiatives/${initiative.id}/edit`}>
                {t('initiatives.change')}
              </Button>
            </>
          )
        }
      />
      {initiative.withdrawnBecause && (
        <Notice kind="info" title={t('initiatives.withdrawn')}>
          {initiative.withdrawnBecause}
        </Notice>
      )}
      <div className="k-aside">
        <div className="k-stack">
          {initiative.description && (
            <Card title={t('initiatives.column.description')}>
              <SaidFully text={initiative.description} />
            </Card>
          )}
          <Links initiative={initiative} />
          <History initiative={initiative} />
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <FactsCard initiative={initiative} />
        </aside>
      </div>
      <WithdrawDrawer id={initiative.id} opened={withdrawing} onClose={() => withdraw(false)} />
    </>
  )
}

function FactsCard({ initiative }: { initiative: Initiative }) {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  const { pillar, partners, budget, funding, contact } = initiative
  return (
    <Card title={t('council.facts')}>
      <Facts
        facts={[
          [t('initiatives.column.pillar'), `${pillar.code}. ${format.text(pillar.name).text}`],
          [t('initiatives.column.places'), places.text(initiative.places)],
          [t('initiatives.column.kind'), t(`initiatives.kind.${initiative.kind}`)],
          [
            t('initiatives.column.groups'),
            initiative.groups.map(group => t(`initiatives.group.${group}`)).join(', '),
          ],
          ...(partners.length > 0
            ? [
                [
                  t('initiatives.column.partners'),
                  partners.map(one => partyText(one, format)).join(', '),
                ] as const,
              ]
            : []),
          ...(budget ? [[t('initiatives.column.budget'), t(`initiatives.budget.${budget}`)] as const] : []),
          ...(funding ? [[t('initiatives.column.funding'), funding] as const] : []),
          ...(contact ? [[t('initiatives.column.contact'), contact] as const] : []),
          [
            t('initiatives.column.public'),
            t(initiative.public ? 'initiatives.isPublic' : 'initiatives.isInside'),
          ],
        ]}
      />
    </Card>
  )
}

function Links({ initiative }: { initiative: Initiative }) {
  const t = useT()
  const { actions, decisions, plans } = initiative
  if (actions.length + decisions.length + plans.length === 0) return null
  return (
    <Card title={t('initiatives.serves')}>
      <ul>
        {plans.map(plan => (
          <li key={plan}>
            <bdi>{plan}</bdi>
          </li>
        ))}
        {decisions.map(one => (
          <li key={one.id}>
            <Link to={`/decisions/${one.id}`}>{one.symbol ?? <Said text={one.title} />}</Link>
          </li>
        ))}
        {actions.map(one => (
          <li key={one.id}>
            <Link to={`/actions/${one.id}`}>
              <Said text={one.title} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ initiative }: { initiative: Initiative }) {
  const t = useT()
  const format = useFormat()
  const cell = useCellText()
  return (
    <Card title={t('initiatives.history')}>
      {initiative.revisions.length === 0 ? (
        <p className="k-dim">{t('initiatives.noHistory')}</p>
      ) : (
        <ol className={css.passed}>
          {initiative.revisions.map((one, at) => (
            <li key={one.version}>
              <Joint state={at === 0 ? 'here' : 'done'} />
              <div>
                {one.fields.map(({ field, before, after }) => (
                  <p key={field}>
                    <strong>{columnText(field, t, format)}</strong>:{' '}
                    <bdi>
                      {t('initiatives.fromTo', { before: cell(field, before), after: cell(field, after) })}
                    </bdi>
                  </p>
                ))}
                {one.reason && <p dir="auto">{one.reason}</p>}
                <div className="k-dim k-small">
                  {one.by} · {format.date(one.at, 'exact')}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
