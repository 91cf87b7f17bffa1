/** The database of the hub's benchmark: 10,000 documents in seven languages, 2,000 sessions and decisions. Kept between runs. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Engine, startEngine } from '../../packages/server/src/platform/engine.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { readMigrations } from '../../packages/server/src/platform/migrate.ts'
import { type DatabaseUrls, provisionNode } from '../../packages/server/src/platform/provision.ts'
import { prepareDatabase } from '../../packages/server/src/setup.ts'
import { addAccount, openDoor } from './door.ts'
import { fillCouncil } from './hubFill.ts'

export interface HubGround {
  engine: Engine
  urls: DatabaseUrls
  dataDir: string
  /** Session cookies: those who prepare, and delegates of members. */
  secretariat: string[]
  delegates: string[]
}

/** @param name of the folder under .cache, one for each measurement of the hub that keeps data of its own */
export async function openHubGround(
  documents: number,
  say: (line: string) => void,
  name = 'bench-hub',
): Promise<HubGround> {
  const folder = join(import.meta.dirname, '../../.cache', name)
  const stamp = JSON.stringify([documents, 1, (await readMigrations()).map(one => one.checksum)])
  const made = await readFile(join(folder, 'stamp'), 'utf8').catch(() => '')
  if (made !== stamp) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const engine = await startEngine(join(folder, 'engine'))
  const urls = await provisionNode(engine.adminUrl, 'kerege_bench_hub')
  await prepareDatabase(urls, { id: 'hub', kind: 'hub', demo: false })
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  await client.connect()
  try {
    if (!existsSync(join(folder, 'stamp'))) {
      say(`Filling ${documents} documents, once.`)
      const account = await addAccount(client)
      await fillCouncil(client, documents, account)
      await client.query('vacuum analyze')
      await writeFile(join(folder, 'stamp'), stamp)
    }
    return { engine, urls, dataDir: folder, ...(await openSessions(client, urls, folder)) }
  } finally {
    await client.end()
  }
}

async function openSessions(client: pg.Client, urls: DatabaseUrls, folder: string) {
  const door = await openDoor(client, urls, folder, 'hub')
  try {
    const delegate = async (party: string) => {
      const { account, cookie } = await door.open('delegate')
      await client.query(
        `insert into council.delegates (id, party_id, name, account_id, from_day, credentials, updated_at)
         values ($1, $2, 'Bench', $3, '2024-01-01', 'accepted', now())`,
        [newId(), party, account],
      )
      return cookie
    }
    const members = (
      await client.query<{ id: string }>(
        "select id from council.parties where classification = 'member' order by code",
      )
    ).rows
    const secretariat: string[] = []
    const delegates: string[] = []
    for (let at = 0; at < 10; at++) secretariat.push((await door.open('secretariat')).cookie)
    for (let at = 0; at < 10; at++) delegates.push(await delegate(members[at % members.length]?.id ?? ''))
    return { secretariat, delegates }
  } finally {
    await door.close()
  }
}
