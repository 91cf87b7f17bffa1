/** The door of repatriation: operations that bring people home, and what is done for those who come. */
export { operationHandlers } from './operations/routes.ts'
export { boardingHandlers } from './boarding/routes.ts'
