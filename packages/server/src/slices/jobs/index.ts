/** The door of the operator's view of background work. */
export { jobHandlers } from './routes.ts'
export { tidyJobs } from './tidy.ts'
