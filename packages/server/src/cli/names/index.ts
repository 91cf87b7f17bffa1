/** The ports for names: what `kerege names …` and `kerege link` run. Documented in docs/ports.md. */
export { comparePort } from './compare.ts'
export { findPort } from './find.ts'
export { linkPort } from './link.ts'
export { romanisePort } from './romanise.ts'
