/** On a person's journey: what the register of people abroad knows, or the way to write it down. */
import type { Person } from '@kerege/contract/people/schema'
import { openAbroad } from '@kerege/contract/repatriation/register/rules'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './abroad.module.css'
import { usePersonAbroad } from './api.ts'
import { placeText, stateKind } from './words.ts'

export function PersonAbroad({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const open = may('repatriation.read') && person.open.includes('journey')
  const rows = usePersonAbroad(person.id, open).data?.body.rows
  if (!open || !rows) return null
  const mayOpen =
    may('repatriation.register') &&
    person.writable.includes('journey') &&
    rows.every(row => !openAbroad.includes(row.state))
  if (rows.length === 0 && !mayOpen) return null
  return (
    <Card
      flush
      title={t('abroad.title')}
      side={
        mayOpen && (
          <Button variant="subtle" component={Link} to="/abroad/new" search={{ subject: person.id } as never}>
            {t('abroad.believed')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={css.empty}>{t('abroad.noneHere')}</p>
      ) : (
        <ul className={css.rows}>
          {rows.map(row => (
            <li key={row.id}>
              <Link to={`/abroad/${row.id}`}>{placeText(row, t, format) || t('abroad.one')}</Link>
              <StatePill kind={stateKind[row.state]}>{t(`abroad.state.${row.state}`)}</StatePill>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
