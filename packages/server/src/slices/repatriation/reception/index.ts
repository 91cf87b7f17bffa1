/** The door of reception, for the rest of repatriation. */
export { endBedsOf } from './beds.ts'
export { receptionHandlers } from './routes.ts'
export { handedOver, requireTogether } from './together.ts'
export { wholeSite } from './whole.ts'
