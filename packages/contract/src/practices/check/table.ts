/** What the check knows of one language. Lists are written as `patterns.ts` reads them. */
import type { Severity, WordingCode } from './finding.ts'

export interface Wording {
  code: WordingCode
  severity: Severity
  /** Phrases that say it. */
  find: readonly string[]
  /** What to write instead, in the same language. */
  instead: string
}

export interface WordTable {
  /** Those whom practices are about, and their kin, in all forms; staff are not among them. */
  people: string
  /** A village or another small place; of a town or a region nobody is known by being one of three. */
  settlements: string
  /** The same as one letter with a full stop. */
  settlementLetters: string
  districts: string
  /** One to nine as words, in all forms. */
  numbers: string
  /** After a number: an age. */
  ages: string
  /** Somebody speaks: said, tells. */
  speech: string
  /** After these comes somebody's name. */
  namedBefore: readonly string[]
  /** Before these stands somebody's name. */
  namedAfter: string
  /** A school or a street that bears the name of somebody known. */
  namesake: string
  wordings: readonly Wording[]
}
