/** What was said here of using a practice. A coordinator stands by a report, and says whether the hub is told. */
import { confirmUse } from '@kerege/contract/exchange/routes'
import type { HeldPractice, UseReport } from '@kerege/contract/exchange/schema'
import { Button } from '@mantine/core'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { UsedInPlans } from '../plans/UsedInPlans.tsx'
import css from './exchange.module.css'
import { UsedPill } from './words.tsx'

export function Uses({ practice: { id, reports } }: { practice: HeldPractice }) {
  const t = useT()
  return (
    <Card title={t('exchange.used')}>
      <UsedInPlans id={id} />
      {reports.length === 0 ? (
        <p className="k-dim">{t('exchange.used.none')}</p>
      ) : (
        <ol className={css.uses}>
          {reports.map(report => (
            <li key={report.id}>
              <One report={report} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function One({ report }: { report: UseReport }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('guidance.confirm')
  return (
    <>
      <UsedPill state={report.state} />
      {report.words && (
        <p dir="auto" lang={report.language} className={css.words}>
          {report.words}
        </p>
      )}
      <p className="k-dim k-small">
        <bdi>{report.by}</bdi> · {format.date(report.at, 'exact')} · {t(`exchange.told.${report.told}`)}
      </p>
      {may && (report.told === 'draft' || report.told === 'kept') && <Confirming report={report} />}
    </>
  )
}

function Confirming({ report }: { report: UseReport }) {
  const t = useT()
  const sending = useSend(confirmUse)
  const confirm = (share: boolean) =>
    sending.mutate({ input: { params: { id: report.id }, body: { share } } })
  return (
    <>
      <p className="k-small">{t('exchange.used.tellText')}</p>
      <div className={css.acts}>
        <Button size="sm" loading={sending.isPending} onClick={() => confirm(true)}>
          {t('exchange.used.tell')}
        </Button>
        {report.told === 'draft' && (
          <Button size="sm" variant="default" loading={sending.isPending} onClick={() => confirm(false)}>
            {t('exchange.used.confirm')}
          </Button>
        )}
      </div>
      {sending.isError && (
        <Notice kind="stop" live>
          {problemText(sending.error, 'exchange')}
        </Notice>
      )}
    </>
  )
}
