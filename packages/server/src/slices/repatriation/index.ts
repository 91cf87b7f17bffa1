/** The door of repatriation: operations that bring people home, and what is done for those who come. */
import { operationHandlers } from './operations/routes.ts'
import { receptionHandlers } from './reception/index.ts'
import { abroadExport, registerHandlers } from './register/index.ts'

export { openManifest } from './manifest/openFile.ts'
export { problemText } from './manifest/words.ts'

export const repatriationHandlers = [...operationHandlers, ...registerHandlers, ...receptionHandlers]
export { repatriationPapers } from './papers/index.ts'
export const repatriationExports = [abroadExport]
