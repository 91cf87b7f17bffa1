/** `kerege log check`: recomputes the audit log from its entries. Findings name numbers and ids, never contents. */
import pg from 'pg'
import { deriveKeys, masterKey } from '../platform/keys.ts'
import { checkLog, logKey } from '../slices/audit/index.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'
import { targetOptions, withTarget } from './target.ts'

export const log: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, targetOptions, 1)
  if (positionals[0] !== 'check') throw new Refusal('Say what to do with the log: check.', misuse)
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl } }) => {
    if (!ownerUrl) throw new Refusal('Checking the log needs database.owner (KEREGE_DATABASE_OWNER).')
    const name = `kerege.${identity.id}`
    const key = logKey(name, deriveKeys(await masterKey(configuration.masterKeyFile)).log)
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    try {
      const { findings, ...totals } = await checkLog(owner, name, key.public)
      say(io.stdout, ...findings.map(finding => JSON.stringify(finding)))
      say(io.stdout, JSON.stringify({ ...totals, findings: findings.length }))
      return findings.length > 0 ? 1 : 0
    } finally {
      await owner.end()
    }
  })
}
