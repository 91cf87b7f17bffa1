/** `npm run build:web`: builds the browser's part, unless it stands as its sources are, and says where. */
import { stripVTControlCharacters } from 'node:util'
import { builtWeb } from '../packages/server/src/region/web.ts'

try {
  const folder = await builtWeb(() => process.stdout.write('Building the web app …\n'))
  process.stdout.write(`The web app stands in ${folder}\n`)
} catch (error) {
  console.error(stripVTControlCharacters(String(error)))
  process.exitCode = 1
}
