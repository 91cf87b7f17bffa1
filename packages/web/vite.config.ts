/** How the browser's part is built: pages in chunks of their own, two of words per language, no inline code. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { contractForBrowsers } from './vite/contract.ts'
import { early } from './vite/early.ts'
import { withoutJsonSchema } from './vite/jsonSchema.ts'
import { messages } from './vite/messages.ts'
import { themeCss } from './vite/theme.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [
    contractForBrowsers(),
    withoutJsonSchema(),
    messages(here('./src')),
    themeCss(),
    early(here('./src')),
  ],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy `script-src 'self'` allows neither data: addresses nor inlined helpers.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // Mantine marks its files for servers that render; this app is drawn in browsers only.
    rolldownOptions: {
      output: {
        // What nearly every page needs comes in two files instead of fifty crumbs.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules.(react|react-dom|scheduler|zod|@tanstack.(react-)?(router|router-core|query|query-core|store|history))[/\\]/,
            },
            // All that the first page draws, and the two ways on from there: each file by itself costs a phone
            // a way there and back. In this order, so that each takes what it needs and nobody before it.
            { name: 'first', test: /src.(router\.ts|ui.Toasts\.tsx|ui.theme\.ts)$|MantineProvider\.mjs$/ },
            { name: 'signIn', test: /src.slices.access.SignInPage\.tsx$/ },
            { name: 'frame', test: /src.shell.WorkLayout\.tsx$/ },
            { name: 'common', minShareCount: 20 },
          ],
        },
      },
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log)
      },
    },
  },
})
