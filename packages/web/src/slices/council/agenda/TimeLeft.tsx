/** Time left of a speech. Counts from the server's moment; drawn each second, read aloud by nobody. */
import { type Floor, secondsLeft } from '@kerege/contract/council/floor'
import { useEffect, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import css from '../council.module.css'

export function TimeLeft({ floor }: { floor: Floor }) {
  const t = useT()
  const { now, seconds, speaking } = floor
  const [origin, setOrigin] = useState(() => ({ now, at: performance.now() }))
  const [passed, setPassed] = useState(0)
  if (origin.now !== now) {
    setOrigin({ now, at: performance.now() })
    setPassed(0)
  }
  useEffect(() => {
    const timer = setInterval(() => setPassed(performance.now() - origin.at), 1000)
    return () => clearInterval(timer)
  }, [origin])
  if (!speaking?.startedAt) return null
  const left = secondsLeft(seconds, speaking.startedAt, now) - Math.round(passed / 1000)
  const shown = Math.abs(left)
  const clock = `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`
  return (
    <p className={`${css.big} k-num`} aria-hidden="true">
      {left >= 0 ? clock : t('council.floor.over', { time: clock })}
    </p>
  )
}
