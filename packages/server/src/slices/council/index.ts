/** The door of the Council. The hub alone has it; it knows no persons and no cases. */
export { badgeExport } from './badges.ts'
export { rulesKind } from './bodies.ts'
export { documentPages } from './documents/public/page.ts'
export { councilLabels } from './labels.ts'
export { councilPages, councilSearch } from './public/index.ts'
export { writeRegister } from './register.ts'
import type { Node } from '../../platform/context.ts'
import type { AnyHandler } from '../../platform/handler.ts'
import { actionHandlers } from './actionHandlers.ts'
import { agendaHandlers } from './agendaHandlers.ts'
import { decisionHandlers } from './decisionHandlers.ts'
import { digestHandlers } from './digest/handlers.ts'
import { councilDocumentHandlers } from './documents/handlers.ts'
import { sessionHandlers } from './routes.ts'

export { digestField, textDigest } from './decisionStore.ts'
export { councilJobs } from './silenceClock.ts'

/** Made for each node: those who listen to a list of speakers are its own. */
export const councilHandlers = (node: Node): AnyHandler[] => [
  ...sessionHandlers,
  ...agendaHandlers(node),
  ...decisionHandlers,
  ...actionHandlers,
  ...councilDocumentHandlers,
  ...digestHandlers,
]
