/** What each source says, side by side. Where they disagree nothing is averaged and nobody is right by default. */
import { addReport } from '@kerege/contract/council/routes'
import type { Session, SessionReport } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import css from '../council.module.css'

export function Reports({ session }: { session: Session }) {
  const t = useT()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const { reports, differ } = session
  return (
    <Card
      title={t('council.reports')}
      note={differ.length > 0 ? t('council.differ') : undefined}
      side={
        may('council.prepare') && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('council.report.add')}
          </Button>
        )
      }
    >
      {reports.length === 0 ? (
        <p className="k-dim">{t('council.reports.none')}</p>
      ) : (
        <table className={css.reports}>
          <thead>
            <tr>
              <th scope="col">{t('council.source')}</th>
              <th scope="col">{t('council.calledBy')}</th>
              <th scope="col">{t('council.counted')}</th>
              <th scope="col">{t('council.when')}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map(report => (
              <Row key={report.id} report={report} differ={differ} />
            ))}
          </tbody>
        </table>
      )}
      <Drawer opened={adding} onClose={() => setAdding(false)} title={t('council.report.add')}>
        <ReportForm sessionId={session.id} onDone={() => setAdding(false)} />
      </Drawer>
    </Card>
  )
}

// Sources speak in their own words, most of them in English: what they say is quoted, never translated.
function Row({ report, differ }: { report: SessionReport; differ: Session['differ'] }) {
  const t = useT()
  const mark = (what: Session['differ'][number]) => (differ.includes(what) ? (css.differs ?? '') : '')
  return (
    <tr>
      <th scope="row" lang="en">
        {report.sourceUrl ? (
          <a href={report.sourceUrl} rel="noreferrer" target="_blank">
            {report.source}
          </a>
        ) : (
          report.source
        )}
      </th>
      <td lang="en" data-label={t('council.calledBy')} className={mark('number')}>
        {[report.numberSaid, report.title].filter(Boolean).join(': ') || '–'}
        {report.note && <div className="k-dim k-small">{report.note}</div>}
      </td>
      <td lang="en" data-label={t('council.counted')} className={mark('participants')}>
        {report.participants ?? '–'}
      </td>
      <td lang="en" data-label={t('council.when')} className={mark('dates')}>
        {report.dates ?? '–'}
      </td>
    </tr>
  )
}

function ReportForm({ sessionId, onDone }: { sessionId: string; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `council.report.${sessionId}`,
    schema: bodyOf(addReport),
    initial,
    send: (body, options) => send(addReport, { params: { id: sessionId }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.report.add')}>
      <TextField at="/source" label={t('council.source')} hint={t('council.sourceHint')} maxLength={200} />
      <TextField at="/sourceUrl" label={t('council.sourceUrl')} optional maxLength={1000} />
      <TextField at="/title" label={t('council.report.title')} optional maxLength={500} />
      <TextField at="/numberSaid" label={t('council.report.number')} optional maxLength={200} />
      <TextField
        at="/participants"
        label={t('council.counted')}
        hint={t('council.countedHint')}
        optional
        maxLength={200}
      />
      <TextField at="/dates" label={t('council.when')} optional maxLength={100} />
      <TextField at="/note" label={t('council.note')} optional maxLength={1000} rows={2} />
    </Form>
  )
}
