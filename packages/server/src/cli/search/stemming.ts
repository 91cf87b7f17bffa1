/** `kerege search stem`: lines in, the stems of their words out, one line for one. */
import { searchLanguages, searchLanguageOf } from '@kerege/contract/analysis/languages'
import { shownStem } from '@kerege/contract/analysis/stem/index'
import { tokensOf } from '@kerege/contract/analysis/tokens'
import { done, linesOf, misuse, type PortIo, readOptions, tell } from '../names/io.ts'

const usage = `kerege search stem --lang ${searchLanguages.join('|')} < lines > stems`

export async function stemPort(args: string[], io: PortIo): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['lang'])
  const language = searchLanguageOf(values.get('lang'))
  if (!language) faults.push('--lang is missing or not one of those known')
  if (!language || faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const { fault, summary } = tell(io, 'stdin')
  let lines = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    const stems = tokensOf(text).map(({ word }) => shownStem(word, language))
    io.stdout.write(`${stems.join(' ')}\n`)
    lines++
  }
  summary()
  io.stderr.write(`${lines} lines written\n`)
  return done
}
