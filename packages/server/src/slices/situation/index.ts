/** The door of what a case keeps of a life. */
export { situationExport } from './exportSource.ts'
export { situationPapers } from './papers.ts'
export { situationHandlers } from './routes.ts'
