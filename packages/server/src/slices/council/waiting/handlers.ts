/** The route of what waits: policies filter underneath, so each reader hears of what they may read. */
import { listWaiting } from '@kerege/contract/council/waiting/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import { waitingInvitations } from './invitations.ts'
import { waitingPapers } from './papers.ts'
import { waitingRecords } from './records.ts'

export const waitingHandlers: AnyHandler[] = [
  handler(listWaiting, async ctx => ({
    invitations: await waitingInvitations(ctx),
    records: await waitingRecords(ctx),
    papers: await waitingPapers(ctx),
  })),
]
