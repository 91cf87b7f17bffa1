/** `kerege manifest check FILE`: what would become of a list of names, row by row as JSON Lines. Touches nothing. */
import { Language } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import { explain, matchThreshold } from '@kerege/contract/names/index'
import type { FoundPerson, LikenessReason } from '@kerege/contract/people/schema'
import { readManifest } from '@kerege/contract/repatriation/manifest/read'
import {
  ManifestMap,
  type ManifestReading,
  type ManifestRow,
  type Problem,
} from '@kerege/contract/repatriation/manifest/schema'
import { openManifest, problemText } from '../slices/repatriation/index.ts'
import { type Io, readArgs, Refusal, say } from './io.ts'
import { alikeOnNode, openLine } from './manifestNode.ts'

/** Exit codes of this port: nothing to do, something to look at, nothing could be read. */
const clean = 0
const withProblems = 2

export interface OpenedFile {
  file: string
  bytes: Uint8Array
  map: ManifestMap
  reading: ManifestReading
}

export async function checkManifest(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    { map: { type: 'string' }, node: { type: 'string' }, language: { type: 'string', default: 'en' } },
    1,
  )
  const language = Language.safeParse(values.language)
  if (!language.success) throw new Refusal('--language must be one of en, ru, kk, ky, tg, tk, uz.')
  const line = values.node === undefined ? undefined : openLine(values.node, io)
  const { reading } = await openFile(positionals[0], values.map, io)
  let known = 0
  const told = (problem: Problem) => ({ ...problem, message: problemText(language.data, problem) })
  const ofFile = Map.groupBy(reading.problems, problem => problem.row)
  for (const row of [...ofFile.keys()].toSorted((a, b) => a - b)) {
    const problems = (ofFile.get(row) ?? []).map(told)
    say(io.stdout, JSON.stringify({ row, person: null, family: null, problems, lookalikes: [] }))
  }
  for (const row of reading.rows) {
    const found = line ? await alikeOnNode(line, row.person) : []
    if (found.length > 0) known += 1
    say(io.stdout, JSON.stringify(lineOf(row, reading, told, found)))
  }
  const open = [...reading.problems, ...reading.rows.flatMap(row => row.problems)].filter(
    one => one.level !== 'note',
  )
  const alike = reading.rows.filter(row => row.lookalikes.some(one => one.match))
  say(
    io.stderr,
    `${reading.rows.length} persons in ${reading.families.length} families (${reading.familiesBy}), ` +
      `${open.length} problems, ${alike.length} rows with look-alikes, ${reading.leftOut.length} rows are nobody`,
    `map: ${JSON.stringify(reading.map)}`,
  )
  if (line) say(io.stderr, `${known} rows look like somebody on the register`)
  return open.length > 0 || alike.length > 0 || known > 0 ? withProblems : clean
}

function lineOf(
  row: ManifestRow,
  { families }: ManifestReading,
  told: (problem: Problem) => object,
  found: readonly FoundPerson[],
) {
  return {
    row: row.row,
    person: row.person,
    family: { number: row.family + 1, name: families[row.family]?.name ?? '' },
    problems: row.problems.map(told),
    lookalikes: [
      ...row.lookalikes.map(one => ({ ...one, reasons: sentencesOf(one.reasons) })),
      ...found.map(({ id, label, score, reasons }) => ({
        id,
        name: label,
        score,
        match: score >= matchThreshold,
        reasons: sentencesOf(reasons),
      })),
    ],
  }
}

const sentencesOf = (reasons: readonly LikenessReason[]) =>
  reasons.map(({ params, ...reason }) => explain({ ...reason, ...(params ? { params } : {}) }))

/** @throws Refusal for whatever cannot be read, in one sentence */
export async function openFile(
  file: string | undefined,
  mapFile: string | undefined,
  io: Io,
): Promise<OpenedFile> {
  if (file === undefined) throw new Refusal('Say which file: kerege manifest check FILE [--map M.json].')
  const bytes = await bytesOf(file, io)
  const map = mapFile === undefined ? {} : await mapOf(mapFile, io)
  const today = new Date().toISOString().slice(0, 10)
  try {
    return { file, bytes, map, reading: readManifest(openManifest(bytes), today, map) }
  } catch (error) {
    throw error instanceof DomainError ? new Refusal(`${file} cannot be read: ${sentenceOf(error)}`) : error
  }
}

async function bytesOf(file: string, io: Io): Promise<Uint8Array> {
  return io.readFile(file).catch(() => {
    throw new Refusal(`${file} cannot be read.`)
  })
}

async function mapOf(file: string, io: Io): Promise<ManifestMap> {
  const text = new TextDecoder().decode(await bytesOf(file, io))
  try {
    return ManifestMap.parse(JSON.parse(text))
  } catch {
    throw new Refusal(`${file} is no mapping: docs/ports.md says what stands in one.`)
  }
}

const sentences: Readonly<Record<string, string>> = {
  'manifest-empty': 'there is nothing in it.',
  'manifest-no-names': 'no column with names was found; say which with --map.',
  'manifest-too-long': 'more rows than {most}. Send it in parts, a flight at a time.',
  'sheet-too-long': 'a sheet of more rows than {most}. Send it in parts, a flight at a time.',
  'sheet-other-format': 'an old Excel file, one with a password, or no list at all. Save it as XLSX or CSV.',
  'file-broken': 'the file is damaged.',
  'file-mixed': 'something else hangs in the file.',
  'file-too-swollen': 'it would unpack to far more than a list can hold.',
  'too-large': 'larger than {limit} bytes.',
}

const sentenceOf = ({ code, details }: DomainError): string =>
  (sentences[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]))
