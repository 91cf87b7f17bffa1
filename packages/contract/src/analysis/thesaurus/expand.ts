/** Other words for what a query asks: labels of the same concept in every language. */
import type { Query } from '../analyse.ts'

export interface Alternative {
  /** All of them, in any order. */
  readonly keys: readonly string[]
  readonly weight: number
}

export interface Group {
  /** Which words of the query it may stand for. */
  readonly words: readonly number[]
  readonly alternatives: readonly Alternative[]
}

export function alternativesOf(_query: Query): Group[] {
  return []
}
