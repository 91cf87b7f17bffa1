/** Names of the areas of this node. Apart from the field, so that lists need not load it. */
import { listAreas } from '@kerege/contract/access/routes'
import { useMemo } from 'react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'

/** Names of areas by code: "Arys, Turkistan Region". Read once, kept while the page is open. */
export function useAreas(): { name: (code: string) => string; options: { value: string; label: string }[] } {
  const format = useFormat()
  const areas = useGet(listAreas, {}, { freshFor: Number.POSITIVE_INFINITY }).data?.body.areas
  return useMemo(() => {
    const names = new Map(areas?.map(area => [area.code, format.text(area.name).text]))
    const parents = new Map(areas?.map(area => [area.code, area.parent]))
    const name = (code: string) => {
      const parent = parents.get(code)
      const own = names.get(code) ?? code
      const above = parent && names.get(parent)
      return above ? `${own}, ${above}` : own
    }
    return { name, options: [...names.keys()].map(value => ({ value, label: name(value) })) }
  }, [areas, format])
}
