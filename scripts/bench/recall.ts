/**
 * How many of the invented people of the evaluation (contract/names/evaluation) the search finds among 200,000 others:
 * registered as one kind of paper writes them, asked for as another does. Written by transliterators that share no
 * table with the library. All in one transaction that is rolled back.
 */
import pg from 'pg'
import {
  type Invented,
  seeded,
  type Tongue,
  tongues,
} from '../../packages/contract/src/names/evaluation/people.ts'
import {
  count,
  peopleOf,
  percent,
  tally,
  type Tally,
} from '../../packages/contract/src/names/evaluation/measure.ts'
import { papers, render } from '../../packages/contract/src/names/evaluation/renderings.ts'
import { parseName } from '../../packages/contract/src/names/index.ts'
import { scriptOf } from '../../packages/contract/src/names/script.ts'
import type { PersonName } from '../../packages/contract/src/people/schema.ts'
import type { Context } from '../../packages/server/src/platform/context.ts'
import { over } from '../../packages/server/src/platform/database.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { contactColumns, search, searchWords } from '../../packages/server/src/slices/people/index.ts'
import type { Ground } from './ground.ts'

const atMostRank = 10

/** One paper's text as the fields of a form: what no ending tells is the given name. */
function fieldsOf(text: string): PersonName {
  const { family, given, patronymic, unknown } = parseName(text)
  const parts = {
    family: family.join(' '),
    given: [...given, ...unknown].join(' '),
    patronymic: patronymic.join(' '),
  }
  const filled = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''))
  return { ...filled, script: scriptOf(text) as PersonName['script'], use: 'usual', source: 'list' }
}

/** A full name once only: namesakes among those asked for would stand in one another's way. */
function distinct(tongue: Tongue, size: number): Invented[] {
  const draw = seeded(7)
  const seen = new Set<string>()
  return peopleOf(tongue, size * 6)
    .filter(person => {
      const name = render(person, 'passport', draw)
      return !seen.has(name) && seen.add(name)
    })
    .slice(0, size)
}

export interface Recall {
  /** By the paper registered and the paper asked, in per cent. */
  byPaper: Record<string, number>
  byTongue: Record<string, number>
  all: number
}

/** @param dated the year of birth is typed beside the name, as somebody would who meets ten namesakes */
export async function measureRecall(ground: Ground, size: number, dated: boolean): Promise<Recall> {
  const client = new pg.Client({ connectionString: ground.urls.ownerUrl })
  await client.connect()
  const byPaper = new Map<string, Tally>()
  const byTongue = new Map<string, Tally>()
  const all = tally()
  const into = (map: Map<string, Tally>, key: string) => {
    const known = map.get(key) ?? tally()
    map.set(key, known)
    return known
  }
  try {
    await client.query('begin')
    const found = await client.query<{ token_hash: Buffer; agency_id: string; team_id: string }>(
      `select s.token_hash, h.agency_id, h.team_id from access.sessions s join access.hats h on h.id = s.hat_id
        where h.role = 'nationalCoordinator' order by s.created_at desc limit 1`,
    )
    const who = found.rows[0]
    if (!who) throw new Error('The ground has no coordinator.')
    await client.query('select access.enter($1, 30)', [who.token_hash])
    const ctx = { tx: over(client) } as Context // the search reads nothing else of it
    for (const tongue of tongues) {
      for (const [at, person] of distinct(tongue, size).entries()) {
        const draw = seeded(at + 1)
        const texts = new Map(papers.map(paper => [paper, render(person, paper, draw)]))
        const year = 1950 + (at % 70)
        for (const paper of papers) {
          const id = newId()
          await client.query('savepoint one')
          await put(client, id, who, fieldsOf(texts.get(paper) ?? ''), year)
          for (const asked of papers) {
            if (asked === paper) continue
            const q = `${texts.get(asked)}${dated ? ` ${year}` : ''}`
            const { rows } = await search(ctx, q, atMostRank)
            const hit = rows.some(row => row.id === id)
            count(all, hit)
            count(into(byPaper, `${paper} > ${asked}`), hit)
            count(into(byTongue, tongue), hit)
          }
          await client.query('rollback to savepoint one')
        }
      }
    }
    await client.query('rollback')
  } finally {
    await client.end()
  }
  const figures = (map: Map<string, Tally>) =>
    Object.fromEntries([...map].map(([key, one]) => [key, Number(percent(one).toFixed(1))]))
  return { byPaper: figures(byPaper), byTongue: figures(byTongue), all: percent(all) }
}

async function put(
  client: pg.Client,
  id: string,
  at: { agency_id: string; team_id: string },
  name: PersonName,
  year: number,
) {
  const contact = {
    names: [name],
    sex: 'unknown' as const,
    birth: { precision: 'year' as const, year },
    languages: [],
    contacts: [],
  }
  const row = contactColumns(contact)
  await client.query(
    `insert into people.persons (id, agency_id, team_id, area_code, label, sort_key, sex, birth, birth_from, birth_to, created_at, updated_at)
     select $1, $2, $3, area_code, $4, $5, 'unknown', $6, $7, $8, now(), now() from people.persons limit 1`,
    [id, at.agency_id, at.team_id, row.label, row.sort_key, row.birth, row.birth_from, row.birth_to],
  )
  await client.query(
    `insert into people.names (id, person_id, compartment, ordinal, family, given, patronymic, script, use, source)
     values ($1, $2, 'contact', 0, $3, $4, $5, $6, $7, $8)`,
    [newId(), id, name.family, name.given, name.patronymic, name.script, name.use, name.source],
  )
  const words = searchWords('contact', contact)
  await client.query('insert into people.tokens select unnest($1::text[]) on conflict do nothing', [
    words.filter(word => word.kind === 'name').map(word => word.token),
  ])
  await client.query(
    `insert into people.token_uses (token, kind, person_id, compartment)
     select token, kind, $1, 'contact' from unnest($2::text[], $3::text[]) w (token, kind)`,
    [id, words.map(word => word.token), words.map(word => word.kind)],
  )
}
