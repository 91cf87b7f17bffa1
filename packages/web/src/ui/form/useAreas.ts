/** Names of the areas that a node knows. Apart from the field, so that lists need not load it. */
import { listAreas } from '@kerege/contract/access/routes'
import type { Area } from '@kerege/contract/access/schema'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useGet } from '../../api.ts'
import { type Formatter, useFormat } from '../../i18n/useFormat.tsx'
import type { Option } from './ChoiceField.tsx'

export interface Areas {
  /** "Arys, Turkistan Region"; with the country where that is another than the node's. */
  name: (code: string) => string
  /** Those of the node's own state, each region before its districts. */
  own: readonly Option[]
  /** Those of other states, in groups by country. At the hub all stand here. */
  elsewhere: readonly Option[]
}

/** Read once, kept while the page is open. */
export function useAreas(): Areas {
  const format = useFormat()
  const areas = useGet(listAreas, {}, { freshFor: Number.POSITIVE_INFINITY }).data?.body.areas
  return useMemo(() => readAreas(areas ?? [], format), [areas, format])
}

/** `KZ` of `KZ-61.arys`. */
const countryOf = (code: string) => code.slice(0, code.indexOf('-'))

function readAreas(areas: readonly z.infer<typeof Area>[], format: Formatter): Areas {
  const byCode = new Map(areas.map(area => [area.code, area]))
  const name = (code: string) => {
    const area = byCode.get(code)
    if (!area) return code
    const above = area.parent === undefined ? undefined : byCode.get(area.parent)
    const country = countryOf(code)
    return [
      format.text(area.name).text,
      ...(above ? [format.text(above.name).text] : []),
      ...(country === format.home ? [] : [format.country(country)]),
    ].join(', ')
  }
  const options = areas.map(({ code, name: names }) => ({
    value: code,
    label: name(code),
    // Found by its name in any language: whoever reads it off a paper types what stands there.
    words: Object.values(names).map(({ text }) => text),
    group: format.country(countryOf(code)),
  }))
  const isOwn = ({ value }: Option) => countryOf(value) === format.home
  return {
    name,
    own: options.filter(isOwn).map(({ group: _, ...option }) => option),
    elsewhere: options.filter(option => !isOwn(option)),
  }
}
