/**
 * Gives `virtual:messages/<language>-<part>`: the catalogues of one language for the pages of anybody, for those inside, and for a page
 * of its own where somebody comes who needs no more, compiled ahead, each beside its part of the format table. The browser loads one
 * such chunk, or two, and needs no parser. Faulty ICU text stops the build.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { languages } from '@kerege/contract/common'
import type { Plugin } from 'vite'
import type { Part } from '../src/i18n/parts.ts'

const prefix = 'virtual:messages/'

/** What speaks on the pages for anybody; tests/openPages.test.ts holds that no other word is said there. */
const openFolders: readonly string[] = [
  'ui',
  'shell',
  join('slices', 'start'),
  join('slices', 'access'),
  join('slices', 'access', 'doors'),
]
/** What speaks on the pages of rights and complaints, and on the one where somebody outside answers. */
const apartFolders: readonly (readonly [Part, string])[] = [
  ['rights', join('slices', 'rights', 'open')],
  ['outside', join('slices', 'referrals', 'outside')],
]
// Long, and told of nowhere but inside.
const workTables: readonly string[] = ['countries', 'languages', 'scripts']

/** With which pages does this catalogue, below `src`, come? */
function partOf(src: string, path: string): Part {
  const isIn = (folder: string) => path.startsWith(join(src, folder, 'messages'))
  const apart = apartFolders.find(([, folder]) => isIn(folder))
  return apart?.[0] ?? (openFolders.some(isIn) ? 'open' : 'work')
}

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
      const compiled: Record<string, unknown> = {}
      for (const path of cataloguesOf(src, language).filter(one => partOf(src, one) === part)) {
        this.addWatchFile(path)
        for (const [key, text] of Object.entries(readCatalogue(path))) compiled[key] = compile(key, text)
      }
      const data = { messages: compiled, formats: formatsOf(src, language, part) }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`
    },
  }
}

/** What stands apart is told in the formats of the pages for anybody, which are there already. */
function formatsOf(src: string, language: string, part: string | undefined): object[] {
  const file = readFileSync(join(src, 'i18n/formats.generated.json'), 'utf8')
  const tables = JSON.parse(file) as Record<string, Record<string, unknown>>
  // Uzbek travels with its second script; both alphabets are one language.
  const own = language === 'uz' ? ['uz', 'uz-Cyrl'] : [language]
  return own.map(name =>
    Object.fromEntries(
      Object.entries(tables[name] ?? {}).filter(
        ([id]) => (part === 'open' || part === 'work') && workTables.includes(id) === (part === 'work'),
      ),
    ),
  )
}
