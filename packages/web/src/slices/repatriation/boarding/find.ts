/** Finds somebody on the list by any spelling, by seat or bracelet, or by the code of a card; on the device alone. */
import { buildNameIndex } from '@kerege/contract/names/find'
import { readCode } from '@kerege/contract/repatriation/boarding/code'
import type { BoardLine } from '@kerege/contract/repatriation/boarding/schema'

export type FindLines = (text: string) => ReadonlySet<string> | undefined

const most = 12

/** Made once for a list. @returns nothing where nothing was asked */
export function finder(lines: readonly BoardLine[]): FindLines {
  const entries = lines.flatMap(line => [line.name, ...line.otherNames].map(name => ({ id: line.id, name })))
  const index = buildNameIndex(entries.map(({ name }) => ({ name })))
  return text => {
    const asked = text.trim()
    if (asked === '') return undefined
    const code = readCode(asked)
    if (code && 'lineId' in code)
      return new Set(lines.filter(line => line.id === code.lineId).map(line => line.id))
    if (/\d/.test(asked)) return new Set(byNumber(lines, asked))
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
