/** Everybody on the list under their family, whose head row says whether it stays together. Rows on a phone too. */
import type { ListLine, Operation, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { isOnList } from '@kerege/contract/repatriation/operations/states'
import { IconBus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { legsText, lineKind } from '../words.ts'
import css from './people.module.css'

interface Props {
  operation: Operation
  list: PeopleList
  divided: readonly string[]
}

export function FamilyRows({ operation, list, divided }: Props) {
  const t = useT()
  const groups = list.families
    .map(family => ({ family, lines: list.lines.filter(line => line.familyId === family.id) }))
    .filter(group => group.lines.length > 0)
  const single = list.lines.filter(line => line.familyId === undefined)
  // Who refused, or stayed behind, travels with nobody.
  const alone = [
    { id: 'alone', lines: single.filter(line => isOnList(line.state)) },
    { id: 'staying', lines: single.filter(line => !isOnList(line.state)) },
  ] as const
  return (
    <div>
      {groups.map(({ family, lines }) => (
        <section key={family.id} aria-labelledby={`family-${family.id}`}>
          <div className={css.head}>
            <h3 id={`family-${family.id}`}>
              <bdi>{family.name}</bdi>
            </h3>
            <span className="k-dim">
              {t('operations.peopleN', { n: lines.filter(line => isOnList(line.state)).length })}
            </span>
            <Together lines={lines} apart={divided.includes(family.id)} operation={operation} />
          </div>
          <Lines operation={operation} lines={lines} />
        </section>
      ))}
      {alone.map(
        ({ id, lines }) =>
          lines.length > 0 && (
            <section key={id} aria-labelledby={`family-${id}`}>
              <div className={css.head}>
                <h3 id={`family-${id}`}>{t(`operations.${id}`)}</h3>
                <span className="k-dim">{t('operations.peopleN', { n: lines.length })}</span>
              </div>
              <Lines operation={operation} lines={lines} />
            </section>
          ),
      )}
    </div>
  )
}

/** Said only where there are legs on which one could be apart. */
function Together({ lines, apart, operation }: { lines: ListLine[]; apart: boolean; operation: Operation }) {
  const t = useT()
  if (apart) return <StatePill kind="stop">{t('operations.divided')}</StatePill>
  const travel = lines.filter(line => isOnList(line.state))
  if (operation.legs.length === 0 || travel.length < 2 || travel.some(line => line.legs.length === 0))
    return null
  return <StatePill kind="ok">{t('operations.together')}</StatePill>
}

function Lines({ operation, lines }: { operation: Operation; lines: readonly ListLine[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.lines}>
      {lines.map(line => {
        const legs = legsText(line, operation.legs, t)
        return (
          <li key={line.id}>
            <span className={css.bracelet}>{line.bracelet}</span>
            <span className={css.who}>
              <Link to={`/operations/${operation.id}/people/${line.id}`} className="k-link">
                <bdi>{line.name}</bdi>
              </Link>
              {line.otherNames[0] && (
                <bdi className="k-dim k-small" dir="auto">
                  {line.otherNames[0]}
                </bdi>
              )}
            </span>
            <span className={css.age}>{format.age(line.birth)}</span>
            <span className={css.legs}>
              {legs && (
                <>
                  <IconBus size={16} stroke={1.7} aria-hidden="true" /> {legs}
                </>
              )}
            </span>
            <StatePill kind={lineKind[line.state]}>{t(`operations.line.${line.state}`)}</StatePill>
          </li>
        )
      })}
    </ul>
  )
}
