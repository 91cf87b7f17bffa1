/** The door of the audit slice: every request leaves one entry, every change a sealed history. */
export { auditExport } from './exportSource.ts'
export { historyOf } from './history.ts'
export { checkLog, type LogReport } from './check.ts'
export { logKey } from './note.ts'
export { openValue, personKey, sealValue } from './personKeys.ts'
export { auditHandlers } from './routes.ts'
export { type Sequencer, startSequencer } from './sequencer.ts'
export { openTrail, recordAlone } from './trail.ts'
