/** The door of the Council. The hub alone has it; it knows no persons and no cases. */
export { badgeExport } from './badges.ts'
export { focalPointExport } from './focalPoints/export.ts'
export { rulesKind } from './bodies.ts'
export { documentPages } from './documents/public/page.ts'
export { initiativePages } from './initiatives/public/page.ts'
export { initiativesExport } from './initiatives/takingOut.ts'
export { councilLabels } from './labels.ts'
export { publicGuidance, publicGuidanceIds } from './guidance/feed.ts'
export { councilPages, councilSearch } from './public/index.ts'
export { resultsExport } from './results/exportSource.ts'
export { writeRegister } from './register.ts'
import type { Node } from '../../platform/context.ts'
import type { AnyHandler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { actionHandlers } from './actionHandlers.ts'
import { agendaHandlers } from './agendaHandlers.ts'
import { citationHandlers } from './citations/handlers.ts'
import { citationJobs } from './citations/telling.ts'
import { decisionHandlers } from './decisionHandlers.ts'
import { digestHandlers } from './digest/handlers.ts'
import { councilDocumentHandlers } from './documents/handlers.ts'
import { recordHandlers } from './record/handlers.ts'
import { initiativeHandlers } from './initiatives/handlers.ts'
import { resultHandlers } from './results/handlers.ts'
import { focalPointHandlers } from './focalPoints/handlers.ts'
import { guidanceMarkHandlers } from './guidance/handlers.ts'
import { offerHandlers } from './offers/handlers.ts'
import { requestHandlers } from './requests/handlers.ts'
import { keyJobs } from './finding/keying.ts'
import { requestJobs } from './requests/reminders.ts'
import { sessionHandlers } from './routes.ts'
import { silenceJobs } from './silenceClock.ts'
import { waitingHandlers } from './waiting/handlers.ts'

export { digestField, textDigest } from './decisionStore.ts'

export const councilJobs = (node: Node): JobDefinition[] => [
  ...silenceJobs(node),
  ...requestJobs(node),
  ...keyJobs(node),
  ...citationJobs(node),
]

/** Made for each node: those who listen to a list of speakers are its own. */
export const councilHandlers = (node: Node): AnyHandler[] => [
  ...sessionHandlers,
  ...agendaHandlers(node),
  ...decisionHandlers,
  ...actionHandlers,
  ...councilDocumentHandlers,
  ...recordHandlers,
  ...initiativeHandlers,
  ...resultHandlers,
  ...guidanceMarkHandlers(),
  ...offerHandlers,
  ...focalPointHandlers,
  ...requestHandlers,
  ...digestHandlers,
  ...citationHandlers,
  ...waitingHandlers,
]
