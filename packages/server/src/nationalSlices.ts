/** What a national node is made of: people, and the work with them. */
import { paperOutHandlers } from './platform/exports/papers.ts'
import { bothLabels } from './platform/labels.ts'
import { type NodeSlices, sharedHandlers, sharedJobs } from './sharedSlices.ts'
import { accountHatsKind, secondFactorResetKind } from './slices/administration/index.ts'
import { assessmentHandlers, needsFill } from './slices/assessments/index.ts'
import { auditExport } from './slices/audit/index.ts'
import {
  caseHandlers,
  caseJobs,
  caseLabels,
  casesExport,
  closureKind,
  type GuardFill,
} from './slices/cases/index.ts'
import { caseworkHandlers, caseworkJobs, obstaclesExport } from './slices/casework/index.ts'
import {
  authorityRequestKind,
  consentAsked,
  consentHandlers,
  consentJobs,
  disclosurePaper,
  disclosuresExport,
  requestLabels,
} from './slices/consents/index.ts'
import { claimsExport, entitlementHandlers, entitlementPapers } from './slices/entitlements/index.ts'
import { formHandlers, formPapers, intakeTaken } from './slices/forms/index.ts'
import { documentHandlers, documentJobs } from './slices/documents/index.ts'
import { lessonHandlers, lessonKind } from './slices/lessons/index.ts'
import {
  findHeldPractice,
  nodeExchangeHandlers,
  nodeExchangeJobs,
  planWordEvents,
} from './slices/exchange/index.ts'
import { glassHandlers, glassJobs } from './slices/glass/index.ts'
import { caseAsFhir, fhirHandlers } from './slices/fhir/index.ts'
import { findGuidance, guidanceHandlers, guidanceJobs } from './slices/guidance/index.ts'
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
  interestLabels,
  interestsKind,
  meetingHandlers,
  meetingPapers,
  panelKind,
} from './slices/meetings/index.ts'
import {
  type FindSource,
  planFill,
  planHandlers,
  planKind,
  planLabels,
  planPapers,
} from './slices/plans/index.ts'
import { referralHandlers, referralJobs } from './slices/referrals/index.ts'
import { transferHandlers, transferJobs } from './slices/transfers/index.ts'
import { serviceHandlers } from './slices/services/index.ts'
import { situationExport, situationHandlers, situationPapers } from './slices/situation/index.ts'
import {
  divisionKind,
  repatriationExports,
  repatriationHandlers,
  repatriationPapers,
} from './slices/repatriation/index.ts'
import {
  complaintPaper,
  fileLabels,
  fileReleaseKind,
  rightsHandlers,
  rightsJobs,
  sealKind,
  sealOpeningKind,
} from './slices/rights/index.ts'

/** What slices after cases know of a step on the way: each names its guard, which is then no longer stated in words. */
const caseGuards: readonly GuardFill[] = [consentAsked, intakeTaken, needsFill, planFill]

/** A practice or a recommendation, as the exchange brought it to this node. */
const findSource: FindSource = (ctx, source, id) =>
  source === 'practice' ? findHeldPractice(ctx, id) : findGuidance(ctx, id)

export const nationalSlices: NodeSlices = {
  handlers: (node, jobs) => [
    ...sharedHandlers(
      node,
      jobs,
      bothLabels(
        bothLabels(bothLabels(personLabels, requestLabels), fileLabels),
        bothLabels(bothLabels(caseLabels, planLabels), interestLabels),
      ),
      [
        erasureKind,
        divisionKind,
        lessonKind,
        closureKind,
        planKind,
        interestsKind,
        panelKind,
        authorityRequestKind,
        fileReleaseKind,
        sealKind,
        sealOpeningKind,
        secondFactorResetKind,
        accountHatsKind,
      ],
      [
        auditExport,
        peopleExport,
        papersExport,
        casesExport,
        obstaclesExport,
        claimsExport,
        situationExport,
        disclosuresExport,
        ...repatriationExports,
      ],
    ),
    ...documentHandlers,
    ...peopleHandlers,
    ...paperHandlers,
    ...glassHandlers(),
    ...serviceHandlers,
    ...lessonHandlers,
    ...repatriationHandlers,
    ...paperOutHandlers([
      ...repatriationPapers,
      ...planPapers,
      ...entitlementPapers,
      ...formPapers,
      ...meetingPapers,
      ...situationPapers,
      disclosurePaper,
      complaintPaper,
      caseAsFhir,
    ]),
    ...caseHandlers(caseGuards),
    ...consentHandlers,
    ...caseworkHandlers,
    ...entitlementHandlers,
    ...formHandlers,
    ...situationHandlers,
    ...assessmentHandlers,
    ...planHandlers(findSource),
    ...meetingHandlers,
    ...rightsHandlers(),
    ...referralHandlers(),
    ...transferHandlers,
    ...fhirHandlers,
    ...guidanceHandlers,
    ...nodeExchangeHandlers,
  ],
  jobs: (node, signIn, post) => [
    ...sharedJobs(node, signIn, post, [...erasureEvents, ...duplicateEvents(node), ...planWordEvents]),
    ...documentJobs(node),
    ...caseJobs(node),
    ...consentJobs(node),
    ...caseworkJobs(node),
    ...rightsJobs(node),
    ...referralJobs(node),
    ...transferJobs(node),
    ...peopleJobs(node),
    ...paperJobs(node),
    ...glassJobs(node),
    ...duplicateJobs(node),
    ...guidanceJobs(node),
    ...nodeExchangeJobs(node),
  ],
  publicPages: null,
  mailIn: () => null,
}
