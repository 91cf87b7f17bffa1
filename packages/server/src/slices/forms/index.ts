/** The door of forms. */
export { intakeTaken } from './guard.ts'
export { formPapers } from './paper.ts'
export { formHandlers } from './routes.ts'
