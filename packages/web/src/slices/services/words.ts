/** What the directory says of a service, in words. */
import type { Hours, Service, ServiceRow, Weekday } from '@kerege/contract/services/schema'
import { weekdays } from '@kerege/contract/services/schema'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

type Checked = Pick<ServiceRow, 'verifiedOn' | 'stale' | 'state'>

/** A service that is shut says so first; then whether one can rely on what stands here. */
export function standOf({ state, stale, verifiedOn }: Checked, today: string, t: Translate) {
  const pill = (kind: StateKind, text: string) => ({ kind, text })
  if (state !== 'open') return pill('mute', t(`services.state.${state}`))
  if (verifiedOn === undefined) return pill('wait', t('services.verified.never'))
  return stale
    ? pill('wait', t('services.verified.stale', { n: monthsBetween(verifiedOn, today) }))
    : pill('ok', t('services.verified'))
}

/** Whole months that have passed. */
function monthsBetween(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.max(1, months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0))
}

export function agesText({ minAge, maxAge }: Pick<Service, 'minAge' | 'maxAge'>, t: Translate) {
  if (minAge !== undefined && maxAge !== undefined)
    return t('services.ages.between', { from: minAge, to: maxAge })
  if (minAge !== undefined) return t('services.ages.min', { n: minAge })
  return maxAge === undefined ? undefined : t('services.ages.max', { n: maxAge })
}

/** "Mon–Fri 09:00–18:00": days that follow one another are a stretch. */
export function hoursText({ days, opens, closes }: Hours, t: Translate): string {
  const ordered = weekdays.filter(day => days.includes(day))
  const stretches = ordered.reduce<Weekday[][]>((found, day) => {
    const last = found.at(-1)
    const before = last?.at(-1)
    if (last && before && weekdays.indexOf(day) === weekdays.indexOf(before) + 1) last.push(day)
    else found.push([day])
    return found
  }, [])
  const said = stretches.map(stretch => {
    const [first, last] = [stretch[0], stretch.at(-1)].map(day => (day ? t(`services.day.${day}`) : ''))
    return stretch.length < 3 ? stretch.map(day => t(`services.day.${day}`)).join(', ') : `${first}–${last}`
  })
  return `${said.join(', ')} ${opens}–${closes}`
}
