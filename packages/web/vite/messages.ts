/**
 * Gives `virtual:messages/<language>-open` and `-work`: the catalogues of one language for the pages of anybody and for
 * those inside, compiled ahead, each beside its part of the format table. The browser loads one such chunk, or two, and
 * needs no parser. Faulty ICU text stops the build.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { languages } from '@kerege/contract/common'
import type { Plugin } from 'vite'

const prefix = 'virtual:messages/'

/** What speaks on the pages for anybody; tests/openPages.test.ts holds that no other word is said there. */
const openFolders: readonly string[] = ['ui', 'shell', join('slices', 'start'), join('slices', 'access')]
// Long, and told of nowhere but inside.
const workTables: readonly string[] = ['countries', 'languages', 'scripts']

/** Does this catalogue, below `src`, come with the pages for anybody? */
const isOpen = (src: string, path: string): boolean =>
  openFolders.some(folder => path.startsWith(join(src, folder, 'messages')))

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
      const [language = '', part] = id.slice(prefix.length + 1).split('-')
      if (!(languages as readonly string[]).includes(language)) throw new Error(`no language ${language}`)
      const open = part === 'open'
      const compiled: Record<string, unknown> = {}
      for (const path of cataloguesOf(src, language).filter(one => isOpen(src, one) === open)) {
        this.addWatchFile(path)
        for (const [key, text] of Object.entries(readCatalogue(path))) compiled[key] = compile(key, text)
      }
      const data = { messages: compiled, formats: formatsOf(src, language, open) }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`
    },
  }
}

function formatsOf(src: string, language: string, open: boolean): object[] {
  const file = readFileSync(join(src, 'i18n/formats.generated.json'), 'utf8')
  const tables = JSON.parse(file) as Record<string, Record<string, unknown>>
  // Uzbek travels with its second script; both alphabets are one language.
  const own = language === 'uz' ? ['uz', 'uz-Cyrl'] : [language]
  return own.map(name =>
    Object.fromEntries(Object.entries(tables[name] ?? {}).filter(([id]) => workTables.includes(id) !== open)),
  )
}
