/** What may become of the session now: its next steps, its symbol once, and calling it off with a reason. */
import { giveSymbol, moveSession } from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { nextStates, type SessionState } from '@kerege/contract/council/sessions'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import css from '../council.module.css'

export function MoveActs({ session }: { session: Session }) {
  const t = useT()
  const move = useSend(moveSession)
  const number = useSend(giveSymbol)
  const [asked, ask] = useState<SessionState>()
  const params = { id: session.id }
  // An invitation makes it an invited one.
  const steps = nextStates(session.state).filter(to => to !== 'invited')
  const numbered = session.symbol !== undefined || !session.body || !session.from
  if (steps.length === 0 && numbered) return null
  const error = move.error ?? number.error
  const grave = (to: SessionState) => to === 'called-off' || session.state === 'called-off'
  return (
    <Card title={t('council.next')}>
      <div className={css.inside}>
        {error && (
          <Notice kind="stop" live>
            {problemText(error, 'council')}
          </Notice>
        )}
        <div className={css.acts}>
          {!numbered && (
            <Button variant="default" onClick={() => number.mutate({ input: { params, body: {} } })}>
              {t('council.giveSymbol')}
            </Button>
          )}
          {steps.map(to => (
            <Button
              key={to}
              variant={to === 'called-off' ? 'outline' : 'default'}
              {...(to === 'called-off' ? { color: 'red' } : {})}
              onClick={() => (grave(to) ? ask(to) : move.mutate({ input: { params, body: { to } } }))}
            >
              {t(`council.move.${to}`)}
            </Button>
          ))}
        </div>
      </div>
      <ReasonDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        title={t(`council.move.${asked ?? 'called-off'}`)}
        consequence={t('council.move.consequence')}
        act={t(`council.move.${asked ?? 'called-off'}`)}
        grave={asked === 'called-off'}
        slice="council"
        onAct={reason => move.mutateAsync({ input: { params, body: { to: asked ?? 'called-off', reason } } })}
      />
    </Card>
  )
}
