/** `kerege search index`: documents as JSON Lines into a collection on disk. */
import { collector, type SourceDocument } from '@kerege/contract/analysis/index/collect'
import { searchLanguageOf } from '@kerege/contract/analysis/languages'
import { done, failed, linesOf, misuse, type PortIo, readOptions, tell } from '../names/io.ts'
import { readIndex, Unusable, writeIndex } from './file.ts'
import { placeOf } from './place.ts'
import { openedOrTold } from './thesaurus.ts'

const usage = 'kerege search index --collection NAME [--dir FOLDER] < documents.jsonl'

export async function indexPort(args: string[], io: PortIo, folder: string): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['collection', 'dir'])
  const place = placeOf(values, folder, faults)
  if (!place || faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const kept = await openedOrTold(io, place.folder)
  if (!kept) return failed
  const documents = collector(await before(io, place.file, kept.digest), kept.analyser)
  const { fault, summary } = tell(io, 'stdin')
  const size = documents.size
  let read = 0
  let leftOut = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    if (text.trim() === '') continue
    const document = documentOf(text, message => fault('document', `line ${number}: ${message}`))
    if (!document) {
      leftOut++
      continue
    }
    if (!documents.add(document)) {
      io.stderr.write(`line ${number}: the collection is full; this line and those after it are left out\n`)
      leftOut++
      break
    }
    read++
  }
  summary()
  if (read > 0 || size === 0) await writeIndex(place.file, documents.finish(), kept.digest)
  io.stderr.write(
    `${read} documents indexed, ${leftOut} lines left out; ${documents.size} documents in ${place.file}\n`,
  )
  return read === 0 && leftOut > 0 ? failed : done
}

/** What the collection has already. One that cannot be used is told, and begun anew. */
async function before(io: PortIo, file: string, thesaurus: string) {
  try {
    return await readIndex(file, thesaurus)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    io.stderr.write(`${file} ${error.message}. It is begun anew with the documents of this run\n`)
    return undefined
  }
}

function documentOf(line: string, tellFault: (message: string) => void): SourceDocument | undefined {
  let read: unknown
  try {
    read = JSON.parse(line.replace(/^\ufeff/, ''))
  } catch {
    tellFault('not JSON; left out')
    return undefined
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    tellFault('not an object; left out')
    return undefined
  }
  const { id, lang, title = '', text = '' } = read as Record<string, unknown>
  const ownId = typeof id === 'number' ? String(id) : id
  if (typeof ownId !== 'string' || ownId === '') tellFault('id is missing or not a text; left out')
  else if (title !== null && typeof title !== 'string') tellFault('title is not a text; left out')
  else if (text !== null && typeof text !== 'string') tellFault('text is not a text; left out')
  else {
    const told = typeof lang === 'string' ? searchLanguageOf(lang) : undefined
    if (lang !== undefined && lang !== null && told === undefined) {
      tellFault('lang is none of en, ru, kk, ky, tg, tk, uz; guessed from the text')
    }
    return { id: ownId, lang: told, title: title ?? '', text: text ?? '' }
  }
  return undefined
}
