/** On the page of a person: handovers there were, and the way to a new one for who works in reception. */
import { personHandovers } from '@kerege/contract/repatriation/handover/routes'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import css from './handovers.module.css'

export function PersonHandovers({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const reads = may('cases.read') || may('reception.work')
  const query = useGet(personHandovers, { params: { id: person.id } }, { enabled: reads })
  const rows = query.data?.body.rows ?? []
  const mayHand = may('reception.work') && person.writable.includes('contact')
  if (rows.length === 0 && !mayHand) return null
  return (
    <Card
      flush
      title={t('handovers.one')}
      side={
        mayHand && (
          <Button
            variant="subtle"
            component={Link}
            to="/handovers/new"
            search={{ person: person.id } as never}
          >
            {t('handovers.title')}
          </Button>
        )
      }
    >
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/handovers/${row.id}`}>
                {t('handovers.line', { day: format.date(row.on, 'text') })}
              </Link>
              <div className="k-dim">
                {[t(`handovers.to.${row.to}`), row.receiver].filter(Boolean).join(' · ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
