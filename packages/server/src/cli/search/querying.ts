/** `kerege search query`: questions as JSON Lines, ranked documents of a collection out. */
import { type Searcher, searcher } from '@kerege/contract/analysis/index/search'
import { searchLanguageOf } from '@kerege/contract/analysis/languages'
import { done, failed, linesOf, misuse, type PortIo, readOptions, tell } from '../names/io.ts'
import { readIndex, Unusable } from './file.ts'
import type { Kept } from './kept.ts'
import { type Place, placeOf } from './place.ts'
import { openedOrTold } from './thesaurus.ts'

const usage =
  'kerege search query --collection NAME [--top 10] [--dir FOLDER] < queries.jsonl > results.jsonl'
const mostResults = 10_000

export async function queryPort(args: string[], io: PortIo, folder: string): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['collection', 'dir', 'top'])
  const top = Number(values.get('top') ?? 10)
  if (!Number.isInteger(top) || top < 1 || top > mostResults) {
    faults.push(`--top is not a number from 1 to ${mostResults}`)
  }
  const place = placeOf(values, folder, faults)
  if (!place || faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const kept = await openedOrTold(io, place.folder)
  if (!kept) return failed
  const found = await opened(io, place, kept)
  if (!found) return failed
  const { fault, summary } = tell(io, 'stdin')
  let answered = 0
  let leftOut = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    if (text.trim() === '') continue
    const query = queryOf(text, message => fault('query', `line ${number}: ${message}`))
    if (!query) {
      leftOut++
      continue
    }
    const results = found
      .search(query.text, query.lang, top)
      .map(({ id, score }) => ({ id, score: Math.round(score * 10_000) / 10_000 }))
    io.stdout.write(`${JSON.stringify({ id: query.id, results })}\n`)
    answered++
  }
  summary()
  io.stderr.write(`${answered} queries answered, ${leftOut} lines left out\n`)
  return answered === 0 && leftOut > 0 ? failed : done
}

async function opened(io: PortIo, { file, name }: Place, kept: Kept): Promise<Searcher | undefined> {
  try {
    const index = await readIndex(file, kept.digest)
    if (index) return searcher(index, kept.analyser)
    io.stderr.write(`there is no collection "${name}": ${file} does not exist\n`)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    io.stderr.write(`${file} ${error.message}\n`)
  }
  return undefined
}

function queryOf(line: string, tellFault: (message: string) => void) {
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
  const { id = null, lang, query } = read as Record<string, unknown>
  if (typeof query !== 'string') {
    tellFault('query is missing or not a text; left out')
    return undefined
  }
  const told = typeof lang === 'string' ? searchLanguageOf(lang) : undefined
  if (lang !== undefined && lang !== null && told === undefined) {
    tellFault('lang is none of en, ru, kk, ky, tg, tk, uz; guessed from the words')
  }
  return { id, text: query, lang: told }
}
