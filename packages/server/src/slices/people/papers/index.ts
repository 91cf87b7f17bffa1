/** The door of papers, for the rest of the register. */
export { paperJobs } from './alerts.ts'
export { papersExport } from './exportSource.ts'
export { paperHandlers } from './routes.ts'
