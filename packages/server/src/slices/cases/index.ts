/** The door of cases. */
export { openCase } from './opening.ts'
export { caseHandlers } from './routes.ts'
