/** Needs as somebody found them: each domain with its words, why, and what stood there before. */
import type { NeedDomain } from '@kerege/contract/assessments/needs'
import type { Assessment } from '@kerege/contract/assessments/schema'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './assessments.module.css'
import { Compared } from './Compared.tsx'
import { LevelBars } from './LevelBars.tsx'
import { Change } from './NeedsForm.tsx'

export function NeedsResult({ one }: { one: Assessment }) {
  const t = useT()
  const before = (domain: NeedDomain) => one.previous?.levels.find(row => row.domain === domain)
  return (
    <div className="k-aside">
      <div className="k-stack">
        <Card flush title={t('assessments.result')}>
          <ul>
            {one.levels?.map(row => (
              <li key={row.domain} className={css.need}>
                <div className="k-row">
                  <strong>{t(`needs.${row.domain}`)}</strong>
                  <span className={css.level}>
                    <LevelBars level={row.level} /> {t(`needs.level.${row.level}`)}
                  </span>
                </div>
                <Change before={before(row.domain)} level={row.level} />
                <p>{t(`needs.${row.domain}.${row.level}`)}</p>
                <p className={css.why} dir="auto">
                  {row.reason}
                </p>
              </li>
            ))}
          </ul>
        </Card>
        <Compared one={one} />
      </div>
      <Card title={t('assessments.who')}>
        <p>{t('assessments.whoNeeds')}</p>
      </Card>
    </div>
  )
}
