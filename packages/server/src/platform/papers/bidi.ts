/**
 * Text in the order in which the eye meets it, for a writer that lays words out from left to right only. Each piece has one
 * direction and keeps its own order: the face shapes and turns Arabic letters within a piece by itself.
 *
 * By the Unicode bidirectional algorithm (UAX #9), rules L2 and L4, at the level of words.
 */
import bidiModule from 'bidi-js'

// Node hands over the factory itself; the types of the package speak of a module around it.
const openBidi = bidiModule as unknown as typeof bidiModule.default

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

interface Piece {
  text: string
  level: number
}

/** Words, spaces and marks of one level each, in the order in which they were written. */
function piecesOf(text: string): Piece[] {
  const bidi = openBidi()
  const found = bidi.getEmbeddingLevels(text)
  const mirrored = bidi.getMirroredCharactersMap(text, found.levels)
  const pieces: Piece[] = []
  let at = 0
  for (const character of text) {
    const level = found.levels[at] ?? 0
    const shown = mirrored.get(at) ?? character
    const last = pieces.at(-1)
    const together = last && last.level === level && (character === ' ') === (last.text === ' ')
    if (last && together && character !== ' ') last.text += shown
    else pieces.push({ text: shown, level })
    at += character.length
  }
  return pieces
}

/** Rule L2: from the highest level down to the lowest odd one, whatever stands at it or above is turned around. */
function turned(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces]
  const highest = Math.max(0, ...order.map(piece => piece.level))
  for (let level = highest; level > 0; level -= 1) {
    let from = 0
    while (from < order.length) {
      if ((order[from]?.level ?? 0) < level) {
        from += 1
        continue
      }
      let to = from
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1
      order.splice(from, to - from, ...order.slice(from, to).toReversed())
      from = to
    }
  }
  return order
}

/** Pieces of one line from left to right. */
export const visualPieces = (line: string): string[] =>
  hasRightToLeft(line) ? turned(piecesOf(line)).map(piece => piece.text) : [line]

/**
 * Lines of at most so many characters, broken between words, before anything is turned: a line that the writer breaks after
 * turning would begin with the last word.
 */
export function brokenAt(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
