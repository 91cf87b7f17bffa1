/**
 * On the page of a person: which guidance speaks of this age. Found here on the screen, so that no server learns of whom
 * somebody was thinking; it says what may be read, and nothing about the person.
 */
import { listGuidance } from '@kerege/contract/guidance/routes'
import { appliesToAge } from '@kerege/contract/guidance/rules'
import { ageOn } from '@kerege/contract/people/rules'
import type { Person } from '@kerege/contract/people/schema'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import css from './guidance.module.css'
import { Title } from './Title.tsx'

const fewMinutes = 300_000
const shownAtOnce = 3

export function PersonGuidance({ person }: { person: Person }) {
  const t = useT()
  const { today } = useFormat()
  const may = useMay()('guidance.read')
  const query = useGet(
    listGuidance,
    { query: { state: 'in-force', limit: 200 } },
    { enabled: may, freshFor: fewMinutes },
  )
  const age = person.contact ? ageOn(person.contact.birth, today) : null
  // What is for every age says nothing about this one.
  const rows = (query.data?.body.rows ?? []).filter(
    row => (row.ages.from ?? row.ages.to) !== undefined && appliesToAge(row, age),
  )
  if (rows.length === 0) return null
  return (
    <div className={`${css.forAge} k-screen`}>
      <span>{t('guidance.forAge')}:</span>
      <ul style={{ display: 'contents' }}>
        {rows.slice(0, shownAtOnce).map(row => (
          <li key={row.id}>
            <Link to={`/guidance/${row.id}`}>
              <Title text={row.title} />
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > shownAtOnce && <Link to="/guidance">{t('guidance.all')}</Link>}
    </div>
  )
}
