/**
 * Leaves out of the browser's part what zod writes JSON Schema with: every schema holds on to it, only the node's
 * OpenAPI document uses it, and it is a sixth of the library. tests/openPages.test.ts notices when zod moves it.
 */
import type { Plugin } from 'vite'

const schemas = /zod.v4.classic.schemas\.js$/
const writer = /^ *inst\._zod\.processJSONSchema = .*;$/gm
const methods = /^import \{ (\w+), (\w+) \} from "\.\.\/core\/to-json-schema\.js";$/m

export function withoutJsonSchema(): Plugin {
  return {
    name: 'kerege-without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: schemas },
      handler: code =>
        code
          .replace(writer, '')
          .replace(methods, 'const absent = () => undefined; const $1 = () => absent, $2 = () => absent;'),
    },
  }
}
