/**
 * `kerege exchange`: what a node has taken of the hub's log and what the hub gives out, computed again from what is stored; a look
 * at once; and the two things that only a person may decide: that a hub was put back, and that something has to be forgotten.
 */
import { existsSync } from 'node:fs'
import type pg from 'pg'
import { inTransaction, openPool } from '../platform/database.ts'
import { type HubLink, openHubLink } from '../platform/hubLink.ts'
import { deriveKeys, masterKey } from '../platform/masterKey.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import { nodeKeyText } from '../main.ts'
import { readAddresses } from '../region/folder.ts'
import { demoConfiguration, demoFolder } from '../region/places.ts'
import { logKey, readKeyText } from '../slices/audit/index.ts'
import { forget, permitRestored, pull, verifyLog, verifyStore } from '../slices/exchange/index.ts'
import { type Command, type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { type Target, targetOptions, withTarget } from './target.ts'

const options = {
  ...targetOptions,
  reason: { type: 'string' },
  kind: { type: 'string' },
  id: { type: 'string' },
} as const
type Values = ReturnType<typeof readArgs<typeof options>>['values']

interface Place {
  target: Target
  pool: pg.Pool
  values: Values
  io: Io
}
type Work = (place: Place) => Promise<number>

const works: Readonly<Record<string, { at?: 'national' | 'hub'; work: Work }>> = {
  status: { work: status },
  verify: { work: verify },
  pull: { at: 'national', work: look },
  'accept-restored': { at: 'national', work: acceptRestored },
  forget: { at: 'hub', work: forgetItem },
}

export const exchange: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, options, 1)
  const entry = Object.hasOwn(works, positionals[0] ?? '') ? works[positionals[0] ?? ''] : undefined
  if (!entry) throw new Refusal(`Say what to do: ${Object.keys(works).join(', ')}.`, misuse)
  return withTarget(values, io, async target => {
    if (entry.at && entry.at !== target.identity.kind) {
      throw new Refusal(entry.at === 'hub' ? 'Only the hub does that.' : 'Only a national node does that.')
    }
    if (!existsSync(target.configuration.masterKeyFile)) {
      throw new Refusal(
        `The master key ${target.configuration.masterKeyFile} is not there yet: start the node once.`,
      )
    }
    const pool = openPool(target.urls.serverUrl, 'kerege exchange', 2)
    try {
      return await entry.work({ target, pool, values, io })
    } finally {
      await pool.end()
    }
  })
}

const keysOf = async ({ target }: Place) => deriveKeys(await masterKey(target.configuration.masterKeyFile))
const now = () => new Date()

async function status(place: Place): Promise<number> {
  const { target, pool, io } = place
  const said = await inTransaction(pool, async tx => {
    if (target.identity.kind === 'hub') {
      const last = await tx
        .selectFrom('exchange.checkpoints')
        .select(['size', 'at', 'root'])
        .orderBy('size', 'desc')
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      const { waiting } = await tx
        .selectFrom('exchange.changed')
        .select(eb => eb.fn.countAll<number>().as('waiting'))
        .executeTakeFirstOrThrow()
      return {
        items: last?.size ?? 0,
        signedAt: last?.at ?? null,
        root: last?.root.toString('base64') ?? null,
        waiting,
      }
    }
    const line = await tx.selectFrom('exchange.line').selectAll().executeTakeFirstOrThrow()
    const evidence = await tx
      .selectFrom('exchange.evidence')
      .select(['at', 'kind', 'number', 'known', 'shown'])
      .orderBy('at', 'desc')
      .limit(5)
      .execute()
    const { size, taken_at, tried_at, signed_at, fault, failures, due_at, permit } = line
    return {
      items: size,
      fault,
      takenAt: taken_at,
      triedAt: tried_at,
      signedAt: signed_at,
      failures,
      nextAt: due_at,
      permit: permit !== null,
      evidence,
    }
  })
  say(io.stdout, JSON.stringify(said))
  return 'fault' in said && said.fault !== null ? 1 : 0
}

async function verify(place: Place): Promise<number> {
  const { target, pool, io } = place
  if (target.identity.kind === 'national') {
    const report = await inTransaction(pool, tx => verifyStore(tx, now()))
    say(io.stdout, JSON.stringify(report))
    return report.whole && report.changed.length === 0 ? 0 : 1
  }
  const keys = await keysOf(place)
  const client = await pool.connect()
  try {
    const { faults, ...totals } = await verifyLog(client, logKey(`kerege.${target.identity.id}`, keys.log))
    say(
      io.stdout,
      ...faults.map(fault => JSON.stringify(fault)),
      JSON.stringify({ ...totals, faults: faults.length }),
    )
    return faults.length > 0 ? 1 : 0
  } finally {
    client.release()
  }
}

async function look(place: Place): Promise<number> {
  const hub = await linkOf(place)
  const result = await pull({ pool: place.pool, keys: await keysOf(place), now }, hub, true)
  say(place.io.stdout, JSON.stringify({ result }))
  return ['same', 'taken', 'went-back'].includes(result) ? 0 : 1
}

async function acceptRestored(place: Place): Promise<number> {
  const { values, pool, io } = place
  const { reason } = values
  if (!reason || reason.trim().length < 10) {
    throw new Refusal(
      'Say why, in a sentence: --reason "Restored on 3 March, said by telephone by …".',
      misuse,
    )
  }
  const key = readKeyText((await linkOf(place)).key)
  if (!key) throw new Refusal('hub.key (KEREGE_HUB_KEY) is no key.')
  const permit = await permitRestored({ pool, keys: await keysOf(place), now }, key, reason)
  if (!permit)
    throw new Refusal(
      'The hub has shown nothing that would need it: the last look found no older or other history.',
    )
  say(io.stdout, JSON.stringify(permit))
  say(
    io.stderr,
    'The next look within a day follows the hub, if it still shows this history. "kerege exchange pull" looks at once.',
  )
  return 0
}

async function forgetItem(place: Place): Promise<number> {
  const { values, target, pool, io } = place
  const { kind, id, reason } = values
  if (!kind || !id || !reason) {
    throw new Refusal(
      'Say what and why: kerege exchange forget --kind practice --id ID --reason "…".',
      misuse,
    )
  }
  const { info } = nodeFacts(target.configuration.node, target.identity.demo)
  const result = await forget(
    { pool, keys: await keysOf(place), now, info, log: openLog() },
    kind,
    id,
    reason,
  )
  say(io.stdout, JSON.stringify(result))
  if (result.result === 'still-public')
    throw new Refusal('It is public still: take it back or narrow its audience first.')
  return result.result === 'forgotten' ? 0 : 1
}

/** The line as it is configured; in the demo region, the hub that runs there. */
async function linkOf({ target, io }: Place): Promise<HubLink> {
  if (target.configuration.hub) return openHubLink(target.configuration.hub)
  if (!target.identity.demo)
    throw new Refusal('hub.url (KEREGE_HUB_URL) and hub.key (KEREGE_HUB_KEY) are not set.')
  const folder = demoFolder(io.env)
  const { hub: url } = await readAddresses(folder)
  const hub = demoConfiguration(folder, 'hub')
  if (!url || !hub) throw new Refusal('The demo region has not been started yet.')
  return openHubLink({ url, key: await nodeKeyText('hub', hub.masterKeyFile) })
}
