/**
 * `kerege practices seed`: what a hub's library begins with, as drafts that wait for the word of their states. Somebody answers
 * for each record, so it is brought under an account of the hub; safe to repeat. Works on the database directly, as its owner.
 */
import { Email } from '@kerege/contract/access/schema'
import { mayKnock, roleNames } from '@kerege/contract/access/roles'
import pg from 'pg'
import { practiceSeeds } from '../demo/practiceSeeds/index.ts'
import type { PracticeSeed } from '../demo/practiceSeeds/seed.ts'
import { newId } from '../platform/ids.ts'
import { prepareDatabase } from '../setup.ts'
import { recordAlone } from '../slices/audit/index.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'
import { targetOptions, withTarget } from './target.ts'

const options = { ...targetOptions, as: { type: 'string' } } as const

export const seedPractices: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, options, 1)
  if (positionals[0] !== 'seed')
    throw new Refusal('Say what to do with practices: seed, import, archive or harvest.', misuse)
  const author = Email.safeParse(values.as)
  if (!author.success) throw new Refusal('--as must be the mail address of who brings them.', misuse)
  return withTarget(values, io, async ({ identity, urls: { ownerUrl, ...urls } }) => {
    if (identity.kind !== 'hub') throw new Refusal('Only a hub has a library of practices.')
    if (!ownerUrl) throw new Refusal('This needs database.owner (KEREGE_DATABASE_OWNER).')
    await prepareDatabase({ ownerUrl, ...urls }, identity)
    const added = await bring(ownerUrl, author.data)
    for (const { key } of added) say(io.stdout, key)
    say(io.stderr, `${added.length} drafts added, ${practiceSeeds.length - added.length} were there already.`)
    return 0
  })
}

interface Author {
  account: string
  agency: string
}

async function bring(ownerUrl: string, email: string): Promise<PracticeSeed[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  const at = new Date()
  try {
    const client = await pool.connect()
    const ids: string[] = []
    const added: PracticeSeed[] = []
    try {
      await client.query('begin')
      const author = await findAuthor(client, email)
      for (const seed of practiceSeeds) {
        if (await isThere(client, seed)) continue
        ids.push(await add(client, author, seed, at))
        added.push(seed)
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
    if (ids.length > 0) {
      const entry = { requestId: newId(), at, actor: null, action: 'practice.made', outcome: 'done' as const }
      await recordAlone(pool, { ...entry, subjects: ids })
    }
    return added
  } finally {
    await pool.end()
  }
}

async function findAuthor(client: pg.ClientBase, email: string): Promise<Author> {
  const found = await client.query<Author>(
    `select a.id as account, h.agency_id as agency
      from access.accounts a join access.hats h on h.account_id = a.id and h.ended_at is null
      where a.email = $1 and h.role = any ($2) order by h.created_at, h.id limit 1`,
    [email, roleNames.filter(name => mayKnock(name, 'practices.write'))],
  )
  const [author] = found.rows
  if (!author) throw new Refusal('Nobody with this address may bring practices here.')
  return author
}

/** Known by its English title in its state, whatever became of it since. */
async function isThere(client: pg.ClientBase, { country, content }: PracticeSeed): Promise<boolean> {
  const found = await client.query(
    `select 1 from practices.versions v join practices.practices p on p.id = v.practice_id
      where p.country = $1 and v.content #>> '{texts,title,en,text}' = $2 limit 1`,
    [country, content.texts.title.en?.text],
  )
  return found.rows.length > 0
}

async function add(client: pg.ClientBase, author: Author, seed: PracticeSeed, at: Date): Promise<string> {
  const id = newId(at.getTime())
  const content = JSON.stringify(seed.content)
  await client.query(
    `insert into practices.practices
      (id, audience, licence, country, author_id, agency_id, content, awaits_state, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, true, $8, $8)`,
    [id, seed.audience, seed.licence, seed.country, author.account, author.agency, content, at],
  )
  await client.query(
    `insert into practices.versions (id, practice_id, version, at, account_id, fields, content)
      values ($1, $2, 1, $3, $4, '{*}', $5)`,
    [newId(at.getTime()), id, at, author.account, content],
  )
  return id
}
