/** How the browser's part is built: pages in chunks of their own, one chunk per language, no inline code. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { compress } from './vite/compress.ts'
import { messages } from './vite/messages.ts'
import { themeCss } from './vite/theme.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [messages(here('./src')), themeCss(), compress()],
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
