/** The list by families, over it what has to be settled before it is closed, beside it what is ready. */
import type { Operation, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { usePeopleInParts, useReadiness } from '../api.ts'
import { Bars } from '../readiness/Bars.tsx'
import { Questions } from '../readiness/Questions.tsx'
import { Shell } from '../Shell.tsx'
import { isEnded, isHistory } from '../words.ts'
import { FamilyRows } from './FamilyRows.tsx'
import css from './people.module.css'

export const PeoplePage = () => (
  <Shell tab="people">
    {operation => (isHistory(operation) ? <Past /> : <People operation={operation} />)}
  </Shell>
)

function Past() {
  const t = useT()
  return <Notice kind="info">{t('operations.notCounted')}</Notice>
}

function People({ operation }: { operation: Operation }) {
  const t = useT()
  const ready = useReadiness(operation.id).data?.body
  const people = usePeopleInParts(operation.id)
  const open = operation.may.keep && !isEnded(operation) && operation.list.state === 'open'
  return (
    <div className="k-aside">
      <div className="k-stack">
        {ready && !isEnded(operation) && <Questions operation={operation} ready={ready} />}
        <Answered query={people}>
          {list => (
            <Card
              title={t('operations.byFamily')}
              note={t('operations.peopleN', { n: operation.totals.people })}
              side={
                open && (
                  <span className="k-row">
                    <Button
                      variant="subtle"
                      component={Link}
                      to={`/operations/${operation.id}/imports`}
                      leftSection={<IconFileSpreadsheet size={18} stroke={1.7} />}
                    >
                      {t('manifest.open')}
                    </Button>
                    <Button
                      variant="default"
                      component={Link}
                      to={`/operations/${operation.id}/add`}
                      leftSection={<IconUserPlus size={18} stroke={1.7} />}
                    >
                      {t('operations.add')}
                    </Button>
                  </span>
                )
              }
              flush
            >
              <Body
                operation={operation}
                list={list}
                divided={ready?.divided.map(one => one.familyId) ?? []}
              />
              {people.hasNextPage && (
                <div className={css.more}>
                  <Button
                    variant="default"
                    loading={people.isFetchingNextPage}
                    onClick={() => void people.fetchNextPage()}
                  >
                    {t('ui.list.more')}
                  </Button>
                </div>
              )}
            </Card>
          )}
        </Answered>
      </div>
      <aside className="k-stack" aria-label={t('operations.tab.readiness')}>
        {ready && <Bars operation={operation} ready={ready} />}
      </aside>
    </div>
  )
}

interface BodyProps {
  operation: Operation
  list: PeopleList
  divided: readonly string[]
}

function Body({ operation, list, divided }: BodyProps) {
  const t = useT()
  return (
    <>
      {list.notShown > 0 && <Notice kind="seal">{t('operations.notShown', { n: list.notShown })}</Notice>}
      {list.lines.length === 0 && list.notShown === 0 ? (
        <EmptyState carded={false} title={t('operations.nobody')}>
          {t('operations.nobodyText')}
        </EmptyState>
      ) : (
        <FamilyRows operation={operation} list={list} divided={divided} />
      )}
    </>
  )
}
