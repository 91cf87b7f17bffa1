/** Who and what is there against what is wanted: people on duty, places, seats. Numbers in words beside each bar. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import css from '../operations.module.css'
import { legName } from '../words.ts'

export function Bars({ operation, ready }: { operation: Operation; ready: Readiness }) {
  const t = useT()
  const done = ready.checks.filter(check => check.doneAt).length
  return (
    <Card
      title={t('operations.tab.readiness')}
      note={ready.checks.length > 0 ? t('operations.of', { n: done, of: ready.checks.length }) : undefined}
      side={
        <Link to={`/operations/${operation.id}/readiness`} className="k-link">
          {t('operations.open')}
        </Link>
      }
    >
      <ul className={css.bars}>
        {ready.checks.length > 0 && (
          <Bar label={t('operations.checks')} have={done} of={ready.checks.length} />
        )}
        {ready.roster
          .filter(one => one.wanted > 0)
          .map(one => (
            <Bar key={one.duty} label={t(`operations.duties.${one.duty}`)} have={one.have} of={one.wanted} />
          ))}
        {ready.places.places !== undefined && (
          <Bar label={t('operations.places')} have={ready.places.places} of={ready.places.people}>
            {ready.places.places < ready.places.people && (
              <span className={css.short}>
                {t('operations.noBed', { n: ready.places.people - ready.places.places })}
              </span>
            )}
            {ready.places.others > 0 && (
              <span className="k-dim k-small">{t('operations.alsoComing', { n: ready.places.others })}</span>
            )}
            {ready.places.houses.map(house => (
              <Link key={house.id} to={`/reception/${house.id}`} className="k-link k-small">
                {t('operations.houseFree', { house: house.name, n: house.free, of: house.places })}
              </Link>
            ))}
          </Bar>
        )}
        {ready.seats.map(one => {
          const leg = operation.legs.find(row => row.id === one.legId)
          return leg && one.seats !== undefined ? (
            <Bar
              key={one.legId}
              label={t('operations.seatsOf', { leg: legName(leg) })}
              have={one.seats}
              of={one.people}
            />
          ) : null
        })}
      </ul>
    </Card>
  )
}

/** What is there of what is wanted; more than enough is enough. */
interface BarProps {
  label: string
  have: number
  of: number
  children?: ReactNode
}

function Bar({ label, have, of, children }: BarProps) {
  const t = useT()
  const short = have < of
  return (
    <li className={css.bar}>
      <span>{label}</span>
      <span className={short ? css.short : 'k-num'}>{t('operations.of', { n: Math.min(have, of), of })}</span>
      <meter
        min={0}
        max={Math.max(1, of)}
        value={Math.min(have, of)}
        low={of}
        optimum={of}
        aria-label={label}
      />
      {children}
    </li>
  )
}
