/**
 * The register as a file, through the node and by the database alone. Two floors: COPY of the same columns by the
 * same person, whose policies cost what they cost to us too; and COPY by the owner, whom no policy holds up.
 */
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { DatabaseUrls } from '../../packages/server/src/platform/provision.ts'
import { tokenHash } from '../../packages/server/src/slices/access/index.ts'

export type CopyFloor = 'policies' | 'owner'

/** @returns lines a second, and the memory of the server ten times a second */
export async function takeOut(server: { url: string; memory(): Promise<number> }, cookie: string) {
  const headers = { cookie, 'x-kerege': '1', 'content-type': 'application/json' }
  const body = JSON.stringify({ of: 'people', format: 'csv', reason: 'Benchmark' })
  const asked = await fetch(`${server.url}/api/exports`, { method: 'POST', headers, body })
  if (!asked.ok) throw new Error(`The file was not begun: ${asked.status} ${await asked.text()}`)
  const { id } = (await asked.json()) as { id: string }
  const memory: number[] = []
  let asking = Promise.resolve()
  const clock = setInterval(() => {
    asking = asking.then(async () => void memory.push(await server.memory()))
  }, 100)
  try {
    const began = performance.now()
    const file = await fetch(`${server.url}/api/exports/${id}`, { headers: { cookie } })
    let lines = 0
    for await (const chunk of file.body ?? []) for (const byte of chunk) if (byte === 10) lines += 1
    return { perSecond: lines / ((performance.now() - began) / 1000), memory }
  } finally {
    clearInterval(clock)
    await asking
  }
}

/** @returns people a second */
export async function copyOut(floor: CopyFloor, urls: DatabaseUrls, cookie: string, people: number) {
  const client = new pg.Client({ connectionString: floor === 'owner' ? urls.ownerUrl : urls.serverUrl })
  await client.connect()
  try {
    // As much room to sort as the node asks for.
    await client.query("begin; set local work_mem = '32MB'")
    const token = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? ''
    if (floor === 'policies')
      await client.query('select access.enter($1, 30)', [Buffer.from(tokenHash(token))])
    const began = performance.now()
    const stream = client.query(copyTo(statementOf[floor]))
    for await (const _ of stream);
    return people / ((performance.now() - began) / 1000)
  } finally {
    await client.end()
  }
}

const spelling = "concat_ws(' ', n.family, n.given, n.patronymic)"
/** Each in the shape that was the quickest of those tried. */
const statementOf: Readonly<Record<CopyFloor, string>> = {
  policies: `copy (
    select p.label, ${spelling}, p.sex, p.birth, p.area_code, h.name, p.updated_at
      from people.persons p
      left join people.names n on n.person_id = p.id and n.compartment = 'contact'
      left join (people.household_members m join people.households h on h.id = m.household_id)
        on m.person_id = p.id and m.valid_to is null
     order by p.sort_key, p.id, n.ordinal) to stdout csv`,
  owner: `copy (
    select p.label, (select string_agg(${spelling}, '; ') from people.names n where n.person_id = p.id and n.compartment = 'contact'),
           p.sex, p.birth, p.area_code, h.name, p.updated_at
      from people.persons p
      left join people.household_members m on m.person_id = p.id and m.valid_to is null
      left join people.households h on h.id = m.household_id
     order by p.sort_key, p.id) to stdout csv`,
}
