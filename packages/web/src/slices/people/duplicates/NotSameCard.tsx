/** On a person's page: who looks like them and was said to be another, by whom, when and why; and the way back. */
import { listNotSame, takeBackNotSame } from '@kerege/contract/people/routes'
import type { NotSame, Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { Spelling } from '../Spelling.tsx'
import css from './duplicates.module.css'

/** Nothing where nothing was said: most records have no double. */
export function NotSameCard({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const rows = useGet(listNotSame, { params: { id: person.id } }).data?.body.rows ?? []
  const [taking, take] = useState<NotSame>()
  const send = useSend(takeBackNotSame)
  if (rows.length === 0) return null
  return (
    <Card title={t('people.notSame')}>
      <ul className={css.apart}>
        {rows.map(row => (
          <li key={row.personId}>
            <Link to={`/people/${row.personId}`}>
              <Spelling text={row.label} />
            </Link>
            <p className="k-dim k-small">
              {t('people.notSame.said', { who: row.saidBy, when: format.date(row.saidAt) })}
            </p>
            {row.reason && <p dir="auto">{row.reason}</p>}
            {may('people.register') && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${t('people.notSame.takeBack')}: ${row.label}`}
                onClick={() => take(row)}
              >
                {t('people.notSame.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {taking && (
        <ReasonDialog
          opened
          grave={false}
          slice="people"
          onClose={() => take(undefined)}
          title={t('people.notSame.title')}
          consequence={t('people.notSame.text', { name: taking.label })}
          keep={t('people.notSame.keep')}
          act={t('people.notSame.takeBack')}
          onAct={async reason => {
            const params = { id: person.id, otherId: taking.personId }
            await send.mutateAsync({ input: { params, body: { reason } } })
            toast(t('people.notSame.done'))
          }}
        />
      )}
    </Card>
  )
}
