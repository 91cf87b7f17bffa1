/** What the check finds in a record, with the organisations that this hub knows beside it. */
import type { MultiText } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { thingsToLookAt } from '@kerege/contract/practices/record/looking'
import type { Thing } from '@kerege/contract/practices/record/schema'
import type { Audience } from '@kerege/contract/practices/rules'
import type { Tx } from '../../../platform/database.ts'
import { agencyNames } from '../agencies.ts'

interface Frame {
  organisation: unknown
  audience: string
}

/** Agencies are read only where somebody is named. */
export async function thingsIn(tx: Tx, frame: Frame, content: PracticeContent): Promise<Thing[]> {
  const audience = frame.audience as Audience
  if (!frame.organisation) return thingsToLookAt({ content }, audience)
  const known = [...(await agencyNames(tx)).values()].map(({ name }) => name)
  return thingsToLookAt({ content, organisation: frame.organisation as MultiText }, audience, known)
}
