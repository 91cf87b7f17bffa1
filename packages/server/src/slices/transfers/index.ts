/** The door of transfers. */
export { transferJobs } from './reminding.ts'
export { transferHandlers } from './routes.ts'
