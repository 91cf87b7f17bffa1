/** The queue as one sees it: what, since when, why it waits; what was not taken stands first. Nothing leaves it silently. */
import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useOffline } from '../../offline/state.ts'
import { useOnline } from '../../shell/useOnline.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { bring, forget } from './acts.ts'
import { Leaving } from './Leaving.tsx'
import css from './waiting.module.css'
import { WaitingRow } from './WaitingRow.tsx'

export function WaitingPage() {
  const t = useT()
  const format = useFormat()
  const online = useOnline()
  const { leaving } = useSearch({ strict: false }) as { leaving?: boolean }
  const { waiting, lost, others, sending, unable, open, until } = useOffline()
  const first = waiting.filter(one => one.state !== 'waiting')
  const rest = waiting.filter(one => one.state === 'waiting')
  const facts = open
    ? [t('waiting.until', { when: format.date(new Date(until).toISOString(), 'exact') })]
    : []
  return (
    <>
      <PageHead
        title={t('waiting.title')}
        facts={facts}
        acts={
          rest.length > 0 &&
          online && (
            <Button variant="default" loading={sending} onClick={() => void bring()}>
              {t('waiting.sendNow')}
            </Button>
          )
        }
      />
      {leaving && waiting.length > 0 && <Leaving n={waiting.length} />}
      {unable && <Notice kind="stop">{t('waiting.unable')}</Notice>}
      {lost.length > 0 && (
        <Notice
          kind="stop"
          act={
            <Button variant="default" onClick={() => lost.forEach(({ seq }) => void forget(seq))}>
              {t('waiting.lost.drop')}
            </Button>
          }
        >
          {t('waiting.lost', { n: lost.length })}
        </Notice>
      )}
      {others > 0 && <Notice kind="wait">{t('waiting.others', { n: others })}</Notice>}
      {waiting.length === 0 ? (
        <EmptyState title={t('waiting.none')}>{t('waiting.noneText')}</EmptyState>
      ) : (
        <>
          <p className="k-dim">{t('waiting.lead')}</p>
          <Card flush>
            <ol className={css.rows}>
              {[...first, ...rest].map(one => (
                <WaitingRow key={one.seq} one={one} waiting={waiting} />
              ))}
            </ol>
          </Card>
        </>
      )}
    </>
  )
}
