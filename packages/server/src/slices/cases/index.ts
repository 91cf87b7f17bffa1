/** The door of cases. */
export { casesExport } from './exportSource.ts'
export { openCase } from './opening.ts'
export { caseHandlers } from './routes.ts'
