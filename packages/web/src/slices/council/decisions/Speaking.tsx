/** What a delegation can say of a decision: two taps and a reason. Whoever cannot object reads why in one sentence. */
import { objectToDecision, stateOnDecision, voteOnDecision } from '@kerege/contract/council/decisionRoutes'
import type { Decision } from '@kerege/contract/council/decisions'
import { choices } from '@kerege/contract/council/voting'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../api.ts'
import { known, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { PartyLabel } from '../parts/Said.tsx'
import css from './decisions.module.css'

export function Speaking({ decision }: { decision: Decision }) {
  const t = useT()
  const may = useMay()
  const [over, setOver] = useState<'object' | 'reserved' | 'interpreted'>()
  const close = () => setOver(undefined)
  const { mine, state } = decision
  const open = state === 'silence' || state === 'room'
  if (!may('council.speak') || !(open || state === 'adopted')) return null
  const voting = state === 'room' && decision.way === 'vote'
  const params = { id: decision.id }
  const text = decision.text.number
  const speaks =
    mine.party && !['no-delegation', 'term-ended', 'no-credentials'].includes(mine.hindrance ?? '')
  return (
    <Card title={t('council.speak')} note={mine.party && <PartyLabel party={mine.party} />}>
      <div className={css.acts}>
        {open && mine.hindrance && (
          <Notice kind="info">
            {t(known(`council.hindrance.${mine.hindrance}`) ?? 'council.hindrance.other')}
          </Notice>
        )}
        {voting && !mine.hindrance && <Vote decision={decision} />}
        {open && !voting && !mine.hindrance && (
          <>
            <p className="k-dim">{t('council.object.hint')}</p>
            <Button color="red" variant="outline" size="md" onClick={() => setOver('object')}>
              {t('council.object')}
            </Button>
          </>
        )}
        {speaks && (
          <>
            <Button variant="default" size="md" onClick={() => setOver('reserved')}>
              {t('council.reserve')}
            </Button>
            <Button variant="default" size="md" onClick={() => setOver('interpreted')}>
              {t('council.interpret')}
            </Button>
          </>
        )}
      </div>
      <ReasonDialog
        opened={over === 'object'}
        onClose={close}
        title={t('council.object.title')}
        consequence={t('council.object.consequence')}
        told={t('council.object.told')}
        keep={t('council.object.keep')}
        act={t('council.object')}
        slice="council"
        onAct={async words => {
          await send(objectToDecision, { params, body: { text, words } })
          toast(t('council.object.done'))
          await queryClient.invalidateQueries()
        }}
      />
      <ReasonDialog
        opened={over === 'reserved' || over === 'interpreted'}
        onClose={close}
        title={t(over === 'interpreted' ? 'council.interpret' : 'council.reserve')}
        consequence={t('council.statement.consequence')}
        act={t('council.statement.act')}
        grave={false}
        slice="council"
        onAct={async words => {
          const kind = over === 'interpreted' ? 'interpreted' : 'reserved'
          await send(stateOnDecision, { params, body: { kind, text, words } })
          toast(t('council.statement.done'))
          await queryClient.invalidateQueries()
        }}
      />
    </Card>
  )
}

/** Three buttons; what was said last is pressed, and may be said anew as long as the vote is open. */
function Vote({ decision }: { decision: Decision }) {
  const t = useT()
  const vote = useSend(voteOnDecision)
  const { id, mine, text } = decision
  return (
    <>
      {vote.error && (
        <Notice kind="stop" live>
          {problemText(vote.error, 'council')}
        </Notice>
      )}
      <p className="k-dim">{t('council.voteHint')}</p>
      {choices.map(choice => (
        <Button
          key={choice}
          size="md"
          variant={mine.vote === choice ? 'filled' : 'default'}
          aria-pressed={mine.vote === choice}
          onClick={() => vote.mutate({ input: { params: { id }, body: { text: text.number, choice } } })}
        >
          {t(`council.vote.${choice}`)}
        </Button>
      ))}
    </>
  )
}
