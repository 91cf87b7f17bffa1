/** On the page of an adopted decision: whether it goes to the nodes as guidance, and what states say of putting it into practice. */
import { decisionGuidance, withdrawGuidance } from '@kerege/contract/council/guidance/routes'
import type { DecisionGuidance, GuidanceMark } from '@kerege/contract/council/guidance/schema'
import type { Decision } from '@kerege/contract/council/decisions'
import { useStates } from '@kerege/contract/guidance/rules'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { agesText, GuidanceStatePill, UsePill } from '../../guidance/words.tsx'
import css from '../council.module.css'
import { PartyLabel, Said, SaidFully } from '../parts/Said.tsx'
import { MarkDrawer } from './MarkDrawer.tsx'

export function GuidanceCard({ decision }: { decision: Decision }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const [over, setOver] = useState<'mark' | 'withdraw'>()
  const close = () => setOver(undefined)
  const found = useGet(decisionGuidance, { params: { id: decision.id } }).data?.body
  if (!found) return null
  const { mark } = found
  const open = mark?.state === 'in-force'
  return (
    <Card
      title={t('council.guidance.title')}
      side={mark && <GuidanceStatePill state={mark.state} />}
      foot={
        may &&
        !decision.restricted &&
        (open || !mark) && (
          <div className={css.acts}>
            <Button variant="default" onClick={() => setOver('mark')}>
              {t(mark ? 'council.guidance.change' : 'council.guidance.mark')}
            </Button>
            {mark && (
              <Button variant="subtle" onClick={() => setOver('withdraw')}>
                {t('council.guidance.withdraw')}
              </Button>
            )}
          </div>
        )
      }
    >
      {mark ? (
        <Marked mark={mark} statements={found.statements} />
      ) : (
        <p className="k-dim">
          {t(decision.restricted ? 'council.guidance.restricted' : 'council.guidance.no')}
        </p>
      )}
      <MarkDrawer decisionId={decision.id} mark={mark} opened={over === 'mark'} onClose={close} />
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('council.guidance.withdrawAsk')}
        consequence={t('council.guidance.withdrawText')}
        act={t('council.guidance.withdraw')}
        slice="council"
        onAct={async reason => {
          await send(withdrawGuidance, { params: { id: decision.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </Card>
  )
}

function Marked({ mark, statements }: { mark: GuidanceMark } & Pick<DecisionGuidance, 'statements'>) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return (
    <div className={css.inside}>
      <Facts
        facts={[
          [t('council.guidance.where'), `${domainsText(mark.domains)} · ${agesText(mark.ages, t)}`],
          [t('council.guidance.since'), format.date(mark.at, 'text')],
          ...(mark.replaces
            ? [[t('council.guidance.replacesOne'), <Other key="before" one={mark.replaces} />] as const]
            : []),
          ...(mark.replacedBy
            ? [[t('council.guidance.replacedBy'), <Other key="after" one={mark.replacedBy} />] as const]
            : []),
        ]}
      />
      {mark.reason && <p dir="auto">{mark.reason}</p>}
      {mark.note && <SaidFully text={mark.note} />}
      <h3>{t('council.guidance.practice')}</h3>
      {statements.length === 0 && <p className="k-dim">{t('council.guidance.nothing')}</p>}
      <ul className={css.passed}>
        {useStates.flatMap(state =>
          statements
            .filter(one => one.state === state)
            .map(one => (
              <li key={one.party.id} style={{ display: 'block' }}>
                <strong>
                  <PartyLabel party={one.party} />
                </strong>{' '}
                <UsePill state={state} />
                {one.words && (
                  <p lang={one.language} dir="auto">
                    {one.words}
                  </p>
                )}
                <div className="k-dim k-small">{format.date(one.at, 'text')}</div>
              </li>
            )),
        )}
      </ul>
    </div>
  )
}

const Other = ({ one }: { one: NonNullable<GuidanceMark['replaces']> }) => (
  <Link to={`/decisions/${one.decisionId}`}>
    {one.symbol} <Said text={one.title} />
  </Link>
)
