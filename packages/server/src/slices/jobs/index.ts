/** The door of the operator's view of background work, and of how the node stands. */
export { healthHandlers } from './health/routes.ts'
export { look } from './health/look.ts'
export { inWords } from './health/sentences.ts'
export { jobHandlers } from './routes.ts'
export { tidyJobs } from './tidy.ts'
