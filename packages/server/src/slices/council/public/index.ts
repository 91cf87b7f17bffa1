/** The Council as anybody may read it, in the order of the menu. */
import type { AnyPublic } from '../../../platform/publicPage.ts'
import { decisionPage } from './decisionPage.ts'
import { decisionsPage } from './decisionsPage.ts'
import { decisionsAtom, sessionsAtom, sessionsCalendar } from './feeds.ts'
import { progressPage } from './progressPage.ts'
import { searchPage } from './searchPage.ts'
import { sessionPage } from './sessionPage.ts'
import { sessionsPage } from './sessionsPage.ts'

export const councilPages: readonly AnyPublic[] = [
  sessionsPage,
  sessionsCalendar,
  sessionsAtom,
  sessionPage,
  decisionsPage,
  decisionsAtom,
  decisionPage,
  progressPage,
]
/** Last in the menu, after what other slices have to read. */
export const councilSearch: readonly AnyPublic[] = [searchPage]
