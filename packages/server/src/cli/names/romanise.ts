/** `kerege names romanise`: lines in, the same lines in Latin letters out, one for one. */
import { DomainError } from '@kerege/contract/errors'
import {
  type RomaniseOptions,
  romanise,
  romanLanguages,
  romanStandards,
  supportedRomanisations,
} from '@kerege/contract/names/index'
import { done, failed, linesOf, misuse, type PortIo, readOptions, tell } from './io.ts'

const usage = `kerege names romanise --lang ${romanLanguages.join('|')} [--from Cyrl|Latn|Arab] [--standard ${romanStandards.join('|')}]`

const scripts = ['Cyrl', 'Latn', 'Arab'] as const

const oneOf = <Value extends string>(list: readonly Value[], text: string | undefined) =>
  list.find(value => value === text)

export async function romanisePort(args: string[], io: PortIo): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['lang', 'from', 'standard'])
  const lang = oneOf(romanLanguages, values.get('lang'))
  const from = oneOf(scripts, values.get('from'))
  const standard = oneOf(romanStandards, values.get('standard') ?? 'kerege')
  if (!lang) faults.push('--lang is missing or not one of those known')
  if (values.has('from') && !from) faults.push('--from is not one of those known')
  if (!standard) faults.push(`--standard ${values.get('standard')} is not supported`)
  if (!lang || !standard || faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const refused = refusal(lang, from, standard)
  if (refused !== '') return misuse(io, [refused], usage)
  return romaniseLines(io, { lang, from, standard })
}

/** Why nothing can be romanised this way at all; empty when something can. */
function refusal(lang: string, from: string | undefined, standard: string): string {
  const supported = supportedRomanisations.filter(key => {
    const [inLang, script, byStandard] = key.split(' ')
    return inLang === lang && byStandard === standard && (from === undefined || script === from)
  })
  if (supported.length > 0) return ''
  return `--standard ${standard} is not fully supported for --lang ${lang}${from ? ` --from ${from}` : ''}; refused`
}

async function romaniseLines(io: PortIo, options: RomaniseOptions): Promise<number> {
  const { fault, summary } = tell(io, 'stdin')
  let written = 0
  let refused = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    try {
      io.stdout.write(`${text.trim() === '' ? text : romanise(text, options)}\n`)
      written++
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // An empty line keeps the others in step.
      io.stdout.write('\n')
      refused++
      fault(error.code, `line ${number}: ${reasonOf(error)}; left empty`)
    }
  }
  summary()
  io.stderr.write(`${written} lines written, ${refused} refused\n`)
  return written === 0 && refused > 0 ? failed : done
}

function reasonOf({ code, details }: DomainError): string {
  if (code === 'romanisation-letter')
    return `the letter ${String(details.letter)} is not in the table of the standard`
  return `the standard is not fully supported from ${String(details.from)}`
}
