/** What needs me, why, and one button. Every slice may bring rows; this page only puts the longest wait first. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { frames } from '../frames.ts'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { linkTo } from '../ui/address.ts'
import { Refused } from '../ui/Answered.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadingShape } from '../ui/LoadingShape.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NeedRow } from './NeedRow.tsx'
import { useMay, useSession } from './session.ts'
import type { Tally } from './slice.ts'
import css from './today.module.css'
import { useAllNeeds } from './useAllNeeds.ts'

const shownAtFirst = 5

export function TodayPage() {
  const t = useT()
  const format = useFormat()
  const { account } = useSession()
  const needs = useAllNeeds()
  const may = useMay()
  const parts = frames.flatMap(frame => frame.todayParts ?? []).filter(({ verb }) => may(verb))
  const [all, showAll] = useState(false)
  const hour = Number(format.time(new Date().toISOString()).slice(0, 2))
  const part = hour < 5 || hour >= 17 ? 'evening' : hour < 12 ? 'morning' : 'day'
  // People here are greeted by the given name, which stands last or alone in "Сәрсен Айнұр".
  const greeting = t(`shell.greeting.${part}`, { name: account.name })
  const day = format.date(format.today, 'text')
  const shown = all ? needs.mine : needs.mine.slice(0, shownAtFirst)
  const hidden = needs.mine.length - shown.length
  return (
    <>
      <PageHead
        title={t('shell.today')}
        shown={greeting}
        facts={[
          needs.pending
            ? t('shell.today.day', { day })
            : t('shell.today.summary', { day, n: needs.mine.length }),
        ]}
      />
      <Tallies tallies={needs.tallies.filter(one => one.tone !== undefined)} />
      {needs.pending && <LoadingShape rows={6} />}
      {needs.error !== undefined && <Refused error={needs.error} />}
      {!needs.pending && needs.mine.length === 0 && needs.error === undefined && (
        <EmptyState title={t('shell.today.none')}>{t('shell.today.noneText')}</EmptyState>
      )}
      {needs.mine.length > 0 && (
        <Card
          flush
          title={t('shell.today.mine')}
          note={t('shell.today.longest')}
          foot={
            hidden > 0 && (
              <button type="button" className="k-link" onClick={() => showAll(true)}>
                {t('shell.today.more', { n: hidden })}
              </button>
            )
          }
        >
          <ul>
            {shown.map((need, at) => (
              <NeedRow key={need.id} need={need} first={at === 0} />
            ))}
          </ul>
        </Card>
      )}
      {/* What is only counted waits below: on a phone it would push down what asks for somebody. */}
      <Tallies tallies={needs.tallies.filter(one => one.tone === undefined)} />
      {parts.map(({ id, Part }) => (
        <Part key={id} />
      ))}
      {needs.others.length > 0 && (
        <Card flush title={t('shell.today.others')} note={t('shell.today.othersNote')}>
          <ul>
            {needs.others.map(need => (
              <NeedRow key={need.id} need={need} first={false} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** Counts, each opening the list that it counts. */
function Tallies({ tallies }: { tallies: readonly Tally[] }) {
  const format = useFormat()
  if (tallies.length === 0) return null
  return (
    <ul className={css.tallies}>
      {tallies.map(({ id, count, label, href, icon: Icon, tone }) => (
        <li key={id} className={count === 0 ? css.nothing : ''}>
          <Link {...linkTo(href)} className={css.tally}>
            <strong className={tone && count > 0 ? css[tone] : ''}>{format.number(count)}</strong>
            <span>{label}</span>
            <Icon size={20} stroke={1.7} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
