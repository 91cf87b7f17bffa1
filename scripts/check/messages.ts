/**
 * Whether each catalogue stands in all seven languages with the same keys and the same blanks to fill in.
 * What the words themselves must be is tested where they are used.
 */
import { languages } from '../../packages/contract/src/common.ts'
import type { Fault, Source } from './source.ts'

const cataloguePath = /^(.*\/messages)\/([^/]+)\.json$/

export function messageFaults(files: readonly Source[]): Fault[] {
  const folders = Map.groupBy(
    files.filter(({ path }) => cataloguePath.test(path)),
    ({ path }) => cataloguePath.exec(path)?.[1] ?? '',
  )
  return [...folders].flatMap(([folder, catalogues]) => folderFaults(folder, catalogues))
}

function folderFaults(folder: string, catalogues: readonly Source[]): Fault[] {
  const byLanguage = new Map(
    catalogues.map(({ path, text }) => [cataloguePath.exec(path)?.[2] ?? '', messagesIn(text)]),
  )
  const all = new Map([...byLanguage.values()].flatMap(messages => [...messages]))
  const missing = languages.filter(language => !byLanguage.has(language))
  const foreign = [...byLanguage.keys()].filter(name => !languages.some(language => language === name))
  return [
    ...missing.map(language => ({ path: folder, says: `has no ${language}` })),
    ...foreign.map(name => ({ path: folder, says: `${name} is not a language of ours` })),
    ...[...byLanguage].flatMap(([language, messages]) =>
      [...all].flatMap(([key, sample]) => {
        const path = `${folder}/${language}.json`
        const text = messages.get(key)
        if (text === undefined) return [{ path, says: `lacks ${key}` }]
        if (text.trim() === '') return [{ path, says: `${key} is empty` }]
        if (blanks(text) === blanks(sample)) return []
        return [{ path, says: `${key} fills in ${blanks(text) || 'nothing'}, others ${blanks(sample)}` }]
      }),
    ),
  ]
}

const messagesIn = (text: string) => new Map(Object.entries(JSON.parse(text) as Record<string, string>))

/** Names of an ICU text's arguments, sorted, each once. */
function blanks(text: string): string {
  const names = new Set<string>()
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    // Braces take turns: the first opens an argument, the next inside it a branch, which is a text again.
    const name = /^\{\s*(\w+)\s*[,}]/.exec(text.slice(index))?.[1]
    if (sign === '{' && depth % 2 === 0 && name) names.add(name)
    depth += sign === '{' ? 1 : -1
  }
  return [...names].sort().join(' ')
}
