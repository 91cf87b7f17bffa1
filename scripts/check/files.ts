/** Which files the checks read: those that a clone would contain, found by walking, so that git is not needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Source } from './source.ts'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Made by programs, never committed; the same names stand in `.gitignore`. */
const made = /^(node_modules|dist|\.data|\.cache|\.git|\.vitest|screenshots|bench-results|.+\.log)$/

/** All files of the repository, from its root, with forward slashes, in a stable order. */
export function allFiles(folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(entry => !made.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory()) return allFiles(path)
      return entry.isFile() ? [path] : []
    })
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Every TypeScript file below `folder`, with its text. */
export const sourcesIn = (folder: string): Source[] =>
  allFiles(folder)
    .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(path => ({ path, text: read(path) }))
