/** Forms on the page of a case: the next one first, what is under way, and the last that were handed in. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { useForms } from './api.ts'
import { BeginDrawer } from './BeginDrawer.tsx'
import { FormRows } from './FormRows.tsx'
import css from './forms.module.css'

/** So many lines on the page of a case; the rest on their own page. */
const shown = 4

export function PersonForms({ personId }: { personId: string }) {
  const may = useMay()
  return may('casework.read') ? <Short personId={personId} /> : null
}

function Short({ personId }: { personId: string }) {
  const t = useT()
  const [beginning, begin] = useState(false)
  const body = useForms(personId).data?.body
  // Whoever reads nothing here and may begin nothing is not told of it.
  if (!body || (body.rows.length === 0 && body.mayBegin.length === 0)) return null
  const drafts = body.rows.filter(row => row.state === 'draft')
  const rows = [...drafts, ...body.rows.filter(row => row.state !== 'draft')].slice(0, shown)
  const next = body.next && body.mayBegin.includes(body.next) ? body.next : undefined
  const waits = next && drafts.some(row => row.step === next)
  return (
    <Card
      flush
      title={t('forms.title')}
      count={body.rows.length}
      side={
        body.mayBegin.length > 0 && (
          <Button variant="subtle" onClick={() => begin(true)}>
            {t('forms.begin')}
          </Button>
        )
      }
      foot={<Link to={`/forms/of/${personId}`}>{t('forms.all')}</Link>}
    >
      {next && !waits && (
        <p className={css.next}>{t('forms.next.text', { form: t(`forms.step.${next}`) })}</p>
      )}
      {rows.length > 0 && <FormRows rows={rows} />}
      <BeginDrawer personId={personId} body={body} opened={beginning} onClose={() => begin(false)} />
    </Card>
  )
}
