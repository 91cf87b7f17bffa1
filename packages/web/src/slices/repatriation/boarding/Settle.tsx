/** Where phones said two things of one person: both, with who and when; a person says which holds. Nothing is settled by itself. */
import type { BoardRow } from '@kerege/contract/repatriation/boarding/view'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Said } from './acts.ts'
import css from './boarding.module.css'
import { MarkText } from './RowSheet.tsx'

interface Props {
  rows: readonly BoardRow[]
  arrival: boolean
  onSay: (row: BoardRow, said: Said) => void
}

export function Settle({ rows, arrival, onSay }: Props) {
  const t = useT()
  const open = rows.filter(row => row.verdict === 'contradicted')
  if (open.length === 0) return null
  return (
    <Card stop flush title={t('boarding.settle')}>
      <ul>
        {open.map(row => (
          <li key={row.line.id} className={css.settle}>
            <strong>
              {row.line.bracelet && <span className={css.number}>{row.line.bracelet}</span>}{' '}
              <bdi>{row.line.name}</bdi>
            </strong>
            <ul className={css.marks}>
              {row.heads.map(mark => (
                <li key={mark.id}>
                  <MarkText mark={mark} arrival={arrival} />
                </li>
              ))}
            </ul>
            <div className={css.choices}>
              <Button
                variant="default"
                className={css.tick}
                onClick={() => onSay(row, { what: 'there', how: 'list' })}
              >
                {t(arrival ? 'boarding.didArrive' : 'boarding.didBoard')}
              </Button>
              <Button
                variant="default"
                className={css.tick}
                onClick={() =>
                  onSay(row, {
                    what: 'not-there',
                    how: 'list',
                    reason: row.heads.find(mark => mark.reason)?.reason ?? t('boarding.reason.absent'),
                  })
                }
              >
                {t(arrival ? 'boarding.notArrived' : 'boarding.notBoarded')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
