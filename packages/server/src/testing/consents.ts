/** An answer about sharing for tests: a mother lets the school hear how to reach the family. */
import { recordConsent } from '@kerege/contract/consents/routes'
import type { RecordConsent } from '@kerege/contract/consents/schema'
import { newId } from '../platform/ids.ts'
import { localDay } from '../platform/localDay.ts'
import { type Somebody, testZone, type World } from './world.ts'

/** The node's own day, which is another than that of UTC for some hours; tests run on the clock of today. */
export const dayFromNow = (days: number): string =>
  localDay(new Date(Date.now() + days * 86_400_000), testZone)

export const answer = (over: Partial<RecordConsent> = {}): RecordConsent => ({
  id: newId(),
  kind: 'consent',
  givenBy: 'parent',
  capacity: 'with-support',
  language: 'kk',
  explained: 'talk',
  interpreter: 'none',
  purposes: ['school'],
  recipients: ['school'],
  contacts: [],
  classes: ['contact', 'education'],
  since: dayFromNow(-1),
  until: dayFromNow(200),
  evidence: 'signed',
  ...over,
})

export const recordAnswer = (w: World, who: Somebody, personId: string, over: Partial<RecordConsent> = {}) =>
  w.as(who)(recordConsent, { params: { id: personId }, body: answer(over) })
