/**
 * `kerege log`: `check` recomputes the audit log from its entries, `key` prints its key; the others are files of their own.
 * Findings name numbers and ids, never contents.
 */
import { existsSync } from 'node:fs'
import { openPool } from '../platform/database.ts'
import { deriveKeys, type MasterKey, masterKey } from '../platform/masterKey.ts'
import { checkLog, keyText, type LogReport, logKey } from '../slices/audit/index.ts'
import { type Command, type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { checkpoint, consistency, prove } from './logProof.ts'
import { verify } from './logVerify.ts'
import { verifyReceipt } from './receipt.ts'
import { type Target, targetOptions, withTarget } from './target.ts'

export const log: Command = async (args, io) => {
  const [what, ...rest] = args
  const own = { checkpoint, prove, consistency, verify, 'verify-receipt': receipt }
  if (what !== undefined && Object.hasOwn(own, what)) return own[what as keyof typeof own](rest, io)
  const { values, positionals } = readArgs(args, targetOptions, 1)
  if (positionals[0] === 'key') return withTarget(values, io, target => printKey(target, io))
  if (positionals[0] !== 'check') {
    throw new Refusal(
      'Say what to do with the log: check, checkpoint, prove, consistency, verify, key or verify-receipt.',
      misuse,
    )
  }
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl } }) => {
    if (!ownerUrl) throw new Refusal('Checking the log needs database.owner (KEREGE_DATABASE_OWNER).')
    // Reading it would make a new one, and every checkpoint would look forged.
    if (!existsSync(configuration.masterKeyFile)) {
      throw new Refusal(
        `The master key ${configuration.masterKeyFile} is not there, so no checkpoint can be checked.`,
      )
    }
    const report = await check(
      ownerUrl,
      `kerege.${identity.id}`,
      await masterKey(configuration.masterKeyFile),
    )
    const { findings, ...totals } = report
    say(io.stdout, ...findings.map(finding => JSON.stringify(finding)))
    say(io.stdout, JSON.stringify({ ...totals, findings: findings.length }))
    return findings.length > 0 ? 1 : 0
  })
}

/** What others pin to know the word of this node: a hub's key for its nodes, a node's key for the hub. */
async function printKey({ identity, configuration }: Target, io: Io) {
  if (!existsSync(configuration.masterKeyFile)) {
    throw new Refusal(`The master key ${configuration.masterKeyFile} is not there yet: start the node once.`)
  }
  const master = await masterKey(configuration.masterKeyFile)
  say(io.stdout, keyText(logKey(`kerege.${identity.id}`, deriveKeys(master).log)))
  return 0
}

const receipt: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, { key: { type: 'string' } }, 1)
  const [file] = positionals
  if (!file) throw new Refusal('Say which file: kerege log verify-receipt FILE.', misuse)
  return verifyReceipt(file, values.key, io)
}

async function check(ownerUrl: string, name: string, master: MasterKey): Promise<LogReport> {
  const pool = openPool(ownerUrl, 'kerege log check', 1)
  const client = await pool.connect()
  try {
    return await checkLog(client, name, logKey(name, deriveKeys(master).log).public)
  } finally {
    client.release()
    await pool.end()
  }
}
