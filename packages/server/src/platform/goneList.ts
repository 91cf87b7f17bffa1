/**
 * Who was erased, and whose records were sealed: ids, moments and codes, one JSON line each, in a file beside the master key and beside the
 * backups. A restore from an older backup reads it, so that nobody comes back. It only grows.
 */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'

export const Gone = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('erased'), id: z.uuid(), at: z.string() }),
  z.strictObject({ kind: z.literal('sealed'), id: z.uuid(), at: z.string(), why: z.string(), by: z.uuid() }),
])
export type Gone = z.infer<typeof Gone>

/** The node's own. */
export const ownGoneList = (masterKeyFile: string) => join(dirname(masterKeyFile), 'gone.jsonl')
/** Beside its backups. */
export const goneListName = (nodeId: string) => `kerege-${nodeId}-gone.jsonl`

/** Nobody, where the tables are older than the list. */
export async function goneIn(client: pg.Pool | pg.ClientBase): Promise<Gone[]> {
  const known = await client.query<{ known: boolean }>(
    "select to_regprocedure('rights.gone()') is not null as known",
  )
  if (!known.rows[0]?.known) return []
  const { rows } = await client.query<{ kind: string; person_id: string; at: Date; why: string; by: string }>(
    'select * from rights.gone()',
  )
  return rows.map(({ kind, person_id: id, at, why, by }) => {
    const moment = new Date(at).toISOString()
    return kind === 'sealed' ? { kind, id, at: moment, why, by } : { kind: 'erased', id, at: moment }
  })
}

/** @returns null where there is no such file. @throws Error for a line that is none */
export async function readGoneList(file: string): Promise<Gone[] | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const parsed = Gone.safeParse(json(line))
      if (!parsed.success) throw new Error(`${file} is no list of those who were erased or sealed.`)
      return parsed.data
    })
}

function json(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Each once; erased weighs more than sealed, and the first moment stays. */
export function joinedLists(...lists: readonly (readonly Gone[])[]): Gone[] {
  const found = new Map<string, Gone>()
  for (const one of lists.flat()) {
    const known = found.get(one.id)
    if (!known || (known.kind === 'sealed' && one.kind === 'erased')) found.set(one.id, one)
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
}

/** Whole in one step. Nothing is written where nothing is new. */
export async function addToGoneList(file: string, gone: readonly Gone[]): Promise<void> {
  const before = (await readGoneList(file)) ?? []
  const all = joinedLists(before, gone)
  const text = (list: readonly Gone[]) => list.map(one => `${JSON.stringify(one)}\n`).join('')
  if (all.length === 0 || text(all) === text(before)) return
  const part = `${file}.part`
  await writeFile(part, text(all), { mode: 0o600, flush: true })
  await rename(part, file)
}
