/**
 * For planning: how many of each sex and age group stand where. On paper small numbers are not told, since a sheet
 * of paper goes where the rights of a screen do not reach.
 */
import { ageGroups } from '@kerege/contract/repatriation/operations/rules'
import { type AbroadState, abroadStates } from '@kerege/contract/repatriation/register/rules'
import type { AbroadCounts } from '@kerege/contract/repatriation/register/schema'
import { sexes } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './abroad.module.css'
import { useCounts } from './api.ts'

/** Fewer than this are written as "fewer than 5" on paper. */
const toldOnPaper = 5

export function CountsPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('abroad.numbers')}
        eyebrow={<Link to="/abroad">{t('abroad.title')}</Link>}
        facts={[t('abroad.numbersText')]}
        acts={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} />}
            onClick={() => window.print()}
          >
            {t('abroad.print')}
          </Button>
        }
      />
      <Answered query={useCounts()} rows={8}>
        {({ body }) => <Counts counts={body} />}
      </Answered>
    </>
  )
}

function Counts({ counts }: { counts: AbroadCounts }) {
  const t = useT()
  const states = abroadStates.filter(state => counts.cells.some(cell => cell.state === state))
  if (states.length === 0) return <Card>{t('abroad.none')}</Card>
  return (
    <div className="k-stack">
      {states.map(state => (
        <StateTable key={state} state={state} counts={counts} />
      ))}
    </div>
  )
}

function StateTable({ state, counts }: { state: AbroadState; counts: AbroadCounts }) {
  const t = useT()
  const cells = counts.cells.filter(cell => cell.state === state)
  const shownSexes = sexes.filter(sex => cells.some(cell => cell.sex === sex))
  const groups = ageGroups.filter(group => cells.some(cell => cell.ageGroup === group))
  const sum = (some: typeof cells) => some.reduce((total, cell) => total + cell.count, 0)
  return (
    <Card flush title={t(`abroad.state.${state}`)}>
      {/* A wide table is moved by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus */}
      <div className={css.scroll} tabIndex={0}>
        <table className={css.counts}>
          <thead>
            <tr>
              <th scope="col">{t('abroad.age')}</th>
              {shownSexes.map(sex => (
                <th key={sex} scope="col">
                  {t(`abroad.sex.${sex}`)}
                </th>
              ))}
              <th scope="col">{t('abroad.total')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(group => {
              const row = cells.filter(cell => cell.ageGroup === group)
              return (
                <tr key={group}>
                  <th scope="row">{group === 'unknown' ? t('abroad.age.unknown') : group}</th>
                  {shownSexes.map(sex => (
                    <td key={sex}>
                      <Few n={sum(row.filter(cell => cell.sex === sex))} />
                    </td>
                  ))}
                  <td>
                    <Few n={sum(row)} />
                  </td>
                </tr>
              )
            })}
            <tr className={css.sum}>
              <th scope="row">{t('abroad.total')}</th>
              {shownSexes.map(sex => (
                <td key={sex}>
                  <Few n={sum(cells.filter(cell => cell.sex === sex))} />
                </td>
              ))}
              <td>
                <Few n={sum(cells)} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** On the screen the number; on paper small ones stay untold, and so do sums that would give them away. */
function Few({ n }: { n: number }) {
  const t = useT()
  const format = useFormat()
  if (n === 0) return <>{format.number(0)}</>
  return (
    <>
      <span className="k-screen">{format.number(n)}</span>
      <span className={css.paper}>
        {n < toldOnPaper ? t('abroad.few') : t('abroad.rounded', { n: Math.round(n / 5) * 5 })}
      </span>
    </>
  )
}
