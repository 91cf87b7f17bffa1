/** What chair and secretariat can do now: put the text to the members, extend, amend, adopt, withdraw, take up again. */
import {
  adoptDecision,
  putDecision,
  reviseDecision,
  withdrawDecision,
} from '@kerege/contract/council/decisionRoutes'
import type { Decision } from '@kerege/contract/council/decisions'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { AmendDrawer } from './AmendDrawer.tsx'
import css from './decisions.module.css'
import { ExpiryDrawer } from './ExpiryDrawer.tsx'
import { RecordDrawer } from './RecordDrawer.tsx'

type Over = 'silence' | 'extend' | 'amend' | 'withdraw' | 'record'

export function Deciding({ decision }: { decision: Decision }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const put = useSend(putDecision)
  const adopt = useSend(adoptDecision)
  const revise = useSend(reviseDecision)
  const withdraw = useSend(withdrawDecision)
  const { state, version, missing } = decision
  const params = { id: decision.id }
  const decides = may('council.decide')
  const prepares = may('council.prepare')
  if (!(decides || prepares) || state === 'adopted' || state === 'withdrawn') return null
  const error = put.error ?? adopt.error ?? revise.error
  const button = (label: string, act: () => void, filled = false) => (
    <Button variant={filled ? 'filled' : 'default'} onClick={act}>
      {label}
    </Button>
  )
  return (
    <Card title={t('council.next')}>
      <div className={css.acts}>
        {error && (
          <Notice kind="stop" live>
            {problemText(error, 'council')}
          </Notice>
        )}
        {state === 'draft' && missing.length > 0 && (
          <Notice kind="wait">
            {t('council.missing', { languages: format.list(missing.map(format.language)) })}
          </Notice>
        )}
        {state === 'draft' && !decides && <p className="k-dim">{t('council.chairPuts')}</p>}
        {state === 'draft' && decides && (
          <>
            {missing.length === 0 && button(t('council.put.silence'), () => setOver('silence'), true)}
            {button(t('council.put.room'), () =>
              put.mutate({ input: { params, body: { way: 'room', basedOn: version } } }),
            )}
            {decision.voting !== 'never' &&
              button(t('council.put.vote'), () =>
                put.mutate({ input: { params, body: { way: 'vote', basedOn: version } } }),
              )}
          </>
        )}
        {state === 'room' && decision.tally && (
          <p>
            {t('council.tally', {
              for: decision.tally.for,
              against: decision.tally.against,
              abstain: decision.tally.abstain,
            })}
          </p>
        )}
        {state === 'room' &&
          decides &&
          button(
            t(decision.way === 'vote' ? 'council.closeVote' : 'council.adopt'),
            () => adopt.mutate({ input: { params, body: { basedOn: version } } }),
            true,
          )}
        {state === 'silence' && decides && (
          <>
            {button(t('council.extend'), () => setOver('extend'))}
            {button(t('council.amend'), () => setOver('amend'))}
          </>
        )}
        {(state === 'silence' || state === 'room') &&
          prepares &&
          button(t('council.record'), () => setOver('record'))}
        {state === 'broken' &&
          prepares &&
          button(
            t('council.revise'),
            () => revise.mutate({ input: { params, body: { basedOn: version } } }),
            true,
          )}
        {(state === 'draft' || state === 'room') && prepares && (
          <Button variant="default" component={Link} to={`/decisions/${decision.id}/edit`}>
            {t('council.decision.edit')}
          </Button>
        )}
        {decides && (
          <Button variant="outline" color="red" onClick={() => setOver('withdraw')}>
            {t('council.withdraw')}
          </Button>
        )}
      </div>
      <ExpiryDrawer
        decision={decision}
        extend={over === 'extend'}
        opened={over === 'silence' || over === 'extend'}
        onClose={close}
      />
      <AmendDrawer decision={decision} opened={over === 'amend'} onClose={close} />
      <RecordDrawer decision={decision} opened={over === 'record'} onClose={close} />
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('council.withdraw')}
        consequence={t('council.withdraw.consequence')}
        told={t('council.object.told')}
        act={t('council.withdraw')}
        slice="council"
        onAct={reason => withdraw.mutateAsync({ input: { params, body: { basedOn: version, reason } } })}
      />
    </Card>
  )
}
