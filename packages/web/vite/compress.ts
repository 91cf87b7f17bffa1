/** Writes compressed twins beside the built files, so that the server compresses nothing per request. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

export function compress(): Plugin {
  let outDir = ''
  return {
    name: 'kerege-compress',
    apply: 'build',
    // The command line may name another folder than the configuration.
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    writeBundle() {
      for (const path of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json)$/.test(path)) continue
        const file = join(outDir, path)
        const text = readFileSync(file)
        if (text.length < 1024) continue
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params: quality }))
      }
    },
  }
}
