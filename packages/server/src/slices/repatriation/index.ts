/** The door of repatriation: operations that bring people home, and what is done for those who come. */
import { boardingHandlers } from './boarding/routes.ts'
import { operationHandlers } from './operations/routes.ts'
import { abroadExport, registerHandlers } from './register/index.ts'

export { openManifest } from './manifest/openFile.ts'
export { problemText } from './manifest/words.ts'

export const repatriationHandlers = [...operationHandlers, ...registerHandlers, ...boardingHandlers]
export const repatriationExports = [abroadExport]
