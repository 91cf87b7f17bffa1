/**
 * What a slice gives to the shell, in two parts. `index.ts` has its pages, light enough to come with the first page of
 * a stranger; `frame.ts` has what only the frame shows, and comes with it after signing in. slices.ts and frames.ts put
 * them together.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Verb } from '@kerege/contract/access/roles'
import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import type { MessageKey } from '../i18n/keys.ts'

export type Icon = ComponentType<{ size?: number; stroke?: number }>

/** A way on, shown only to hats whose verbs allow it. */
export interface NavEntry {
  path: string
  icon: Icon
  label: MessageKey
  verb?: Verb
  /** Only for hats that read this section of anybody at all. */
  reads?: Compartment
  /** `main` in the rail, `more` under the account and "More", `bell` at the top. */
  place: 'main' | 'more' | 'bell'
  /** Has a tab at the foot of a phone; there is room for two beside Today, Search and More. */
  tab?: boolean
  /** A hook: how many wait there. */
  useCount?: () => number | undefined
}

/** An act of the command palette: "Register a person". */
export interface Act {
  path: string
  icon: Icon
  label: MessageKey
  verb?: Verb
}

/** One row of "what needs me". */
export interface Need {
  id: string
  /** Who or what: a family, a person, a paper. */
  who: ReactNode
  state?: ReactNode
  why: ReactNode
  /** One button: where it leads and what it says. Absent where it waits for others. */
  act?: { href: string; label: string }
  /** When it began to wait, or was due: the longest wait stands first. */
  since: string
}

/** A count on top of Today, each opening the list it counts. */
export interface Tally {
  id: string
  count: number
  label: string
  icon: Icon
  href: string
  tone?: 'stop' | 'wait'
}

export interface Needs {
  pending: boolean
  error?: unknown
  /** Waits for me. */
  mine: readonly Need[]
  /** Waits for others: shown without a button. */
  others: readonly Need[]
  tallies: readonly Tally[]
}

/** A hook that tells what needs the signed-in person, from one slice. */
export interface NeedSource {
  id: string
  /** For hats that have it, or one of several. */
  verb?: Verb | readonly Verb[]
  reads?: Compartment
  useNeeds: () => Needs
}

export interface Slice {
  /** Pages inside the shell, for those who are signed in. */
  work?: readonly AnyRoute[]
  /** Pages for anybody: the start page, signing in. */
  open?: readonly AnyRoute[]
}

/** What the frame shows of a slice, around its pages. */
export interface SliceFrame {
  nav?: readonly NavEntry[]
  acts?: readonly Act[]
  needs?: readonly NeedSource[]
  /** Parts of Today below what needs somebody. */
  todayParts?: readonly { id: string; verb: Verb; Part: ComponentType }[]
  /** Keys of a page, for the list that `?` shows there. */
  keys?: readonly { path: string; keys: readonly (readonly [string, MessageKey])[] }[]
  /** A hook that runs while somebody is signed in. */
  useStart?: () => void
  /** What can be read when there is no line to the node, and so nobody is signed in: nothing but what is public. */
  withoutLine?: ComponentType
}
