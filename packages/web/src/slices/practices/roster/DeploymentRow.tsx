/** One deployment: where it stands, who did which step, what else lies on these days, and what the reader can do. */
import { moveDeployment } from '@kerege/contract/practices/roster/routes'
import { type DeploymentState, needsWords } from '@kerege/contract/practices/roster/rules'
import type { Deployment } from '@kerege/contract/practices/roster/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { Said } from '../../council/parts/Said.tsx'
import { AgencyLabel } from '../trainings/parts/AgencyLabel.tsx'
import { daysText } from '../trainings/parts/words.ts'
import css from '../trainings/trainings.module.css'
import { DeploymentPill } from './words.tsx'

export function DeploymentRow({ one, named = false }: { one: Deployment; named?: boolean }) {
  const t = useT()
  const format = useFormat()
  const { expert } = one
  return (
    <li>
      <div className={css.words}>
        <strong>
          <Said text={one.title} />
        </strong>{' '}
        <DeploymentPill state={one.state} />
        <div className="k-dim k-small">
          {named && (
            <>
              {expert?.entryId ? (
                <Link to={`/roster/${expert.entryId}`}>
                  <bdi>{expert.name}</bdi>
                </Link>
              ) : (
                t('roster.left')
              )}{' '}
              ·{' '}
            </>
          )}
          {t(`roster.gives.${one.gives}`)} · <AgencyLabel agency={one.agency} /> · <bdi>{one.place}</bdi> ·{' '}
          <span className="k-num">{daysText(one, format)}</span>
        </div>
        <ol className="k-small">
          {one.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <li key={at}>
              {t(`roster.deployment.${step.state}`)}:{' '}
              {[step.by ?? t('roster.left'), format.date(step.at)].join(', ')}
              {step.words && (
                <span className="k-dim">
                  {' '}
                  · <bdi>{step.words}</bdi>
                </span>
              )}
            </li>
          ))}
        </ol>
        <Clashes one={one} />
      </div>
      <Moves one={one} />
    </li>
  )
}

function Clashes({ one }: { one: Deployment }) {
  const t = useT()
  const format = useFormat()
  if (one.clashes.length === 0) return null
  return (
    <Notice kind="wait" title={t('roster.clashes')}>
      <ul>
        {one.clashes.map((clash, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: of others only the days are told
          <li key={at}>
            {clash.title ? <Said text={clash.title} /> : t(`roster.clash.${clash.kind}`)}{' '}
            <span className="k-num">{daysText(clash, format)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Moves({ one }: { one: Deployment }) {
  const t = useT()
  const move = useSend(moveDeployment)
  const [to, setTo] = useState<DeploymentState>()
  const params = { id: one.id }
  return (
    <div className={css.acts}>
      {one.may.map(next => (
        <Button
          key={next}
          variant={next === 'withdrawn' || next === 'declined' ? 'subtle' : 'default'}
          loading={move.isPending && move.variables?.input.body?.to === next}
          onClick={() =>
            needsWords(next) ? setTo(next) : move.mutate({ input: { params, body: { to: next } } })
          }
        >
          {t(`roster.move.${next}` as never)}
        </Button>
      ))}
      {move.isError && (
        <Notice kind="stop" live>
          {problemText(move.error, 'roster')}
        </Notice>
      )}
      {to && (
        <ReasonDialog
          opened
          onClose={() => setTo(undefined)}
          title={t(`roster.move.${to}` as never)}
          consequence={t(to === 'ended' ? 'roster.reportText' : 'roster.moveText')}
          act={t(`roster.move.${to}` as never)}
          grave={false}
          slice="roster"
          onAct={async words => {
            await send(moveDeployment, { params, body: { to, words } })
            await queryClient.invalidateQueries()
          }}
        />
      )}
    </div>
  )
}
