/** The door of repatriation: operations that bring people home, and what is done for those who come. */
import { handoverHandlers } from './handover/routes.ts'
import { operationHandlers } from './operations/routes.ts'
import { receptionHandlers } from './reception/index.ts'
import { abroadExport, registerHandlers } from './register/index.ts'

export { openManifest } from './manifest/openFile.ts'
export { problemText } from './manifest/words.ts'

export const repatriationHandlers = [
  ...operationHandlers,
  ...registerHandlers,
  ...receptionHandlers,
  ...handoverHandlers,
]
export const repatriationExports = [abroadExport]
