/** The door of repatriation: operations that bring people home, and what is done for those who come. */
import { boardingHandlers } from './boarding/routes.ts'
import { handoverHandlers } from './handover/routes.ts'
import { importHandlers } from './manifest/routes.ts'
import { operationLessonHandlers } from './lessons/index.ts'
import { operationHandlers } from './operations/routes.ts'
import { preparingHandlers } from './preparing/routes.ts'
import { receptionHandlers } from './reception/index.ts'
import { abroadExport, registerHandlers } from './register/index.ts'

export { openManifest } from './manifest/openFile.ts'
export { problemText } from './manifest/words.ts'
export { repatriationPapers } from './papers/index.ts'
export { divisionKind } from './preparing/divisions.ts'

export const repatriationHandlers = [
  ...operationHandlers,
  ...preparingHandlers,
  ...operationLessonHandlers,
  ...registerHandlers,
  ...boardingHandlers,
  ...importHandlers,
  ...receptionHandlers,
  ...handoverHandlers,
]
export const repatriationExports = [abroadExport]
