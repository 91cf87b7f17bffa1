/** Numbers, days and things of figures in words. */
import type { Bounds, Reported } from '@kerege/contract/figures/reported'
import type { FigureState, Part } from '@kerege/contract/figures/schema'
import { type Formatter, useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'

function reportedText({ manner, value, to }: Reported, t: Translate, format: Formatter): string {
  const n = format.number(value)
  switch (manner) {
    case 'exact':
      return n
    case 'range':
      return t('figures.range', { n, to: format.number(to ?? value) })
    default:
      return t(`figures.${manner}`, { n })
  }
}

function boundsText({ low, high }: Bounds, t: Translate, format: Formatter): string {
  const n = format.number(low)
  if (low === high) return n
  if (high === Number.POSITIVE_INFINITY) return t('figures.atLeast', { n })
  return t('figures.range', { n, to: format.number(high) })
}

/** `2019-05-28/2019-05-31` as tables write days. */
export const whenText = (when: string): string =>
  when
    .split('/')
    .map(part => part.split('-').reverse().join('.'))
    .join(' – ')

interface Thing {
  series: { state?: FigureState | undefined }
  operation?: string | undefined
  when?: string | undefined
}

export function useFigureWords() {
  const t = useT()
  const format = useFormat()
  return {
    reported: (one: Reported) => reportedText(one, t, format),
    bounds: (one: Bounds) => boundsText(one, t, format),
    state: (state: FigureState | undefined) => t(`figures.state.${state ?? 'region'}`),
    /** State, thing, part. */
    thing: ({ series, operation, when }: Thing, part: Part) =>
      [
        t(`figures.state.${series.state ?? 'region'}`),
        operation ?? (when ? whenText(when) : ''),
        t(`figures.part.${part}`),
      ]
        .filter(Boolean)
        .join(', '),
  }
}
