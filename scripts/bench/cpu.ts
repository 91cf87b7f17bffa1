/**
 * Processor time of a node and of its database, which other work on the machine does not change: latency on a busy one
 * says more about the others. Linux tells it per process; elsewhere nothing is said.
 */
import { readFile } from 'node:fs/promises'
import type pg from 'pg'

// What the kernel counts in, on every Linux of today.
const msPerTick = 10

async function msOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name of the program, in brackets, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick
}

export interface Cpu {
  node: number
  /** By process: connections come and go while one measures. */
  database: ReadonlyMap<number, number>
}

/** @param role of the serving connections, whose processes are counted */
export async function cpuNow(client: pg.Client, role: string, node: number): Promise<Cpu> {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where usename = $1',
    [role],
  )
  const each = await Promise.all(rows.map(async row => [row.pid, await msOf(row.pid)] as const))
  return { node: await msOf(node), database: new Map(each) }
}

export function cpuBetween(before: Cpu, after: Cpu): { node: number; database: number } {
  const spent = [...after.database].map(([pid, ms]) => ms - (before.database.get(pid) ?? 0))
  return { node: after.node - before.node, database: spent.reduce((sum, one) => sum + one, 0) }
}
