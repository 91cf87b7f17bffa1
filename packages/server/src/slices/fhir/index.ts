/** The door of FHIR: a case that leaves as a file, and one that comes in from a file. */
export { caseAsFhir } from './leaving.ts'
export { fhirHandlers } from './routes.ts'
