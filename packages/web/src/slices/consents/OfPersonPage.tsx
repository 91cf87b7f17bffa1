/** Everything that was said about sharing what is known of one person, and who was told what. */
import type { Consent, PersonConsents } from '@kerege/contract/consents/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useOfPerson } from './api.ts'
import { ConsentRow } from './ConsentRow.tsx'
import css from './consents.module.css'
import { ComingOfAge } from './PersonSharing.tsx'
import { RecordDrawer } from './RecordDrawer.tsx'
import { RequestsOfPerson } from './requests/RequestsOfPerson.tsx'
import { TellDrawer } from './sharing/TellDrawer.tsx'
import { ToldOfPerson } from './sharing/ToldOfPerson.tsx'
import { WithdrawDrawer } from './WithdrawDrawer.tsx'

export function OfPersonPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useOfPerson(id)}>{({ body }) => <Whole id={id} body={body} />}</Answered>
}

function Whole({ id, body }: { id: string; body: PersonConsents }) {
  const t = useT()
  const [recording, record] = useState(false)
  const [telling, tell] = useState(false)
  return (
    <>
      <PageHead
        title={t('consents.title')}
        eyebrow={
          <Link to={`/people/${id}`}>
            <bdi>{body.person}</bdi>
          </Link>
        }
        facts={[t(`consents.word.${body.word}`), ...(body.assent ? [t('consents.assentToo')] : [])]}
        acts={
          <>
            {body.mayTell && (
              <Button variant="default" onClick={() => tell(true)}>
                {t('consents.tell')}
              </Button>
            )}
            {body.mayRecord && <Button onClick={() => record(true)}>{t('consents.record')}</Button>}
          </>
        }
      />
      <div className="k-stack">
        <Said body={body} />
        <ToldOfPerson personId={id} />
        <RequestsOfPerson personId={id} mayAnswer={body.mayAnswer} />
      </div>
      <RecordDrawer personId={id} body={body} opened={recording} onClose={() => record(false)} />
      <TellDrawer personId={id} opened={telling} onClose={() => tell(false)} />
    </>
  )
}

function Said({ body }: { body: PersonConsents }) {
  const t = useT()
  const [back, takeBack] = useState<Consent>()
  return (
    <Card flush title={t('consents.kind')} note={t('consents.help')}>
      <ComingOfAge body={body} />
      {body.rows.length === 0 ? (
        <p className={css.none}>{t('consents.none')}</p>
      ) : (
        <ul>
          {body.rows.map(row => (
            <ConsentRow
              key={row.id}
              row={row}
              whole
              act={
                body.mayRecord &&
                row.effect === 'in-effect' && (
                  <Button variant="default" onClick={() => takeBack(row)}>
                    {t('consents.withdraw')}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      )}
      <WithdrawDrawer one={back} onClose={() => takeBack(undefined)} />
    </Card>
  )
}
