/** Places, periods and columns of initiatives in words. */
import { matrixStates, stateOf } from '@kerege/contract/council/initiatives/codes'
import type { InitiativeRow } from '@kerege/contract/council/initiatives/schema'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { known, type Translate, useT } from '../../../i18n/useT.tsx'
import type { Option } from '../../../ui/form/ChoiceField.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'

/** A state by its name, an area by its own. */
export function usePlaces(): { text: (places: readonly string[]) => string; options: readonly Option[] } {
  const format = useFormat()
  const areas = useAreas()
  const name = (place: string) => (place.length === 2 ? format.country(place) : areas.name(place))
  const ours = new Set<string>(matrixStates)
  return {
    text: places => places.map(name).join(', '),
    options: [
      ...matrixStates.map(state => ({ value: state, label: format.country(state) })),
      ...[...areas.own, ...areas.elsewhere].filter(one => ours.has(stateOf(one.value))),
    ],
  }
}

export const periodText = (
  row: Pick<InitiativeRow, 'from' | 'to'>,
  format: Formatter,
  t: Translate,
): string =>
  row.to
    ? `${format.date(row.from)} – ${format.date(row.to)}`
    : t('initiatives.since', { from: format.date(row.from) })

const languageIn = /^(title|description)_([a-z]{2})$/

/** A column of the sheet as it is called on the screen. */
export function columnText(field: string, t: Translate, format: Formatter): string {
  const [, of = field, language] = languageIn.exec(field) ?? []
  const id = known(`initiatives.column.${of}`)
  const name = id ? t(id) : of
  return language ? `${name} (${format.language(language)})` : name
}

/** Codes of cells in words; what is no code is shown as it was written. */
export function useCellText(): (field: string, cell: string) => string {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  const word = (id: string, otherwise: string) => {
    const found = known(id)
    return found ? t(found) : otherwise
  }
  return (field, cell) => {
    if (cell === '') return t('initiatives.nothing')
    switch (field) {
      case 'status':
      case 'kind':
      case 'budget':
        return word(`initiatives.${field}.${cell}`, cell)
      case 'groups':
        return cell
          .split('; ')
          .map(code => word(`initiatives.group.${code}`, code))
          .join(', ')
      case 'places':
        return places.text(cell.split('; '))
      case 'from':
      case 'to':
        return format.date(cell)
      case 'public':
        return t(cell === 'yes' ? 'initiatives.isPublic' : 'initiatives.isInside')
      default:
        return cell
    }
  }
}
