/** The door of repatriation: operations that bring people home, and what is done for those who come. */
import { operationHandlers } from './operations/routes.ts'
import { preparingHandlers } from './preparing/routes.ts'

export { divisionKind } from './preparing/divisions.ts'

export const repatriationHandlers = [...operationHandlers, ...preparingHandlers]
