/** All forms of one person: the next one first, what is under way, and what was handed in. */
import type { PersonForms } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useForms } from './api.ts'
import { BeginDrawer } from './BeginDrawer.tsx'
import { FormRows } from './FormRows.tsx'
import css from './forms.module.css'

export function OfPersonPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useForms(id)}>{({ body }) => <Whole id={id} body={body} />}</Answered>
}

function Whole({ id, body }: { id: string; body: PersonForms }) {
  const t = useT()
  const [beginning, begin] = useState(false)
  const drafts = body.rows.filter(row => row.state === 'draft')
  const handed = body.rows.filter(row => row.state !== 'draft')
  const next = body.next && body.mayBegin.includes(body.next) ? body.next : undefined
  const waiting = drafts.find(row => row.step === next)
  return (
    <>
      <PageHead
        title={t('forms.title')}
        eyebrow={
          <Link to={`/people/${id}`}>
            <bdi>{body.person}</bdi>
          </Link>
        }
        acts={body.mayBegin.length > 0 && <Button onClick={() => begin(true)}>{t('forms.begin')}</Button>}
      />
      <div className="k-stack">
        {next && (
          <Notice
            kind="info"
            act={
              waiting && (
                <Button variant="default" component={Link} to={`/forms/${waiting.id}`}>
                  {t('forms.continue')}
                </Button>
              )
            }
          >
            {t('forms.next.text', { form: t(`forms.step.${next}`) })}
          </Notice>
        )}
        {drafts.length > 0 && (
          <Card flush title={t('forms.drafts')}>
            <FormRows rows={drafts} />
          </Card>
        )}
        <Card flush title={t('forms.handed')}>
          {handed.length > 0 ? <FormRows rows={handed} /> : <p className={css.next}>{t('forms.none')}</p>}
        </Card>
      </div>
      <BeginDrawer personId={id} body={body} opened={beginning} onClose={() => begin(false)} />
    </>
  )
}
