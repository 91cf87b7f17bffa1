/** The door of administration: what is done to accounts only when two administrators want it. */
import { hatHandlers } from './hats.ts'
import { secondFactorHandlers } from './secondFactorReset.ts'

export { accountHatsKind } from './hats.ts'
export { accountLabels, secondFactorResetKind } from './secondFactorReset.ts'

export const administrationHandlers = [...secondFactorHandlers, ...hatHandlers]
