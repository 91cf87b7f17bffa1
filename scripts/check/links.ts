/** Whether every link between our own pages leads somewhere, down to the heading. */
import { posix } from 'node:path'
import type { Fault, Source } from './source.ts'

const link = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g

/** @param paths every file of the repository */
export function linkFaults(pages: readonly Source[], paths: readonly string[]): Fault[] {
  const known = new Set(paths.flatMap(path => [path, ...foldersOf(path)]))
  const headings = new Map(pages.map(({ path, text }) => [path, headingsOf(text)]))
  return pages.flatMap(({ path, text }) => {
    // Code shows links without meaning them.
    const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, code => code.replace(/[^\n]/g, ' '))
    return Array.from(prose.matchAll(link)).flatMap(found => {
      const target = found[1] ?? ''
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return []
      const [file = '', heading] = target.split('#')
      const full = file ? posix.join(posix.dirname(path), decodeURI(file)).replace(/\/$/, '') : path
      const line = prose.slice(0, found.index).split('\n').length
      if (!known.has(full)) return [{ path, line, says: `links to ${target}, which is not there` }]
      if (heading && headings.has(full) && !headings.get(full)?.has(heading)) {
        return [{ path, line, says: `links to ${target}, which has no such heading` }]
      }
      return []
    })
  })
}

function foldersOf(path: string): string[] {
  const folder = posix.dirname(path)
  return folder === '.' ? [folder] : [folder, ...foldersOf(folder)]
}

/** Headings as anchors, the way forges make them. */
const headingsOf = (text: string): ReadonlySet<string> =>
  new Set(
    Array.from(text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm), found =>
      (found[1] ?? '')
        .toLowerCase()
        .replace(/[`*_]/g, '')
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )
