/** Finds somebody on the list by any spelling, by seat or bracelet, or by the code of a card; on the device alone. */
import { buildNameIndex, type NameIndex } from '@kerege/contract/names/find'
import { readCode } from '@kerege/contract/repatriation/boarding/code'
import type { BoardLine } from '@kerege/contract/repatriation/boarding/schema'

export type FindLines = (text: string) => ReadonlySet<string> | undefined

const most = 12

/** Changes when what can be found changes, and not with every tick. */
export const findable = (lines: readonly BoardLine[]): string =>
  lines.map(({ id, name, bracelet, seat }) => `${id} ${name} ${bracelet} ${seat}`).join('\n')

/** By what somebody was found, for the record of the tick. */
export function howFound(asked: string): 'list' | 'number' | 'code' {
  const code = readCode(asked)
  if (code && 'lineId' in code) return 'code'
  return /\d/.test(asked) ? 'number' : 'list'
}

/** Made once for a list. @returns nothing where nothing was asked */
export function finder(lines: readonly BoardLine[]): FindLines {
  const entries = lines.flatMap(line => [line.name, ...line.otherNames].map(name => ({ id: line.id, name })))
  // Some tenths of a second on a phone: made when a name is asked for.
  let index: NameIndex | undefined
  return text => {
    const asked = text.trim()
    if (asked === '') return undefined
    const code = readCode(asked)
    if (code && 'lineId' in code)
      return new Set(lines.filter(line => line.id === code.lineId).map(line => line.id))
    if (/\d/.test(asked)) return new Set(byNumber(lines, asked))
    index ??= buildNameIndex(entries.map(({ name }) => ({ name })))
    const found = index.find({ name: asked }, most).flatMap(({ at }) => entries[at]?.id ?? [])
    return new Set(found)
  }
}

/** `12` finds bracelet `012`, and seat `12A`. */
function byNumber(lines: readonly BoardLine[], asked: string): string[] {
  const plain = (text: string) => text.toLowerCase().replace(/^0+(?=.)/, '')
  const wanted = plain(asked)
  const exact = lines.filter(({ bracelet, seat }) =>
    [bracelet, seat].some(text => text && plain(text) === wanted),
  )
  const begins = lines.filter(({ bracelet, seat }) =>
    [bracelet, seat].some(
      text => text && (plain(text).startsWith(wanted) || text.toLowerCase().startsWith(asked.toLowerCase())),
    ),
  )
  return (exact.length > 0 ? exact : begins).map(line => line.id)
}
