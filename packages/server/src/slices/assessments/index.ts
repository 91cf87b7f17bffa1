/** The door of assessments. */
export { assessmentHandlers } from './routes.ts'
