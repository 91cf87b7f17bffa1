/** Queues of the node with what waits, runs and failed, and the work that was given up, each with a retry. */
import { listJobs, retryJob } from '@kerege/contract/jobs/routes'
import type { JobsView } from '@kerege/contract/jobs/schema'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useGet, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import css from './jobs.module.css'
import { workText } from './words.ts'

export function JobsPage() {
  const t = useT()
  const query = useGet(listJobs, {}, { freshFor: 0 })
  return (
    <>
      <PageHead
        title={t('jobs.title')}
        facts={[t('jobs.text')]}
        acts={
          <Button
            variant="default"
            loading={query.isFetching && !query.isPending}
            leftSection={<IconRefresh size={18} stroke={1.7} />}
            onClick={() => void query.refetch()}
          >
            {t('jobs.again')}
          </Button>
        }
      />
      <Answered query={query}>
        {({ body }) => (
          <>
            {!body.running && <Notice kind="info">{t('jobs.elsewhere')}</Notice>}
            <GivenUp rows={body.deadLetters} />
            <Queues rows={body.queues} />
          </>
        )}
      </Answered>
    </>
  )
}

function GivenUp({ rows }: { rows: JobsView['deadLetters'] }) {
  const t = useT()
  const format = useFormat()
  const retry = useSend(retryJob)
  if (rows.length === 0) return <EmptyState title={t('jobs.none')}>{t('jobs.noneText')}</EmptyState>
  return (
    <Card flush title={t('jobs.givenUp')} note={t('jobs.givenUpNote')}>
      {retry.isError && (
        <Notice kind="stop" live>
          {problemText(retry.error, 'jobs')}
        </Notice>
      )}
      <ul>
        {rows.map(row => (
          <li key={row.id} className={css.row}>
            <div className={css.words}>
              <strong>{workText(row.name, t)}</strong>
              <div className="k-dim">
                {t('jobs.when', { when: format.date(row.at, 'exact'), code: row.code })}
              </div>
            </div>
            <Button
              variant="default"
              aria-label={t('jobs.retryOf', { work: workText(row.name, t) })}
              loading={retry.isPending && retry.variables.input.params.id === row.id}
              onClick={() =>
                retry.mutate(
                  { input: { params: { id: row.id } } },
                  { onSuccess: () => toast(t('jobs.retried')) },
                )
              }
            >
              {t('jobs.retry')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Queues({ rows }: { rows: JobsView['queues'] }) {
  const t = useT()
  const format = useFormat()
  const counts = ['waiting', 'active', 'failed'] as const
  return (
    <Card flush title={t('jobs.queues')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.queue')}</th>
            {counts.map(count => (
              <th key={count} scope="col" className={css.number}>
                {t(`jobs.count.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{workText(row.name, t)}</th>
              {counts.map(count => (
                <td key={count} className={css.number} data-label={t(`jobs.count.${count}`)}>
                  <span className={count === 'failed' && row.failed > 0 ? css.failed : ''}>
                    {format.number(row[count])}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
