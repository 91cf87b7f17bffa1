/**
 * Gives `virtual:messages/<language>`: all catalogues of one language, compiled ahead, beside its format table.
 * The browser loads one such chunk and needs no parser. Faulty ICU text stops the build.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { languages } from '@kerege/contract/common'
import type { Plugin } from 'vite'

const prefix = 'virtual:messages/'

/** Paths of all catalogues of one language below `src`. */
export function cataloguesOf(src: string, language: string): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith(join('messages', `${language}.json`)))
    .sort()
    .map(path => join(src, path))
}

export const readCatalogue = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>

/** A message without arguments stays a string, which is the smaller chunk. */
function compile(key: string, text: string): unknown {
  try {
    const tokens = compileMessageOrThrow(text)
    const [only] = tokens
    return tokens.length === 1 && typeof only === 'string' ? only : tokens
  } catch (cause) {
    throw new Error(`message ${key} is not valid ICU text`, { cause })
  }
}

export function messages(src: string): Plugin {
  return {
    name: 'kerege-messages',
    resolveId: id => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const language = id.slice(prefix.length + 1)
      if (!(languages as readonly string[]).includes(language)) throw new Error(`no language ${language}`)
      const compiled: Record<string, unknown> = {}
      for (const path of cataloguesOf(src, language)) {
        this.addWatchFile(path)
        for (const [key, text] of Object.entries(readCatalogue(path))) compiled[key] = compile(key, text)
      }
      const tablePath = join(src, 'i18n/formats.generated.json')
      const tables = JSON.parse(readFileSync(tablePath, 'utf8')) as Record<string, unknown>
      // Uzbek travels with its second script; both alphabets are one language.
      const formats = language === 'uz' ? [tables.uz, tables['uz-Cyrl']] : [tables[language]]
      return `export default JSON.parse(${JSON.stringify(JSON.stringify({ messages: compiled, formats }))})`
    },
  }
}
