/** The thesaurus of a folder of collections: a file beside them, as it was taken in; without one, what comes with the program. */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Analyser, openAnalyser, shippedAnalyser } from '@kerege/contract/analysis/thesaurus/expand'
import type { Concept } from '@kerege/contract/analysis/thesaurus/concepts'
import { judge } from '@kerege/contract/analysis/thesaurus/reading/judge'
import { thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { readThesaurus } from '../../platform/thesaurusFile.ts'
import { Unusable } from './file.ts'

const fileIn = (folder: string) => join(folder, 'thesaurus.ttl')

export interface Kept {
  readonly analyser: Analyser
  /** Of the words of it: an index that was made with others is not used. */
  readonly digest: string
}

/** @throws Unusable where somebody has changed the file into what cannot be read */
export async function keptThesaurus(folder: string): Promise<Kept> {
  let text: string
  try {
    text = await readFile(fileIn(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { analyser: shippedAnalyser, digest: '' }
    throw new Unusable(`cannot be read: ${(error as Error).message}`)
  }
  const { concepts, faults } = judge(readThesaurus(text).said)
  const [first] = faults
  if (first) throw new Unusable(`has a fault on line ${first.line}, column ${first.column}: ${first.code}`)
  return { analyser: openAnalyser(concepts), digest: createHash('sha256').update(text).digest('base64url') }
}

/** Beside the old one and put in its place by a rename, so a reader sees the old or the new one, whole. @returns where it lies */
export async function keepThesaurus(folder: string, concepts: readonly Concept[]): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = fileIn(folder)
  const beside = `${path}.${process.pid}.new`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(thesaurusTurtle(concepts))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
  return path
}
