/** How it came to where it stands: every step with who and why, newest first. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import { Button } from '@mantine/core'
import { listVersions, undoSave } from '@kerege/contract/practices/record/routes'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../practices.module.css'
import { fieldText } from './words.ts'

export function HistoryCard({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  const [saves, showSaves] = useState(false)
  return (
    <Card title={t('practices.history')}>
      <ol className={css.passed}>
        {(practice.steps ?? []).toReversed().map((step, at) => (
          <li key={step.number}>
            <Joint state={at === 0 ? 'here' : 'done'} />
            <div>
              <p>{t(`practices.state.${step.to}`)}</p>
              {step.reason && <p dir="auto">{step.reason}</p>}
              <p className="k-dim k-small">
                {[step.by ?? '', format.date(step.at, 'exact')].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p style={{ marginTop: 14 }}>
        <Link to={`/practices/${practice.id}/review`}>{t('practices.review.read')}</Link>
      </p>
      <div style={{ marginTop: 14 }}>
        {saves ? (
          <Saves practice={practice} />
        ) : (
          <button type="button" className="k-link" onClick={() => showSaves(true)}>
            {t('practices.showSaves')}
          </button>
        )}
      </div>
    </Card>
  )
}

function Saves({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  const rows = useGet(listVersions, { params: { id: practice.id } }).data?.body.rows ?? []
  const undo = useSend(undoSave)
  return (
    <>
      <ol className={css.passed}>
        {rows.slice(0, 20).map((row, at) => (
          <li key={row.version}>
            <Joint state={at === 0 ? 'here' : 'done'} />
            <div>
              <p>
                {row.fields.includes('*')
                  ? t('practices.begun')
                  : format.list(row.fields.map(field => fieldText(field, t)))}
              </p>
              <p className="k-dim k-small">
                <bdi>{row.by}</bdi> · {format.date(row.at, 'exact')}
              </p>
              {at === 0 && row.version > 1 && practice.mayChange && (
                <Button
                  variant="subtle"
                  loading={undo.isPending}
                  onClick={() =>
                    undo.mutate({ input: { params: { id: practice.id }, body: { version: row.version } } })
                  }
                >
                  {t('practices.undo')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {undo.error && <Notice kind="stop">{problemText(undo.error, 'practices')}</Notice>}
    </>
  )
}
