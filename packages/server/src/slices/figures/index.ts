/** The door of figures: the hub's published numbers. */
import type { AnyPublic } from '../../platform/publicPage.ts'
import { figuresFile, figuresPage } from './public/page.ts'

export { readTableFile } from './csvFile.ts'
export { figuresExport } from './exportSource.ts'
export { fillFigures } from './firstStart.ts'
export { figureHandlers } from './routes.ts'
export { findingText } from './words.ts'

export const figurePages: readonly AnyPublic[] = [figuresPage, figuresFile]
