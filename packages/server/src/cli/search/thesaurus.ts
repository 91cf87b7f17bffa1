/** `kerege search thesaurus`: the concepts of the search, given out as SKOS in Turtle or as a table, or taken in from either. */
import { resolve } from 'node:path'
import { compareThesauri } from '@kerege/contract/analysis/thesaurus/compare'
import type { Remark } from '@kerege/contract/analysis/thesaurus/reading/entry'
import { judge } from '@kerege/contract/analysis/thesaurus/reading/judge'
import { thesaurusRows, thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { writeCsvRow } from '../../platform/csv.ts'
import { readThesaurus } from '../../platform/thesaurusFile.ts'
import { done, failed, misuse, type PortIo, readOptions, readOrTell, tell } from '../names/io.ts'
import { Unusable } from './file.ts'
import { keepThesaurus, type Kept, keptThesaurus } from './kept.ts'

const usage =
  'kerege search thesaurus [--format turtle|csv] [--dir FOLDER] > thesaurus.ttl, or --import FILE [--dir FOLDER]'
const mostBytes = 10_000_000

export async function thesaurusPort(args: string[], io: PortIo, folder: string): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['format', 'dir', 'import'])
  const format = values.get('format') ?? 'turtle'
  const file = values.get('import')
  const dir = values.get('dir')
  if (format !== 'turtle' && format !== 'csv') faults.push('--format is turtle or csv')
  if (file !== undefined && values.has('format'))
    faults.push('--format says what is given out, not what is taken in')
  if (file === '' || dir === '') faults.push(`--${file === '' ? 'import' : 'dir'} is empty`)
  if (faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const own = dir === undefined ? folder : resolve(dir)
  const kept = await openedOrTold(io, own)
  // One that was spoilt by hand is replaced by the next that is taken in.
  if (file !== undefined) return takeIn(io, own, file, kept)
  if (!kept) return failed
  const { concepts } = kept.analyser
  io.stdout.write(
    format === 'csv' ? thesaurusRows(concepts).map(writeCsvRow).join('') : thesaurusTurtle(concepts),
  )
  return done
}

async function takeIn(io: PortIo, folder: string, file: string, before: Kept | undefined): Promise<number> {
  const bytes = await readOrTell(io, file)
  if (!bytes) return failed
  if (bytes.length > mostBytes) {
    io.stderr.write(`${file}: more than ${mostBytes / 1_000_000} MB is no thesaurus\n`)
    return failed
  }
  const { concepts, faults, notes, more } = judge(readThesaurus(new TextDecoder().decode(bytes)).said)
  const told = tell(io, file)
  const say = (kind: string, { line, column, code, word }: Remark) =>
    told.fault(kind, `line ${line}, column ${column}: ${code}${word ? ` ${JSON.stringify(word)}` : ''}`)
  for (const one of faults) say('faults', one)
  for (const one of notes) say('notes', one)
  told.summary()
  if (more > 0) io.stderr.write(`${file}: ${more} more\n`)
  if (faults.length > 0 || concepts.length === 0) {
    io.stderr.write('nothing was taken in\n')
    return failed
  }
  const { added, changed, missing } = compareThesauri(before?.analyser.concepts ?? [], concepts)
  const path = await keepThesaurus(folder, concepts)
  io.stderr.write(
    `${concepts.length} concepts in ${path}: ${added.length} new, ${changed.length} changed, ${missing.length} taken out\n`,
  )
  return done
}

/** Says why the kept one cannot be used. */
export async function openedOrTold(io: PortIo, folder: string): Promise<Kept | undefined> {
  try {
    return await keptThesaurus(folder)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    io.stderr.write(`the thesaurus in ${folder} ${error.message}\n`)
    return undefined
  }
}
