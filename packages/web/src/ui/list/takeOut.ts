/** Takes the rows of a list out as a file: asked for with a reason, fetched once. */
import type { Language } from '@kerege/contract/common'
import { askExport } from '@kerege/contract/exports/routes'
import { send } from '../../api.ts'
import { fetchOnce } from '../fetchOnce.ts'
import type { ListQuery } from './types.ts'

/** @param of which list, as the node names it */
export async function takeOut(
  of: string,
  query: ListQuery,
  reason: string,
  format: 'csv' | 'xlsx' | 'zip',
  language: Language,
): Promise<void> {
  const { body } = await send(askExport, { body: { of, format, query, reason, language } })
  fetchOnce(body.url)
}
