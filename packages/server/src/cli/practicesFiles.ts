/** What can be done with practices outside a node: look at a file before it is brought in, check an archive, harvest a library. */
import { Country } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import { checkArchive } from '../platform/exports/archiveCheck.ts'
import { ZipFault } from '../platform/exports/zipFile.ts'
import { openOutside, OutsideError } from '../platform/outside.ts'
import { HarvestError, harvestAll, planPractices } from '../slices/practices/index.ts'
import { type Io, misuse, readArgs, Refusal, say } from './io.ts'

/** One JSON object for each row, faults by row and column on standard error. Writes nothing anywhere. */
export async function importFile(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    { check: { type: 'boolean' }, country: { type: 'string' } },
    1,
  )
  const [file] = positionals
  if (!file || !values.check)
    throw new Refusal(
      'Say which file to look at: kerege practices import FILE --check. Drafts are made on the page of the hub.',
      misuse,
    )
  const home = values.country === undefined ? undefined : Country.safeParse(values.country.toUpperCase()).data
  if (values.country !== undefined && home === undefined)
    throw new Refusal('--country must be two letters, such as KZ.', misuse)
  const bytes = await io.readFile(file).catch(() => {
    throw new Refusal(`${file} cannot be read.`)
  })
  const { report } = await planPractices(bytes, { home, titles: new Set() }).catch((error: unknown) => {
    throw error instanceof DomainError ? new Refusal(`${file} cannot be brought in: ${error.code}.`) : error
  })
  for (const row of report.rows) say(io.stdout, JSON.stringify(row))
  for (const { row, column, field, code } of report.faults) {
    say(io.stderr, `${file}: row ${row}${column ? `, column ${column}` : ''}, ${field}: ${code}`)
  }
  if (report.moreFaults > 0) say(io.stderr, `${file}: ${report.moreFaults} more faults`)
  if (report.unread.length > 0) say(io.stderr, `${file}: headings not read: ${report.unread.join(', ')}`)
  say(io.stderr, `${report.drafts} drafts, ${report.same} alike, ${report.leftOut} left out`)
  return report.leftOut > 0 || report.drafts === 0 ? 1 : 0
}

export async function archive(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, 1)
  const [file] = positionals
  if (!file) throw new Refusal('Say which archive: kerege practices archive FILE.', misuse)
  const { manifest, findings } = await checkArchive(file).catch((error: unknown) => {
    if (error instanceof ZipFault) throw new Refusal(`${file}: ${error.message}`)
    if ((error as NodeJS.ErrnoException).code) throw new Refusal(`${file} cannot be read.`)
    throw error
  })
  for (const finding of findings) say(io.stdout, JSON.stringify(finding))
  const { kind, node, madeAt, files } = manifest
  say(io.stdout, JSON.stringify({ kind, node, madeAt, files: files.length, findings: findings.length }))
  return findings.length > 0 ? 1 : 0
}

const harvestOptions = {
  set: { type: 'string' },
  from: { type: 'string' },
  most: { type: 'string', default: '1000' },
  'allow-private': { type: 'boolean', default: false },
} as const

/** One JSON object for each record as it comes, deleted ones too; what could not be read is counted on standard error. */
export async function harvest(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, harvestOptions, 1)
  const [url] = positionals
  const most = Number(values.most)
  if (!url || !URL.canParse(url))
    throw new Refusal('Say which library: kerege practices harvest URL.', misuse)
  if (!Number.isInteger(most) || most < 1) throw new Refusal('--most must be a number from 1.', misuse)
  if (values.from !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.from))
    throw new Refusal('--from must be a day, such as 2026-01-31.', misuse)
  const outside = openOutside({ allowPrivate: values['allow-private'] })
  let told = 0
  let leftOut = 0
  try {
    for await (const answer of harvestAll(outside, { url, set: values.set, from: values.from })) {
      leftOut += answer.leftOut
      for (const record of answer.records.slice(0, most - told)) say(io.stdout, JSON.stringify(record))
      told += Math.min(answer.records.length, most - told)
      if (told >= most) break
    }
  } catch (error) {
    if (error instanceof OutsideError)
      throw new Refusal(
        error.fault === 'address-refused'
          ? 'This address leads into a private network; --allow-private lets it.'
          : `The library does not give its list: ${error.fault}${error.status ? ` ${error.status}` : ''}. Records so far: ${told}.`,
      )
    if (error instanceof HarvestError)
      throw new Refusal(
        `The library says: ${error.fault}${error.code ? ` (${error.code})` : ''}. Records so far: ${told}.`,
      )
    throw error
  }
  say(io.stderr, `${told} records, ${leftOut} left out`)
  return 0
}
