/** Words for states, days and places of the Council. */
import type { SessionRow } from '@kerege/contract/council/schema'
import type { SessionState } from '@kerege/contract/council/sessions'
import type { Formatter } from '../../i18n/useFormat.tsx'
import { known, type Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

export const sessionStateKind: Record<SessionState, StateKind> = {
  planned: 'mute',
  invited: 'info',
  'under-way': 'wait',
  closed: 'ok',
  'called-off': 'mute',
}

/** A capital by its name in the language of the screen; another city as it was written. */
export function cityText(city: string, t: Translate): string {
  const id = known(`council.city.${city.toLowerCase()}`)
  return id ? t(id) : city
}

export function placeText(
  row: Pick<SessionRow, 'city' | 'country'>,
  format: Formatter,
  t: Translate,
): string {
  return [row.city && cityText(row.city, t), row.country && format.country(row.country)]
    .filter(Boolean)
    .join(', ')
}

/** A day, days, a month where no source gives the day, or that none is set. */
export function whenText(
  row: Pick<SessionRow, 'from' | 'to' | 'month'>,
  format: Formatter,
  t: Translate,
  style: 'table' | 'text' = 'table',
): string {
  if (row.from && row.to) return `${format.date(row.from, style)} – ${format.date(row.to, style)}`
  if (row.from) return format.date(row.from, style)
  if (row.month) return `${row.month.slice(5)}.${row.month.slice(0, 4)}`
  return t('council.noDay')
}
