/** The slices that every node has, and how a kind of node is put together. */
import type { Node } from './platform/context.ts'
import type { AnyHandler } from './platform/handler.ts'
import type { ArchiveSource } from './platform/exports/archive.ts'
import { exportHandlers } from './platform/exports/handlers.ts'
import type { ExportSource } from './platform/exports/source.ts'
import type { JobDefinition, Jobs } from './platform/jobs.ts'
import { bothLabels, type Labels } from './platform/labels.ts'
import type { MailTaker } from './platform/mailIn.ts'
import { type EventHandlers, outboxJob } from './platform/outbox.ts'
import type { AnyPublic } from './platform/publicPage.ts'
import { accessEvents, accessJobs, type Post, type SignIn } from './slices/access/index.ts'
import { accountLabels, administrationHandlers } from './slices/administration/index.ts'
import { type ApprovalKind, approvalHandlers, approvalJobs } from './slices/approvals/index.ts'
import { healthHandlers, jobHandlers, tidyJobs } from './slices/jobs/index.ts'
import { noticeEvents, notificationHandlers, notificationJobs } from './slices/notifications/index.ts'
import { taskHandlers, taskJobs } from './slices/tasks/index.ts'

/** What a kind of node is made of. */
export interface NodeSlices {
  handlers(node: Node, jobs: Jobs | null): AnyHandler[]
  jobs(node: Node, signIn: SignIn, post: Post): JobDefinition[]
  /** What anybody may read without signing in. */
  publicPages: AnyPublic[] | null
  /** Who takes answers that come by mail to addresses of this domain. */
  mailIn(node: Node, domain: string): MailTaker | null
}

export function sharedHandlers(
  node: Node,
  jobs: Jobs | null,
  labels: Labels,
  kinds: readonly ApprovalKind[],
  exports: readonly ExportSource[],
  archives: readonly ArchiveSource[] = [],
): AnyHandler[] {
  return [
    ...exportHandlers(exports, archives),
    ...taskHandlers(labels),
    ...administrationHandlers,
    ...approvalHandlers(kinds, bothLabels(labels, accountLabels)),
    ...notificationHandlers(labels),
    ...jobHandlers(jobs),
    ...healthHandlers(node, jobs),
  ]
}

/** @param own what the kind's slices do about events of others, after the notices, and of their own once committed */
export function sharedJobs(
  node: Node,
  signIn: SignIn,
  post: Post,
  own: readonly EventHandlers[],
): JobDefinition[] {
  const events = [...accessEvents(node, signIn, post), ...noticeEvents, ...own]
  return [
    ...accessJobs(node, signIn),
    outboxJob(node.pool, events, (topic, error) => node.log.error('event', error, { code: topic })),
    ...taskJobs(node),
    ...approvalJobs(node),
    ...notificationJobs(node),
    ...tidyJobs(node),
  ]
}
