/** The door of repatriation: operations and what leads to them. */
export { openManifest } from './manifest/openFile.ts'
export { problemText } from './manifest/words.ts'
