/** Where a referral stands, in words. */
import { endsBadly, type ReferralState } from '@kerege/contract/referrals/rules'
import type { ReferralRow, Referral } from '@kerege/contract/referrals/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

const kinds: Readonly<Record<ReferralState, StateKind>> = {
  draft: 'mute',
  sent: 'info',
  seen: 'info',
  accepted: 'ok',
  declined: 'stop',
  'under-way': 'ok',
  delivered: 'wait',
  'not-delivered': 'stop',
  confirmed: 'ok',
  stopped: 'stop',
  'called-off': 'mute',
}

type Standing = Pick<ReferralRow, 'state' | 'unanswered' | 'answerBy' | 'noted'>

export function standOf(row: Standing, today: string, t: Translate): { kind: StateKind; text: string } {
  if (row.unanswered)
    return { kind: 'wait', text: t('referrals.unansweredDays', { n: daysBetween(row.answerBy, today) }) }
  const kind = kinds[row.state]
  return { kind: kind === 'stop' && row.noted ? 'mute' : kind, text: t(`referrals.state.${row.state}`) }
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

type Step = Referral['steps'][number]
const own = ['draft', 'reminded', 'handed', 'consent-ended'] as const

/** What happened: a state that was reached, or something beside the states. */
/** What the sender does next: the family has the last word, a bad end is read, a draft is sent. Else others are waited for. */
export function nextText(
  { state, noted }: Pick<ReferralRow, 'state' | 'noted'>,
  t: Translate,
): string | undefined {
  if (state === 'delivered') return t('referrals.do.confirmed')
  return state === 'draft' || (endsBadly(state) && !noted) ? t('referrals.open') : undefined
}

export function stepText({ what, state }: Step, t: Translate): string {
  const beside = own.find(one => one === what)
  return beside ? t(`referrals.step.${beside}`) : t(`referrals.state.${state}`)
}

export function byText({ by, outside, at }: Step, t: Translate, format: Formatter): string {
  const day = format.date(at, 'text')
  if (by) return t('referrals.step.by', { name: by.name, day })
  return outside ? t('referrals.step.outside', { day }) : t('referrals.step.program', { day })
}
