/** From a row of the database to a row of a list. */
import { languages, type MultiText } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { PracticeRow } from '@kerege/contract/practices/record/schema'
import type { Audience, PracticeState } from '@kerege/contract/practices/rules'
import type { Found } from './store.ts'

/** What a list shows of a record itself. */
export type Shown = Pick<
  Found,
  | 'id'
  | 'number'
  | 'state'
  | 'audience'
  | 'country'
  | 'author_id'
  | 'author_name'
  | 'published_at'
  | 'updated_at'
  | 'confirm_by'
>
/** And of its content. */
export interface Heads {
  texts: Pick<PracticeContent['texts'], 'title' | 'summary'>
  facts: Pick<PracticeContent['facts'], 'domains' | 'evidenceLevel'>
}

/** @param content the edition's, or the draft's where nothing is published yet */
export const toRow = (row: Shown, content: Heads): PracticeRow => ({
  id: row.id,
  ...(row.number === null ? {} : { number: row.number }),
  state: row.state as PracticeState,
  audience: row.audience as Audience,
  country: row.country,
  title: content.texts.title,
  ...(content.texts.summary ? { summary: content.texts.summary } : {}),
  domains: content.facts.domains,
  evidenceLevel: content.facts.evidenceLevel,
  languages: languagesOf(content),
  author: { id: row.author_id, name: row.author_name },
  ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
  updatedAt: row.updated_at,
  ...(row.confirm_by === null ? {} : { confirmBy: row.confirm_by }),
})

/** Languages that it has a title in. */
const languagesOf = ({ texts }: Heads) =>
  languages.filter(language => (texts.title as MultiText)[language] !== undefined)
