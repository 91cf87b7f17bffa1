/** The door of entitlements. */
export { claimsExport } from './exportSource.ts'
export { entitlementPapers } from './paper.ts'
export { entitlementHandlers } from './routes.ts'
