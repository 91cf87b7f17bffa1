/** What authorities ask in writing about one person, for those who hear of it. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../consents.module.css'
import { useRequestsOf } from './api.ts'
import { RequestDrawer } from './RequestDrawer.tsx'
import { RequestState } from './RequestState.tsx'

export function RequestsOfPerson({ personId, mayAnswer }: { personId: string; mayAnswer: boolean }) {
  const t = useT()
  const format = useFormat()
  const [recording, record] = useState(false)
  const rows = useRequestsOf(personId).data?.body.rows ?? []
  if (rows.length === 0 && !mayAnswer) return null
  return (
    <Card
      flush
      title={t('consents.of.requests')}
      side={
        mayAnswer && (
          <Button variant="subtle" onClick={() => record(true)}>
            {t('consents.request.record')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={css.none}>{t('consents.request.none')}</p>
      ) : (
        <ul>
          {rows.map(row => (
            <li key={row.id} className={css.row}>
              <div className={css.words}>
                <Link to={`/sharing/requests/${row.id}`}>{row.contact.organisation}</Link>
                <div className="k-dim k-small">
                  {[row.paper, `${t('consents.request.due')}: ${format.date(row.due)}`].join(' · ')}
                </div>
              </div>
              <div className={css.side}>
                <RequestState row={row} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <RequestDrawer personId={personId} opened={recording} onClose={() => record(false)} />
    </Card>
  )
}
