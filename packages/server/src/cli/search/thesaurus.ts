/** `kerege search thesaurus`: the concepts of the search, as SKOS in Turtle or as a table. */
import { thesaurusRows, thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { writeCsvRow } from '../../platform/csv.ts'
import { done, misuse, type PortIo, readOptions } from '../names/io.ts'

const usage = 'kerege search thesaurus [--format turtle|csv] > thesaurus.ttl'

export async function thesaurusPort(args: string[], io: PortIo): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['format'])
  const format = values.get('format') ?? 'turtle'
  if (format !== 'turtle' && format !== 'csv') faults.push('--format is turtle or csv')
  if (faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  io.stdout.write(format === 'csv' ? thesaurusRows().map(writeCsvRow).join('') : thesaurusTurtle())
  return done
}
