/** The door of administration: what is done to accounts only when two administrators want it. */
export { administrationHandlers, accountLabels, secondFactorResetKind } from './secondFactorReset.ts'
