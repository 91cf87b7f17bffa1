/** The door of attachments. */
export { eraseOf as eraseDocumentsOf } from './actions.ts'
export { documentHandlers } from './routes.ts'
export { documentJobs } from './sweep.ts'
