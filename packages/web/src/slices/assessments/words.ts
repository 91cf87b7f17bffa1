/** Instruments, their parts and what came of them, in words. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { needsId } from '@kerege/contract/assessments/needs'
import type { AssessmentRow, Outcome } from '@kerege/contract/assessments/schema'
import { known, type Translate } from '../../i18n/useT.tsx'

/** The name that it was published under is the same in every language. */
export const nameOf = (instrument: string, t: Translate): string =>
  instrument === needsId ? t('assessments.needs') : (findInstrument(instrument)?.title ?? instrument)

export function bandText(band: string | null, t: Translate): string {
  const id = band && known(`assessments.band.${band}`)
  return id ? t(id) : ''
}

export function flagText(flag: string, t: Translate): string | undefined {
  const id = known(`assessments.flag.${flag}`)
  return id && t(id)
}

export function scaleText(scale: string, t: Translate): string {
  const id = known(`assessments.scale.${scale}`)
  return id ? t(id) : scale
}

export const totalText = (instrument: string, version: string, outcome: Outcome, t: Translate): string => {
  const scale = findInstrument(instrument, version)?.scales.find(one => one.id === 'total')
  if (!scale) return bandText(outcome.band, t)
  return outcome.total === null
    ? t('assessments.noTotal')
    : t('assessments.total', { n: outcome.total, of: scale.most })
}

/** Of the same with the same, the earliest first: what a trend is drawn of. */
export const seriesOf = (
  rows: readonly AssessmentRow[],
  instrument: string,
  version?: string,
): AssessmentRow[] =>
  rows
    .filter(
      row =>
        row.instrument === instrument &&
        row.state === 'finished' &&
        // What a second assessor found stands beside the first look; it is no later one.
        row.besideId === undefined &&
        (version === undefined || row.instrumentVersion === version),
    )
    .toReversed()
