import { expect, test } from 'vitest'
import type { Translate } from '../../i18n/useT.tsx'
import { hoursText, standOf } from './words.ts'

const t = ((key: string, values?: object) =>
  values ? `${key} ${JSON.stringify(values)}` : key.replace('services.day.', '')) as Translate

test.each([
  [['MO', 'TU', 'WE', 'TH', 'FR'], 'MO–FR 09:00–18:00'],
  [['FR', 'MO', 'TU', 'WE', 'SU'], 'MO–WE, FR, SU 09:00–18:00'],
  [['SA', 'SU'], 'SA, SU 09:00–18:00'],
] as const)('hours of %s are %s', (days, text) => {
  expect(hoursText({ days: [...days], opens: '09:00', closes: '18:00' }, t)).toBe(text)
})

test.each([
  [{ state: 'paused', stale: true, verifiedOn: '2020-01-01' }, 'mute', 'services.state.paused'],
  [{ state: 'open', stale: true }, 'wait', 'services.verified.never'],
  [{ state: 'open', stale: true, verifiedOn: '2025-08-20' }, 'wait', 'services.verified.stale {"n":6}'],
  [{ state: 'open', stale: false, verifiedOn: '2026-02-20' }, 'ok', 'services.verified'],
] as const)('%j stands as %s, %s', (one, kind, text) => {
  expect(standOf(one, '2026-03-01', t)).toEqual({ kind, text })
})
