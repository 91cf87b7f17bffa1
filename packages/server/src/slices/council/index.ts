/** The door of the Council. The hub alone has it; it knows no persons and no cases. */
export { badgeExport } from './badges.ts'
export { rulesKind } from './bodies.ts'
export { councilLabels } from './labels.ts'
export { writeRegister } from './register.ts'
import { decisionHandlers } from './decisionHandlers.ts'
import { sessionHandlers } from './routes.ts'

export { digestField, textDigest } from './decisionStore.ts'
export { councilJobs } from './silenceClock.ts'

export const councilHandlers = [...sessionHandlers, ...decisionHandlers]
