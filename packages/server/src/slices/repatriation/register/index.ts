/** The door of the register of people abroad, for the rest of repatriation. */
export { abroadExport } from './exportSource.ts'
export { registerHandlers } from './routes.ts'
