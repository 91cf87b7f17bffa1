/** Consent and sharing on the page of a person or a case: what counts today, when it ends, and the way to write an answer down. */
import type { PersonConsents } from '@kerege/contract/consents/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useOfPerson } from './api.ts'
import { ConsentRow } from './ConsentRow.tsx'
import css from './consents.module.css'
import { RecordDrawer } from './RecordDrawer.tsx'
import { TellDrawer } from './sharing/TellDrawer.tsx'

/** Coming of age is told so long before. */
const aheadDays = 180

export function PersonSharing({ personId }: { personId: string }) {
  const may = useMay()
  return may('consents.read') ? <Sharing personId={personId} /> : null
}

function Sharing({ personId }: { personId: string }) {
  const t = useT()
  const [recording, record] = useState(false)
  const [telling, tell] = useState(false)
  const body = useOfPerson(personId).data?.body
  if (!body) return null
  const live = body.rows.filter(row => row.effect === 'in-effect' || row.effect === 'not-yet')
  return (
    <Card
      flush
      title={t('consents.title')}
      count={live.length}
      side={
        body.mayRecord && (
          <Button variant="subtle" onClick={() => record(true)}>
            {t('consents.record')}
          </Button>
        )
      }
      foot={
        <div className="k-row">
          <Link to={`/sharing/of/${personId}`}>{t('consents.see')}</Link>
          {body.mayTell && live.length > 0 && (
            <Button variant="default" onClick={() => tell(true)}>
              {t('consents.tell')}
            </Button>
          )}
        </div>
      }
    >
      <ComingOfAge body={body} />
      {live.length === 0 ? (
        <p className={css.none}>
          {!body.asked && `${t('consents.none')} `}
          {t('consents.help')}
        </p>
      ) : (
        <ul>
          {live.map(row => (
            <ConsentRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      <RecordDrawer personId={personId} body={body} opened={recording} onClose={() => record(false)} />
      <TellDrawer personId={personId} opened={telling} onClose={() => tell(false)} />
    </Card>
  )
}

export function ComingOfAge({ body }: { body: PersonConsents }) {
  const t = useT()
  const format = useFormat()
  if (!body.adultFrom || body.adultFrom > addDays(format.today, aheadDays)) return null
  return (
    <div className={css.notice}>
      <Notice kind="wait">{t('consents.turns', { day: format.date(body.adultFrom, 'text') })}</Notice>
    </div>
  )
}
