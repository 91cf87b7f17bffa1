/** How long the terms of complaints are, by the profile of the state, and how the code of a family is kept. */
import type { ComplaintDays } from '@kerege/contract/rights/states'
import type { Node } from '../../../platform/context.ts'
import { keyedHash } from '../../../platform/keys.ts'

/** Where the profile of a state says nothing. */
const usual: ComplaintDays = { acknowledge: 3, answer: 30, appeal: 30 }

export const daysOf = (node: Node): ComplaintDays => node.profile.complaintDays?.value ?? usual

/** The code itself is kept nowhere. */
export const receiptHash = (node: Node, code: string): Buffer =>
  keyedHash(node.keys.hashes, `complaint ${code}`)
