/** One record: what it is, what is known, since when and from whom; and, for who writes here, what can be done with it. */
import type { Entry } from '@kerege/contract/situation/schema'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from '../casework/casework.module.css'
import { roughText } from '../people/kinship/words.ts'
import { factsOf, headOf, notReady } from './words.ts'

export interface RowActs {
  onChange: (one: Entry) => void
  onEnd: (one: Entry) => void
  onHistory: (one: Entry) => void
}

export function EntryRow({ one, acts, children }: { one: Entry; acts: RowActs; children?: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const missing = one.state === 'open' ? notReady(one, t) : undefined
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div className={css.head}>
          <strong dir="auto">{headOf(one, t, format)}</strong>
          {one.state === 'ended' && <StatePill kind="mute">{t('situation.state.ended')}</StatePill>}
        </div>
        <div className={css.text}>
          <Facts facts={factsOf(one, t, format)} />
        </div>
        {missing && <StatePill kind="wait">{missing}</StatePill>}
        {one.outcome && <div dir="auto">{one.outcome}</div>}
        <div className="k-dim k-small">
          {[
            ...(one.since ? [t('situation.sinceDay', { day: roughText(format, one.since) })] : []),
            ...(one.until ? [t('situation.until', { day: roughText(format, one.until) })] : []),
            t(`casework.source.${one.source}`),
            t('situation.byWhom', { name: one.by.name, day: format.date(one.at, 'text') }),
          ].join(' · ')}
        </div>
        <div className={`${css.acts} k-screen`}>
          {one.mayChange && (
            <>
              <Button variant="default" size="xs" onClick={() => acts.onChange(one)}>
                {t('situation.change')}
              </Button>
              <Button variant="default" size="xs" onClick={() => acts.onEnd(one)}>
                {t('situation.end')}
              </Button>
            </>
          )}
          <Button variant="subtle" size="xs" onClick={() => acts.onHistory(one)}>
            {t('situation.history')}
          </Button>
        </div>
        {children}
      </div>
    </li>
  )
}
