/** Which slices a kind of node has. A slice that a kind does not have is not mounted. */
import type { Node } from './platform/context.ts'
import type { AnyHandler } from './platform/handler.ts'
import type { ArchiveSource } from './platform/exports/archive.ts'
import { exportHandlers } from './platform/exports/handlers.ts'
import { paperOutHandlers } from './platform/exports/papers.ts'
import type { ExportSource } from './platform/exports/source.ts'
import type { JobDefinition, Jobs } from './platform/jobs.ts'
import { bothLabels, type Labels } from './platform/labels.ts'
import type { MailTaker } from './platform/mailIn.ts'
import { type EventHandlers, outboxJob } from './platform/outbox.ts'
import type { AnyPublic } from './platform/publicPage.ts'
import { accessEvents, accessJobs, type Post, type SignIn } from './slices/access/index.ts'
import {
  accountLabels,
  administrationHandlers,
  secondFactorResetKind,
} from './slices/administration/index.ts'
import { assessmentHandlers } from './slices/assessments/index.ts'
import { auditExport } from './slices/audit/index.ts'
import { type ApprovalKind, approvalHandlers, approvalJobs } from './slices/approvals/index.ts'
import { caseHandlers, caseJobs, caseLabels, casesExport, closureKind } from './slices/cases/index.ts'
import {
  badgeExport,
  councilHandlers,
  councilJobs,
  councilLabels,
  councilPages,
  councilSearch,
  documentPages,
  initiativePages,
  initiativesExport,
  resultsExport,
  focalPointExport,
  rulesKind,
} from './slices/council/index.ts'
import { documentHandlers, documentJobs } from './slices/documents/index.ts'
import {
  exchangeFiles,
  hubExchangeHandlers,
  hubExchangeJobs,
  nodeExchangeHandlers,
  nodeExchangeJobs,
} from './slices/exchange/index.ts'
import { figureHandlers, figurePages, figuresExport } from './slices/figures/index.ts'
import { guidanceHandlers, guidanceJobs } from './slices/guidance/index.ts'
import { jobHandlers, tidyJobs } from './slices/jobs/index.ts'
import { noticeEvents, notificationHandlers, notificationJobs } from './slices/notifications/index.ts'
import {
  duplicateEvents,
  duplicateJobs,
  erasureEvents,
  erasureKind,
  paperHandlers,
  paperJobs,
  papersExport,
  peopleExport,
  peopleHandlers,
  peopleJobs,
  personLabels,
} from './slices/people/index.ts'
import {
  adoptionPart,
  certificatePage,
  practiceEvents,
  practiceExports,
  practiceHandlers,
  practiceJobs,
  practicePages,
  practicesArchive,
  replyTaker,
  thesaurusPart,
} from './slices/practices/index.ts'
import {
  divisionKind,
  lessonKind,
  repatriationExports,
  repatriationHandlers,
  repatriationPapers,
} from './slices/repatriation/index.ts'
import { taskHandlers, taskJobs } from './slices/tasks/index.ts'

export function nodeHandlers(node: Node, jobs: Jobs | null): AnyHandler[] {
  return node.info.kind === 'national' ? nationalHandlers(jobs) : hubHandlers(node, jobs)
}

const nationalHandlers = (jobs: Jobs | null): AnyHandler[] => [
  ...sharedHandlers(
    jobs,
    bothLabels(personLabels, caseLabels),
    [erasureKind, divisionKind, lessonKind, closureKind, secondFactorResetKind],
    [auditExport, peopleExport, papersExport, casesExport, ...repatriationExports],
  ),
  ...documentHandlers,
  ...peopleHandlers,
  ...paperHandlers,
  ...repatriationHandlers,
  ...paperOutHandlers(repatriationPapers),
  ...caseHandlers(),
  ...assessmentHandlers,
  ...guidanceHandlers,
  ...nodeExchangeHandlers,
]

const hubHandlers = (node: Node, jobs: Jobs | null): AnyHandler[] => [
  ...sharedHandlers(
    jobs,
    councilLabels,
    [rulesKind, secondFactorResetKind],
    [
      auditExport,
      badgeExport,
      figuresExport,
      focalPointExport,
      initiativesExport,
      resultsExport,
      ...practiceExports,
    ],
    [practicesArchive([adoptionPart, thesaurusPart])],
  ),
  ...councilHandlers(node),
  ...figureHandlers,
  ...practiceHandlers,
  ...hubExchangeHandlers(),
]

function sharedHandlers(
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
  ]
}

/** What anybody may read without signing in: at the hub only. */
export const nodePublic = (node: Node): AnyPublic[] | null =>
  node.info.kind === 'hub'
    ? [
        ...councilPages,
        ...documentPages,
        ...practicePages,
        ...initiativePages,
        ...figurePages,
        certificatePage,
        ...councilSearch,
        ...exchangeFiles,
      ]
    : null

/** What slices do about events of others, and of their own actions once these are committed. */
function nodeEvents(node: Node, signIn: SignIn, post: Post): EventHandlers[] {
  const shared = [...accessEvents(node, signIn, post), ...noticeEvents]
  return node.info.kind === 'national'
    ? [...shared, ...erasureEvents, ...duplicateEvents(node)]
    : // After the notices that these take over.
      [...shared, ...practiceEvents(node)]
}

/** Who takes answers that come by mail: the hub alone. */
export const nodeMailIn = (node: Node, domain: string): MailTaker | null =>
  node.info.kind === 'hub' ? replyTaker(node, domain) : null

export function nodeJobs(node: Node, signIn: SignIn, post: Post): JobDefinition[] {
  const events = outboxJob(node.pool, nodeEvents(node, signIn, post), (topic, error) =>
    node.log.error('event', error, { code: topic }),
  )
  const shared = [
    ...accessJobs(node, signIn),
    events,
    ...taskJobs(node),
    ...approvalJobs(node),
    ...notificationJobs(node),
    ...tidyJobs(node),
  ]
  return node.info.kind === 'national'
    ? [
        ...shared,
        ...documentJobs(node),
        ...caseJobs(node),
        ...peopleJobs(node),
        ...paperJobs(node),
        ...duplicateJobs(node),
        ...guidanceJobs(node),
        ...nodeExchangeJobs(node),
      ]
    : [...shared, ...practiceJobs(node), ...councilJobs(node), ...hubExchangeJobs(node)]
}
