/**
 * What a new hub knows: the four working groups, the parties, and the public record of meetings, from the files in
 * `data/council`. Written once, by the owner of the tables, while there is no body yet; later it is the secretariat's.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MultiText } from '@kerege/contract/common'
import { languages } from '@kerege/contract/common'
import { defaultRules } from '@kerege/contract/council/rules'
import type pg from 'pg'
import { newId } from '../../platform/ids.ts'
import { bodies } from './bodyNames.ts'

type Row = Record<string, string>

const folder = join(import.meta.dirname, '../../../data/council')
// Once in the life of a hub: what reads it is not carried afterwards.
const rowsOf = async (file: string): Promise<Row[]> => {
  const { parse } = await import('csv-parse/sync')
  return parse(await readFile(join(folder, file)), { columns: true }) as Row[]
}

const given = (text: string | undefined) => (text ? text : null)

/** @returns how many sessions were written; nothing where there is a register already */
export async function writeRegister(owner: pg.ClientBase): Promise<number> {
  const known = await owner.query('select 1 from council.bodies limit 1')
  if (known.rowCount) return 0
  await owner.query('begin')
  try {
    const council = await writeBodies(owner)
    const parties = await writeParties(owner)
    await writeChairs(owner, council, parties)
    const written = await writeSessions(owner, council)
    await owner.query('commit')
    return written
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function writeBodies(owner: pg.ClientBase): Promise<string> {
  let council = ''
  for (const [ordinal, body] of bodies.entries()) {
    const id = newId()
    if (body.kind === 'council') council = id
    await owner.query(
      'insert into council.bodies (id, code, kind, name, ordinal) values ($1, $2, $3, $4, $5)',
      [id, body.code, body.kind, JSON.stringify(body.name), ordinal],
    )
    await owner.query(
      'insert into council.body_rules (body_id, version, rules, at) values ($1, 1, $2, now())',
      [id, JSON.stringify(defaultRules(body.kind === 'council' ? undefined : body.code))],
    )
  }
  return council
}

async function writeParties(owner: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const row of await rowsOf('parties.csv')) {
    const id = newId()
    ids.set(row.code ?? '', id)
    const name = nameOf(row)
    await owner.query(
      `insert into council.parties (id, code, name, classification, country, reports_cases, note, source_url, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
      [
        id,
        row.code,
        JSON.stringify(name),
        row.classification,
        given(row.country),
        row.reports_cases === 'yes',
        row.note ? JSON.stringify({ en: { text: row.note, state: 'checked' } }) : null,
        given(row.source_url),
      ],
    )
  }
  return ids
}

/**
 * In the languages in which a party names itself: its own, and Russian where it publishes in it, as the United Nations do.
 * `renderings` are ours and say so; whoever has no name in a language is called by its English one, marked as English.
 */
function nameOf(row: Row): MultiText {
  const ours = (row.renderings ?? '').split(' ')
  const said = [
    ['en', row.name_en],
    ['ru', row.name_ru],
    [row.own_language, row.name_own],
  ] as const
  return Object.fromEntries(
    said.flatMap(([language, text]) =>
      language && text ? [[language, { text, state: ours.includes(language) ? 'draft' : 'checked' }]] : [],
    ),
  ) as MultiText
}

/** As far as it was reported: Uzbekistan as host of the first session, Kazakhstan in 2025. Later terms are not public. */
async function writeChairs(owner: pg.ClientBase, council: string, parties: ReadonlyMap<string, string>) {
  const reported = [
    ['UZ', '2024-05-14', '2024-12-31', 'https://s-cica.org/index.php?id=2075&view=press_releases'],
    [
      'KZ',
      '2025-01-01',
      '2025-12-31',
      'https://isrs.uz/en/yangiliklar/ekspert-ismi-reabilitacia-repatriantov-trebuet-kompleksnogo-podhoda-i-mezdunarodnogo-vzaimodejstvia',
    ],
  ] as const
  for (const [code, from, to, source] of reported) {
    await owner.query(
      `insert into council.chair_terms (id, body_id, party_id, from_day, to_day, source_url, at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [newId(), council, parties.get(code), from, to, source],
    )
  }
}

async function writeSessions(owner: pg.ClientBase, council: string): Promise<number> {
  const reports = Map.groupBy(await rowsOf('reports.csv'), row => row.key)
  const events = await rowsOf('events.csv')
  for (const row of events) {
    const id = newId()
    await owner.query(
      `insert into council.sessions (id, body_id, kind, title, state, format, from_day, to_day, month, sorts_on, city,
         country, organisers, summary, is_public, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, now(), now())`,
      [
        id,
        row.body ? council : null,
        row.kind,
        JSON.stringify(titleOf(row)),
        row.state,
        row.format,
        given(row.from),
        given(row.to),
        given(row.month),
        sortsOn(row),
        given(row.city),
        given(row.country),
        given(row.organisers),
        row.summary ? JSON.stringify({ en: { text: row.summary, state: 'checked' } }) : null,
      ],
    )
    for (const [ordinal, report] of (reports.get(row.key) ?? []).entries()) {
      await owner.query(
        `insert into council.session_reports (id, session_id, ordinal, source, source_url, title, number_said,
           participants, dates, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          id,
          ordinal,
          report.source,
          ...[
            report.source_url,
            report.title,
            report.number_said,
            report.participants,
            report.dates,
            report.note,
          ].map(given),
        ],
      )
    }
  }
  return events.length
}

/** English as reported, the others as our renderings. */
const titleOf = (row: Row): MultiText =>
  Object.fromEntries(
    languages.flatMap(language => {
      const text = row[`title_${language}`]
      return text
        ? [[language, { text, state: language === 'en' ? ('checked' as const) : ('draft' as const) }]]
        : []
    }),
  )

/** What has no day yet lies ahead of everything. */
const sortsOn = (row: Row): string => row.from || (row.month ? `${row.month}-01` : '2199-12-31')
