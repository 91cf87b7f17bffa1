/** Referrals on the landing page: what came back, what nobody answered, where the family has the last word; and what is asked of me. */
import { listAsked, referralsToday } from '@kerege/contract/referrals/routes'
import type { ReferralRow } from '@kerege/contract/referrals/schema'
import { IconArrowBackUp, IconClockExclamation, IconInbox } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { standOf } from './words.ts'

export function useReferralNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(referralsToday, {})
  const body = query.data?.body
  const needOf = (row: ReferralRow): Need => {
    const { kind, text } = standOf(row, format.today, t)
    const name = format.text(row.service.name).text
    return {
      id: `referral.${row.id}`,
      who: <bdi>{row.person}</bdi>,
      state: <StatePill kind={kind}>{text}</StatePill>,
      why: row.receiverGone
        ? `${name} · ${t('referrals.receiver.gone')}`
        : row.state === 'delivered'
          ? `${name} · ${t('referrals.need.ask')}`
          : [name, row.why].filter(Boolean).join(' · '),
      act: { href: `/referrals/${row.id}`, label: t('referrals.open') },
      since: row.unanswered ? row.answerBy : row.updatedAt,
    }
  }
  const back = body?.back ?? []
  const unanswered = body?.unanswered ?? []
  const seen = new Set([...back, ...unanswered].map(row => row.id))
  const ask = (body?.ask ?? []).filter(row => !seen.has(row.id))
  const tallies: Tally[] = []
  if (back.length > 0) {
    tallies.push({
      id: 'referrals.back',
      count: back.length,
      label: t('referrals.tally.back'),
      icon: IconArrowBackUp,
      href: '/referrals?show=back',
      tone: 'stop',
    })
  }
  if (unanswered.length > 0) {
    tallies.push({
      id: 'referrals.unanswered',
      count: unanswered.length,
      label: t('referrals.tally.unanswered'),
      icon: IconClockExclamation,
      href: '/referrals?show=unanswered',
      tone: 'wait',
    })
  }
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: [...back, ...unanswered, ...ask].map(needOf),
    others: [],
    tallies,
  }
}

export function useAskedNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(listAsked, { query: { limit: 50 } })
  const rows = (query.data?.body.rows ?? []).filter(row => row.state === 'sent' || row.state === 'seen')
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: rows.map(
      (row): Need => ({
        id: `asked.${row.id}`,
        who: row.from.name,
        state: (
          <StatePill kind={row.late ? 'wait' : 'info'}>
            {row.late ? t('referrals.unanswered') : t('referrals.need.asked')}
          </StatePill>
        ),
        why: format.text(row.service).text,
        act: { href: `/asked/${row.id}`, label: t('referrals.open') },
        since: row.sentAt,
      }),
    ),
    others: [],
    tallies:
      rows.length > 0
        ? [
            {
              id: 'referrals.asked',
              count: rows.length,
              label: t('referrals.tally.asked'),
              icon: IconInbox,
              href: '/asked',
              tone: 'wait',
            },
          ]
        : [],
  }
}
