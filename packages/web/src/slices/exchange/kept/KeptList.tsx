/** All practices on this device, the latest changed first. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Title } from '../../guidance/Title.tsx'
import css from '../exchange.module.css'
import { HeldPill } from '../words.tsx'
import { useAllKept } from './useKept.ts'

export function KeptList() {
  const t = useT()
  const format = useFormat()
  const { data } = useAllKept()
  if (!data) return null
  const at = data.state.at > 0 ? new Date(data.state.at).toISOString() : undefined
  return (
    <>
      <PageHead
        title={t('exchange.kept')}
        facts={at === undefined ? [] : [t('exchange.kept.at', { when: format.date(at, 'exact') })]}
      />
      {data.rows.length === 0 ? (
        <p className="k-dim">{t('exchange.none')}</p>
      ) : (
        <Card>
          <ul className={css.keptList}>
            {data.rows.map(row => (
              <li key={row.id}>
                <Link to={`/exchange/practices/${row.id}`}>
                  <Title text={row.title} />
                </Link>
                <div className="k-dim k-small">
                  {row.symbol} {row.state !== 'published' && <HeldPill state={row.state} />}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
