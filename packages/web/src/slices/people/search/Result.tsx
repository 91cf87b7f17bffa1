/** One person found: the name as a link, what is open of them, other spellings, and how alike they are. */
import type { FoundPerson } from '@kerege/contract/people/schema'
import { IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Likeness } from '../Likeness.tsx'
import css from '../people.module.css'
import { Spelling } from '../Spelling.tsx'

export function Result({ row, best }: { row: FoundPerson; best: boolean }) {
  return (
    <div className={`${css.result} ${best ? css.best : ''}`}>
      <div className={css.who}>
        <Link to={`/people/${row.id}`} className={css.name ?? ''}>
          <bdi>{row.label}</bdi>
        </Link>
        <Known row={row} />
      </div>
      <Likeness found={row} />
    </div>
  )
}

/** What helps to tell two people apart, as far as it is open. */
export function Known({ row }: { row: FoundPerson }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const { sex, birth } = row
  // Where the birth date is no more than an age, the age says it all.
  const born = birth && 'date' in birth ? `${format.date(birth.date)} (${format.age(birth)})` : undefined
  const facts = [
    sex && (sex === 'female' || sex === 'male') && t(`people.sex.${sex}`),
    born ?? (birth && format.age(birth)),
    areas.name(row.area),
  ]
  return (
    <>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {row.otherNames.length > 0 && (
        <p className={css.chips}>
          <span className="k-hidden">{t('people.alsoWritten')}</span>
          {row.otherNames.map(name => (
            <span key={name} className={`${css.chip} ${name === row.spelling ? css.nearest : ''}`}>
              <Spelling text={name} />
              {name === row.spelling && <span className="k-dim"> {t('people.search.nearest')}</span>}
            </span>
          ))}
        </p>
      )}
      {row.household && (
        <p className={css.home}>
          <IconUsers size={16} stroke={1.7} aria-hidden="true" />
          <bdi>{row.household}</bdi>
        </p>
      )}
    </>
  )
}
