/** The head of one operation over each of its tabs: name, numbers, where it stands, and what one can do next. */
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useOperation } from './api.ts'
import { ListActs } from './ListActs.tsx'
import css from './operations.module.css'
import { StepActs } from './StepActs.tsx'
import { course, isEnded, isHistory, numbersOf, operationKind } from './words.ts'

const tabs = ['people', 'legs', 'readiness', 'versions', 'summary'] as const
export type TabId = (typeof tabs)[number]

export function Shell({ tab, children }: { tab: TabId; children: (operation: Operation) => ReactNode }) {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useOperation(id)}>
      {({ body }) => (
        <>
          <Head operation={body} />
          <OperationTabs operation={body} tab={tab} />
          {children(body)}
        </>
      )}
    </Answered>
  )
}

function Head({ operation }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  const past = isHistory(operation)
  return (
    <>
      <PageHead
        title={t('operations.one')}
        shown={<bdi>{operation.name}</bdi>}
        eyebrow={<Link to="/operations">{t('operations.title')}</Link>}
        facts={[
          <StatePill key="state" kind={operationKind[operation.state]}>
            {t(`operations.state.${operation.state}`)}
          </StatePill>,
          ...(past
            ? []
            : [
                <span key="list" className="k-dim">
                  {t(`operations.version.${operation.list.state}`, { n: operation.list.number })}
                </span>,
              ]),
          ...(operation.plannedFrom
            ? [<span key="when">{format.date(operation.plannedFrom, 'text')}</span>]
            : []),
          <StatePill key="seal" kind="seal">
            {t('operations.sealed')}
          </StatePill>,
        ]}
        acts={
          <>
            {operation.may.lead && !isEnded(operation) && (
              <div className={css.freeze}>
                <Button
                  variant="default"
                  component={Link}
                  to={`/operations/${operation.id}/edit`}
                  leftSection={<IconPencil size={18} stroke={1.7} />}
                >
                  {t('operations.plan')}
                </Button>
              </div>
            )}
            <ListActs operation={operation} />
          </>
        }
      />
      {!past && <Standing operation={operation} />}
    </>
  )
}

function OperationTabs({ operation, tab }: { operation: Operation; tab: TabId }) {
  const t = useT()
  const at = `/operations/${operation.id}`
  return (
    <Tabs
      label={t('operations.parts')}
      here={tab}
      tabs={(isHistory(operation) ? (['summary'] as const) : tabs).map(id => ({
        id,
        label: t(`operations.tab.${id}`),
        href: id === 'people' ? at : `${at}/${id}`,
      }))}
    />
  )
}

/** How many there are, where it stands, and what can follow. */
function Standing({ operation }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush>
      <ul className={css.numbers}>
        {numbersOf(operation.totals, t).map(([n, word]) => (
          <li key={word}>
            <strong className="k-num">{format.number(n)}</strong>
            <span className="k-dim">{word}</span>
          </li>
        ))}
      </ul>
      {operation.state !== 'called-off' && (
        <div className={css.course}>
          <Steps
            label={t('operations.course')}
            here={operation.state}
            steps={course.map(id => ({ id, word: t(`operations.state.${id}`) }))}
          />
        </div>
      )}
      <StepActs operation={operation} />
    </Card>
  )
}
