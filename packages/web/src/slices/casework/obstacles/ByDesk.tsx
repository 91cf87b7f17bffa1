/** What blocks families, by kind and desk: how many, how long, how many too long. Each number opens the list that it counts. */
import { obstacleAges } from '@kerege/contract/casework/obstacles'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { linkTo } from '../../../ui/address.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useByDesk } from '../api.ts'
import css from '../casework.module.css'

export function ByDesk() {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useByDesk()}>
      {({ body }) =>
        body.rows.length === 0 ? (
          <EmptyState title={t('casework.obstacles.none')}>{t('casework.obstacles.noneText')}</EmptyState>
        ) : (
          <Card flush title={t('casework.obstacles.of.desks')} note={t('casework.obstacles.families')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
            <section className={css.desks} aria-label={t('casework.obstacles.of.desks')} tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('casework.obstacles.kind')}</th>
                    <th scope="col">{t('casework.obstacles.desk')}</th>
                    <th scope="col" className={css.number}>
                      {t('casework.obstacles.families')}
                    </th>
                    {obstacleAges.map(age => (
                      <th key={age} scope="col" className={css.number}>
                        {t(`casework.obstacles.age.${age}`)}
                      </th>
                    ))}
                    <th scope="col" className={css.number}>
                      {t('casework.obstacles.late')}
                    </th>
                    <th scope="col" className={css.number}>
                      {t('casework.obstacles.longest')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {body.rows.map(row => {
                    const list = `/obstacles?of=all&kind=${row.kind}&desk=${row.desk}`
                    const number = (n: number, more = '') =>
                      n === 0 ? (
                        <span className="k-dim">0</span>
                      ) : (
                        <Link {...linkTo(list + more)}>{format.number(n)}</Link>
                      )
                    return (
                      <tr key={`${row.kind} ${row.desk}`}>
                        <td>{t(`casework.obstacles.kind.${row.kind}`)}</td>
                        <td>{t(`casework.obstacles.desk.${row.desk}`)}</td>
                        <td className={css.number}>{number(row.families)}</td>
                        {obstacleAges.map(age => (
                          <td key={age} className={css.number}>
                            {number(row.byAge[age], `&age=${age}`)}
                          </td>
                        ))}
                        <td className={css.number}>{number(row.late, '&late=yes')}</td>
                        <td className={css.number}>{t('casework.obstacles.days', { n: row.longest })}</td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </section>
          </Card>
        )
      }
    </Answered>
  )
}
