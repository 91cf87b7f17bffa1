/** What the hub is made of: the Council, figures, practices; no persons. */
import { type NodeSlices, sharedHandlers, sharedJobs } from './sharedSlices.ts'
import { accountHatsKind, secondFactorResetKind } from './slices/administration/index.ts'
import { auditExport } from './slices/audit/index.ts'
import {
  badgeExport,
  councilHandlers,
  councilJobs,
  councilLabels,
  councilPages,
  councilSearch,
  documentPages,
  focalPointExport,
  initiativePages,
  initiativesExport,
  resultsExport,
  rulesKind,
} from './slices/council/index.ts'
import { exchangeFiles, hubExchangeHandlers, hubExchangeJobs } from './slices/exchange/index.ts'
import { figureHandlers, figurePages, figuresExport } from './slices/figures/index.ts'
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

export const hubSlices: NodeSlices = {
  handlers: (node, jobs) => [
    ...sharedHandlers(
      node,
      jobs,
      councilLabels,
      [rulesKind, secondFactorResetKind, accountHatsKind],
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
  ],
  // Practices take over some notices, and so come after them.
  jobs: (node, signIn, post) => [
    ...sharedJobs(node, signIn, post, practiceEvents(node)),
    ...practiceJobs(node),
    ...councilJobs(node),
    ...hubExchangeJobs(node),
  ],
  publicPages: [
    ...councilPages,
    ...documentPages,
    ...practicePages,
    ...initiativePages,
    ...figurePages,
    certificatePage,
    ...councilSearch,
    ...exchangeFiles,
  ],
  mailIn: replyTaker,
}
