/** What stands in the way of a person, on the page of their case: the longest first, each opening what was done about it. */
import type { ObstacleRow } from '@kerege/contract/casework/obstacles'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { usePersonObstacles } from '../api.ts'
import css from '../casework.module.css'
import { OpenObstacleDrawer } from './OpenObstacleDrawer.tsx'
import { deskText, stateOf } from './words.ts'

export function PersonObstacles({ personId }: { personId: string }) {
  const may = useMay()
  return may('cases.read') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const t = useT()
  const [opening, open] = useState(false)
  const body = usePersonObstacles(personId).data?.body
  if (!body || (body.rows.length === 0 && !body.mayOpen)) return null
  return (
    <Card
      flush
      title={t('casework.obstacles')}
      side={
        body.mayOpen && (
          <Button variant="subtle" onClick={() => open(true)}>
            {t('casework.obstacles.add')}
          </Button>
        )
      }
    >
      {body.rows.length === 0 && <p className={css.none}>{t('casework.obstacles.none')}</p>}
      <ul className={css.line}>
        {body.rows.map(row => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <OpenObstacleDrawer personId={personId} opened={opening} onClose={() => open(false)} />
    </Card>
  )
}

function Row({ row }: { row: ObstacleRow }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = stateOf(row, today, t)
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div className={css.head}>
          <Link to={`/obstacles/${row.id}`}>{t(`casework.obstacles.kind.${row.kind}`)}</Link>
          <StatePill kind={kind}>{text}</StatePill>
        </div>
        <div className="k-dim">
          <bdi>{deskText(row, t)}</bdi>
        </div>
      </div>
    </li>
  )
}
