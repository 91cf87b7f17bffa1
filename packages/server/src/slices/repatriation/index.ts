/** The door of repatriation: operations that bring people home, and what is done for those who come. */
export { openManifest } from './manifest/openFile.ts'
export { importHandlers } from './manifest/routes.ts'
export { problemText } from './manifest/words.ts'
export { operationHandlers } from './operations/routes.ts'
