/** The words of the screens in one language: a journey says what a person reads, and survives a better wording. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../packages/contract/src/common.ts'

const source = join(import.meta.dirname, '../../packages/web/src')

const read = new Map<Language, Record<string, string>>()

function messagesIn(language: Language): Record<string, string> {
  const known = read.get(language)
  if (known) return known
  const all: Record<string, string> = {}
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith(`messages/${language}.json`))
      Object.assign(all, JSON.parse(readFileSync(join(source, file), 'utf8')))
  }
  read.set(language, all)
  return all
}

/** Plain messages by key; those with arguments are patterns that stop at the first one. */
export function wordsIn(language: Language): (key: string) => string | RegExp {
  const all = messagesIn(language)
  return key => {
    const text = all[key]
    if (text === undefined) throw new Error(`No screen says "${key}".`)
    if (!text.includes('{')) return text
    const [before = '', ...rest] = text.split(/\{[^{}]*\}/)
    const longest = [before, ...rest].sort((a, b) => b.length - a.length)[0] ?? ''
    return new RegExp(longest.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  }
}
