/** The door of the Council. The hub alone has it; it knows no persons and no cases. */
export { badgeExport } from './badges.ts'
export { rulesKind } from './bodies.ts'
export { councilLabels } from './labels.ts'
export { writeRegister } from './register.ts'
export { sessionHandlers as councilHandlers } from './routes.ts'
