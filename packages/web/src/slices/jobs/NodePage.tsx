/** How the node stands, for those who keep it running: what is wrong first. The sentences come from the node, the same that its command says. */
import { type Finding, getHealth, type Verdict } from '@kerege/contract/jobs/health'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'
import css from './jobs.module.css'

const kinds: Readonly<Record<Verdict, StateKind>> = { wrong: 'stop', attention: 'wait', ok: 'ok' }
const order: readonly Verdict[] = ['wrong', 'attention', 'ok']

export function NodePage() {
  const t = useT()
  const format = useFormat()
  const query = useGet(getHealth, {}, { freshFor: 0 })
  return (
    <>
      <PageHead
        title={t('jobs.node.title')}
        facts={[t('jobs.node.text')]}
        acts={
          <Button
            variant="default"
            loading={query.isFetching && !query.isPending}
            leftSection={<IconRefresh size={18} stroke={1.7} />}
            onClick={() => void query.refetch()}
          >
            {t('jobs.node.again')}
          </Button>
        }
      />
      <Answered query={query}>
        {({ body: { at, findings } }) => (
          <>
            {findings.every(({ verdict }) => verdict === 'ok') && (
              <EmptyState title={t('jobs.node.well')}>{t('jobs.node.wellText')}</EmptyState>
            )}
            <Card flush title={t('jobs.node.looked', { when: format.date(at, 'exact') })}>
              <ul>
                {order
                  .flatMap(verdict => findings.filter(one => one.verdict === verdict))
                  .map(finding => (
                    <Row key={finding.code} finding={finding} />
                  ))}
              </ul>
            </Card>
          </>
        )}
      </Answered>
    </>
  )
}

function Row({ finding: { verdict, text } }: { finding: Finding }) {
  const t = useT()
  return (
    <li className={css.row}>
      <span className={css.words}>{text}</span>
      <StatePill kind={kinds[verdict]}>{t(`jobs.node.verdict.${verdict}`)}</StatePill>
    </li>
  )
}
