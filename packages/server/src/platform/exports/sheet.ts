/** A list on its way out, before it has a format. */
import type { Column } from './source.ts'

export interface Sheet {
  title: string
  columns: readonly Column[]
  /** Who takes it out, when and why: a label and a value each. Stands in front of the rows in every format. */
  about: readonly (readonly [label: string, value: string])[]
  aboutTitle: string
  batches: AsyncIterable<readonly (readonly string[])[]>
}
