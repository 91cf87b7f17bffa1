/** The door of what a case keeps of a life. */
export { situationPapers } from './papers.ts'
export { situationHandlers } from './routes.ts'
