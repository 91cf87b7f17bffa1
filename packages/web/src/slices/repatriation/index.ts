/** Repatriation: operations that bring people home, from the plan to the lessons. */
import type { Slice } from '../../shell/slice.ts'
import { importPages } from './manifest/pages.ts'
import { operationPages } from './operations/pages.ts'

export const repatriation: Slice = {
  work: [...operationPages, ...importPages],
}
