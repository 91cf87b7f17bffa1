/** The door of services: the directory, for who sends a family somewhere. */
export { findOrganisation } from './organisations.ts'
export { serviceHandlers } from './routes.ts'
export { findService } from './store.ts'
