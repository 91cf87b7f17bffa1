/** The door of cases. */
export { closureKind } from './closing.ts'
export { casesExport } from './exportSource.ts'
export { caseLabels } from './labels.ts'
export { openCase } from './opening.ts'
export { caseJobs } from './reviews.ts'
export { caseHandlers } from './routes.ts'
