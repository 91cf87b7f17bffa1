/** Periods and values of results in words. What nobody has said is "not reported", never nought. */
import type { IndicatorUnit } from '@kerege/contract/council/results/schema'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import type { Translate } from '../../../i18n/useT.tsx'

/** `2026-H1` as its year and half in words. */
export function periodText(period: string, t: Translate): string {
  const [year = '', part = ''] = period.split('-')
  if (part.startsWith('H')) return t('results.half', { n: part.slice(1), year })
  if (part.startsWith('Q')) return t('results.quarter', { n: part.slice(1), year })
  return year
}

export function valueText(
  value: number | undefined,
  unit: IndicatorUnit,
  format: Formatter,
  t: Translate,
): string {
  if (value === undefined) return t('results.notReported')
  const n = format.number(value, Number.isInteger(value) ? 0 : 2)
  if (unit === 'percent') return t('results.percentOf', { n })
  return unit === 'days' ? t('results.daysOf', { n }) : n
}
