/** Where help is needed most, on the landing page: cases by domain and level. Each number opens the list that it counts. */
import { needsToday, type NeedsToday as Today } from '@kerege/contract/assessments/today'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { linkTo } from '../../ui/address.ts'
import { Card } from '../../ui/Card.tsx'
import css from './assessments.module.css'
import { LevelBars } from './LevelBars.tsx'

export function NeedsToday() {
  return useMay()('cases.read') ? <Counted /> : null
}

function Counted() {
  const t = useT()
  const body = useGet(needsToday, {}).data?.body
  if (!body || body.rows.length === 0) return null
  return (
    <Card flush title={t('pressing.title')} note={t(`pressing.of.${body.of}`)}>
      <ul>
        {body.rows.map(row => (
          <li key={row.domain} className={css.pressing}>
            <strong>{t(`needs.${row.domain}`)}</strong>
            <span className={css.pressingCounts}>
              <Count of={body.of} domain={row.domain} level={4} n={row.now} />
              <Count of={body.of} domain={row.domain} level={3} n={row.soon} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface Counting {
  of: Today['of']
  domain: Today['rows'][number]['domain']
  level: 3 | 4
  n: number
}

function Count({ of, domain, level, n }: Counting) {
  const t = useT()
  if (n === 0) return null
  return (
    <span className={css.pressingCount}>
      <LevelBars level={level} />
      <Link {...linkTo(`/cases?of=${of}&need=${domain}&level=${level}`)}>
        {t(level === 4 ? 'pressing.now' : 'pressing.soon', { n })}
      </Link>
    </span>
  )
}
