/**
 * Who was found. On a phone each with all that speaks for and against; on a desk a short list, and beside it the one
 * that was chosen: arrows move, Enter opens. Everything shown came with the search: looking asks nothing more.
 */
import type { FoundPerson } from '@kerege/contract/people/schema'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Joints } from '../../../ui/Joint.tsx'
import { gradeOf } from '../likeness.ts'
import css from '../people.module.css'
import { Spelling } from '../Spelling.tsx'
import { Preview } from './Preview.tsx'
import { Result } from './Result.tsx'
import own from './search.module.css'

interface Props {
  rows: readonly FoundPerson[]
  list: RefObject<HTMLUListElement | null>
  /** Where the arrows go from the first result. */
  box: RefObject<HTMLInputElement | null>
}

export function Found({ rows, list, box }: Props) {
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false })
  if (wide) return <Beside rows={rows} list={list} box={box} />
  return (
    <ul className={css.results}>
      {rows.map((row, at) => (
        <li key={row.id}>
          <Result row={row} best={at === 0 && gradeOf(row.score) >= 4} />
        </li>
      ))}
    </ul>
  )
}

function Beside({ rows, list, box }: Props) {
  const t = useT()
  const [id, choose] = useState<string>()
  const chosen = rows.find(row => row.id === id) ?? rows[0]
  const move = (event: KeyboardEvent) => {
    const links = linksOf(list)
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    if (to < 0) box.current?.focus()
    else links[Math.min(to, links.length - 1)]?.focus()
  }
  return (
    <div className={own.beside}>
      <div>
        <ul ref={list} className={css.results} onKeyDown={move}>
          {rows.map(row => (
            <li key={row.id}>
              <Brief row={row} here={row === chosen} onChoose={() => choose(row.id)} />
            </li>
          ))}
        </ul>
        <p className={own.keys}>{t('people.search.keys')}</p>
      </div>
      {chosen && <Preview row={chosen} />}
    </div>
  )
}

/** From the box into the list. */
export const firstOf = (list: RefObject<HTMLUListElement | null>) => linksOf(list)[0]?.focus()

const linksOf = (list: RefObject<HTMLUListElement | null>) => [
  ...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-result]') ?? []),
]

/** The name is the way in; the rest of the row chooses whom to look at. */
function Brief({ row, here, onChoose }: { row: FoundPerson; here: boolean; onChoose: () => void }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const grade = gradeOf(row.score)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard chooses by focus; this is for the mouse
    <div
      className={`${own.brief} ${here ? own.here : ''}`}
      onClick={onChoose}
      onKeyDown={undefined}
      data-here={here || undefined}
    >
      <Link to={`/people/${row.id}`} data-result className={css.name ?? ''} onFocus={onChoose}>
        <Spelling text={row.label} />
      </Link>
      <span className="k-dim k-small">
        {[row.birth && format.age(row.birth), areas.name(row.area), row.household]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={own.grade}>
        <Joints filled={grade} of={5} label={t('people.likeness.of', { n: grade })} />
      </span>
    </div>
  )
}
