/**
 * What a boarding list says on a screen: families together, who is there, how many of how many. Pure: the marks of the node and
 * those that still wait on this device are laid over one another, and nobody is counted twice.
 */
import { type Kind, kindOf } from '../operations/rules.ts'
import type { LineState } from '../operations/states.ts'
import { nextFree } from './bracelets.ts'
import { basisOf, type MarkFact, standing, type Verdict } from './marks.ts'
import type { Board, BoardLine, Mark } from './schema.ts'

/** A mark on its way to the node. */
export interface UnsentMark extends MarkFact {
  readonly lineId: string
  readonly reason?: string | undefined
}
/** Somebody added at the door, on the way to the node. */
export interface UnsentLine extends BoardLine {
  readonly withLineId?: string | undefined
}
export interface Unsent {
  readonly marks: readonly UnsentMark[]
  readonly lines: readonly UnsentLine[]
}

export type AnyMark = Mark | UnsentMark
export const isSent = (mark: AnyMark): mark is Mark => 'receivedAt' in mark

export interface BoardRow {
  readonly line: BoardLine
  readonly verdict: Verdict
  readonly heads: readonly AnyMark[]
  /** What the next mark takes the place of. */
  readonly basis: readonly string[]
  /** Something of this line has not reached the node. */
  readonly unsent: boolean
  /** Nobody has recorded a consent or another basis: ticking has to wait for that. */
  readonly cleared: boolean
}

export interface BoardGroup {
  /** Absent for somebody who travels alone. */
  readonly familyId?: string
  readonly name: string
  readonly rows: readonly BoardRow[]
  readonly there: number
  /** Some of the family are there, and some are not. */
  readonly divided: boolean
}

export type Count = Record<Kind, number> & { all: number }
export interface BoardTotals {
  readonly expected: Count
  readonly there: Count
  /** Came without being on the list; among those expected, too. */
  readonly door: number
  readonly unsent: number
  readonly contradicted: number
  /** Expected, and not open to the reader. */
  readonly notShown: number
}

const waitsForConsent: readonly LineState[] = ['identified', 'verified', 'refused', 'taken-off']
export const isCleared = (state: LineState): boolean => !waitsForConsent.includes(state)

export function boardRows(board: Board, unsent: Unsent): BoardRow[] {
  const known = new Set(board.lines.map(line => line.id))
  const familyOf = new Map(board.lines.map(line => [line.id, line.familyId]))
  const worn = new Set(board.lines.flatMap(line => line.bracelet ?? []))
  const added = unsent.lines
    .filter(line => !known.has(line.id))
    .map(({ withLineId, ...line }) => {
      const familyId = withLineId ? familyOf.get(withLineId) : undefined
      return numbered(familyId ? { ...line, familyId } : line, worn)
    })
  const marks = marksByLine(board.marks, unsent.marks)
  return [...board.lines, ...added].map(line => {
    const own = marks.get(line.id) ?? []
    const { verdict, heads } = standing(own)
    return {
      line,
      verdict,
      heads,
      basis: basisOf(own),
      unsent: own.some(mark => !isSent(mark)),
      cleared: isCleared(line.state),
    }
  })
}

/** As the node will say it: a number that somebody wears is given to nobody else. */
function numbered({ bracelet, ...line }: BoardLine, worn: Set<string>): BoardLine {
  if (bracelet === undefined) return line
  if (worn.has(bracelet)) return { ...line, braceletAsked: bracelet }
  worn.add(bracelet)
  return { ...line, bracelet }
}

/** Who has no number because somebody else wears it, each with one that nobody wears. */
export function withoutNumber(rows: readonly BoardRow[]): { row: BoardRow; asked: string; free: string }[] {
  const gone = new Set(rows.flatMap(({ line }) => [line.bracelet ?? [], line.braceletAsked ?? []].flat()))
  return rows.flatMap(row => {
    const asked = row.line.braceletAsked
    if (asked === undefined) return []
    const free = nextFree(asked, gone)
    gone.add(free)
    return [{ row, asked, free }]
  })
}

/** A mark that the node has answered is not laid over itself. */
function marksByLine(sent: readonly Mark[], unsent: readonly UnsentMark[]): Map<string, AnyMark[]> {
  const arrived = new Set(sent.map(mark => mark.id))
  const all = new Map<string, AnyMark[]>()
  for (const mark of [...sent, ...unsent.filter(one => !arrived.has(one.id))]) {
    all.set(mark.lineId, [...(all.get(mark.lineId) ?? []), mark])
  }
  return all
}

/** Families in the order of the board, then whoever travels alone. */
export function boardGroups(board: Board, rows: readonly BoardRow[]): BoardGroup[] {
  const byFamily = new Map<string, BoardRow[]>()
  const alone: BoardRow[] = []
  for (const row of rows) {
    const { familyId } = row.line
    if (familyId) byFamily.set(familyId, [...(byFamily.get(familyId) ?? []), row])
    else alone.push(row)
  }
  const families = board.families.flatMap(({ id, name }) => {
    const own = byFamily.get(id)
    return own ? [group(own, name, id)] : []
  })
  return [...families, ...alone.map(row => group([row], row.line.name))]
}

function group(rows: readonly BoardRow[], name: string, familyId?: string): BoardGroup {
  const there = rows.filter(row => row.verdict === 'there').length
  const divided = there > 0 && there < rows.length
  return { ...(familyId ? { familyId } : {}), name, rows, there, divided }
}

export function boardTotals(board: Board, rows: readonly BoardRow[]): BoardTotals {
  return {
    expected: count(rows),
    there: count(rows.filter(row => row.verdict === 'there')),
    door: rows.filter(row => row.line.door).length,
    unsent: rows.filter(row => row.unsent).length,
    contradicted: rows.filter(row => row.verdict === 'contradicted').length,
    notShown: board.notShown,
  }
}

function count(rows: readonly BoardRow[]): Count {
  const counted: Count = { all: rows.length, men: 0, women: 0, children: 0, 'not-known': 0 }
  for (const { line } of rows) counted[kindOf(line.sex, line.ageGroup)]++
  return counted
}
