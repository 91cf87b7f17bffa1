/** Who takes an offer up, what was answered, and what both sides say of it afterwards. */
import { decideTaking, withdrawTaking } from '@kerege/contract/council/offers/routes'
import type { Offer, Taking } from '@kerege/contract/council/offers/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import css from '../council.module.css'
import { PartyLabel } from '../parts/Said.tsx'
import { ReportDrawer } from './ReportDrawer.tsx'
import { TakingPill } from './state.tsx'

export function Takings({ offer }: { offer: Offer }) {
  const t = useT()
  return (
    <Card flush title={t('council.offer.takings')}>
      {offer.takings.length === 0 && <p className={css.empty}>{t('council.offer.noTakings')}</p>}
      <ul className={css.rows}>
        {offer.takings.map(taking => (
          <Row key={taking.id} taking={taking} />
        ))}
      </ul>
    </Card>
  )
}

type Over = 'decline' | 'undo' | 'report'

function Row({ taking }: { taking: Taking }) {
  const t = useT()
  const format = useFormat()
  const decide = useSend(decideTaking)
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const { may } = taking
  return (
    <li>
      <div className={css.words}>
        <strong>
          <PartyLabel party={taking.party} />
        </strong>{' '}
        <TakingPill state={taking.state} />
        <p dir="auto">{taking.words}</p>
        <div className="k-dim k-small">
          {[
            ...(taking.places === undefined ? [] : [`${t('council.offer.places')}: ${taking.places}`]),
            taking.by,
            format.date(taking.at, 'exact'),
          ].join(' · ')}
        </div>
        {taking.reason && <p dir="auto">{taking.reason}</p>}
        <Reports taking={taking} />
        {decide.isError && (
          <Notice kind="stop" live>
            {problemText(decide.error, 'council')}
          </Notice>
        )}
      </div>
      <div className={css.acts}>
        {may.decide && (
          <>
            <Button variant="default" onClick={() => setOver('decline')}>
              {t('council.offer.decline')}
            </Button>
            <Button
              loading={decide.isPending}
              onClick={() => decide.mutate({ input: { params: { id: taking.id }, body: { confirm: true } } })}
            >
              {t('council.offer.confirm')}
            </Button>
          </>
        )}
        {may.withdraw && (
          <Button variant="subtle" onClick={() => setOver('undo')}>
            {t('council.offer.undo')}
          </Button>
        )}
        {may.report && (
          <Button variant="default" onClick={() => setOver('report')}>
            {t('council.offer.report')}
          </Button>
        )}
      </div>
      <Dialogs taking={taking} over={over} close={close} />
    </li>
  )
}

function Dialogs({ taking, over, close }: { taking: Taking; over: Over | undefined; close: () => void }) {
  const t = useT()
  const params = { id: taking.id }
  const again = () => queryClient.invalidateQueries()
  return (
    <>
      <ReasonDialog
        opened={over === 'decline'}
        onClose={close}
        title={t('council.offer.declineAsk')}
        consequence={t('council.offer.declineText')}
        act={t('council.offer.decline')}
        grave={false}
        slice="council"
        onAct={async reason => {
          await send(decideTaking, { params, body: { confirm: false, reason } })
          await again()
        }}
      />
      <ReasonDialog
        opened={over === 'undo'}
        onClose={close}
        title={t('council.offer.undo')}
        consequence={t('council.offer.undoText')}
        act={t('council.offer.undo')}
        grave={false}
        slice="council"
        onAct={async reason => {
          await send(withdrawTaking, { params, body: { reason } })
          await again()
        }}
      />
      <ReportDrawer taking={taking} opened={over === 'report'} onClose={close} />
    </>
  )
}

function Reports({ taking }: { taking: Taking }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.inside} style={{ marginBlock: taking.reports.length > 0 ? 12 : 0 }}>
      {taking.reports.map(one => (
        <li key={one.id}>
          <p dir="auto">
            <strong>
              <PartyLabel party={one.party} />: {t(`council.offer.outcome.${one.outcome}`)}
            </strong>{' '}
            {one.words}
          </p>
          <div className="k-dim k-small">
            {one.by} · {format.date(one.at, 'exact')}
          </div>
        </li>
      ))}
    </ul>
  )
}
