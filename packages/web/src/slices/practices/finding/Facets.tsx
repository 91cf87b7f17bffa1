/** By what the answer can be narrowed, with counts. On a phone it is folded away. */
import {
  type FacetName,
  type FoundPractices,
  PracticeFacets,
} from '@kerege/contract/practices/finding/schema'
import { Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './finding.module.css'
import { facetLabel } from './words.ts'

interface Props {
  answer: FoundPractices
  chosen: PracticeFacets
  choose: (facets: PracticeFacets) => void
}

export function Facets({ answer, chosen, choose }: Props) {
  const t = useT()
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false })
  const groups = answer.facets.filter(({ name, counts }) => counts.length > 0 || chosen[name])
  if (groups.length === 0) return <div />
  const all = groups.map(({ name, counts }) => (
    <Group key={name} name={name} counts={counts} chosen={chosen} choose={choose} />
  ))
  if (wide) return <div className={css.facets}>{all}</div>
  return (
    <details className={css.folded}>
      <summary>{t('practices.find.narrow')}</summary>
      <div className={css.facets}>{all}</div>
    </details>
  )
}

interface GroupProps {
  name: FacetName
  counts: { value: string; count: number }[]
  chosen: PracticeFacets
  choose: (facets: PracticeFacets) => void
}

function Group({ name, counts, chosen, choose }: GroupProps) {
  const t = useT()
  const format = useFormat()
  const own: readonly string[] = chosen[name] ?? []
  const absent = own.filter(value => !counts.some(one => one.value === value))
  const turn = (value: string) => {
    const next = own.includes(value) ? own.filter(one => one !== value) : [...own, value]
    // The schema says which values there are, so a value of the answer is one of them.
    choose(PracticeFacets.parse({ ...chosen, [name]: next.length > 0 ? next : undefined }))
  }
  return (
    <fieldset className={css.facet}>
      <legend>{t(`practices.find.facet.${name}`)}</legend>
      {[...counts, ...absent.map(value => ({ value, count: 0 }))].map(({ value, count }) => (
        <div key={value} className={css.choice}>
          <Checkbox
            checked={own.includes(value)}
            onChange={() => turn(value)}
            label={facetLabel(name, value, t, format)}
          />
          <span className="k-num">{format.number(count)}</span>
        </div>
      ))}
    </fieldset>
  )
}
