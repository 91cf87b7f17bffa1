/**
 * The clock of silence: what is left, by the server's clock and not the device's, the end in UTC and in each capital, and
 * who has spoken. Minutes are drawn; only hours are read aloud.
 */
import type { Decision } from '@kerege/contract/council/decisions'
import { useEffect, useState } from 'react'
import { queryClient } from '../../../api.ts'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joints } from '../../../ui/Joint.tsx'
import { Capitals } from '../parts/Capitals.tsx'
import css from './decisions.module.css'

const minute = 60_000

export function Clock({ decision }: { decision: Decision }) {
  const t = useT()
  const left = useLeft(decision)
  const { expiresAt = '', counted } = decision
  const utc = `${expiresAt.slice(8, 10)}.${expiresAt.slice(5, 7)}.${expiresAt.slice(0, 4)}, ${expiresAt.slice(11, 16)} UTC`
  return (
    <Card flush>
      <div className={css.clock}>
        <p className="k-dim">{t('council.clock.unless')}</p>
        <p className={`${css.left} k-num`} aria-hidden="true">
          {left > 0 ? leftText(left, t) : t('council.clock.over')}
        </p>
        <p className="k-hidden" role="status">
          {left > 0
            ? t('council.clock.aloud', { hours: Math.floor(left / (60 * minute)) })
            : t('council.clock.over')}
        </p>
        <p className="k-num">{utc}</p>
        <p className={css.quiet}>
          <Joints filled={0} of={counted.length} label={t('council.clock.quietN', { n: counted.length })} />
          <span aria-hidden="true">{t('council.clock.quiet')}</span>
        </p>
      </div>
      <Capitals times={decision.expires} label={t('council.clock.capitals')} />
    </Card>
  )
}

/** Milliseconds left. Counts on from the server's moment by the device's steady counter, so its wall clock does not matter. */
function useLeft({ now, expiresAt = now }: Decision): number {
  const whole = Date.parse(expiresAt) - Date.parse(now)
  const [origin, setOrigin] = useState(() => ({ now, at: performance.now() }))
  const [passed, setPassed] = useState(0)
  if (origin.now !== now) {
    setOrigin({ now, at: performance.now() })
    setPassed(0)
  }
  useEffect(() => {
    const timer = setInterval(() => setPassed(performance.now() - origin.at), 10_000)
    return () => clearInterval(timer)
  }, [origin])
  const left = whole - passed
  const over = left <= 0
  useEffect(() => {
    if (!over) return
    // The node needs some seconds to say what came of it.
    const timer = setTimeout(() => void queryClient.invalidateQueries(), 10_000)
    return () => clearTimeout(timer)
  }, [over])
  return left
}

function leftText(left: number, t: Translate): string {
  const minutes = Math.floor(left / minute)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  return days > 0
    ? t('council.clock.days', { days, hours, minutes: minutes % 60 })
    : t('council.clock.hours', { hours, minutes: minutes % 60 })
}
