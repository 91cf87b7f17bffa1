/** `kerege restore` and `kerege verify-backup`: what became of a backup, before and when it is needed. */
import { existsSync } from 'node:fs'
import { restore as restoreBackup } from '../backup/restore.ts'
import { verifyBackup } from '../backup/verify.ts'
import { loadConfiguration } from '../platform/config.ts'
import { openPool } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { deriveKeys, masterKey } from '../platform/masterKey.ts'
import { checkLog, logKey, recordAlone } from '../slices/audit/index.ts'
import { identitiesOf, inSentences, keyOptions } from './backupKeys.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'
import { withUrls } from './target.ts'

const options = {
  ...keyOptions,
  config: { type: 'string' },
  'although-expired': { type: 'boolean' },
} as const

export const restore: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, options, 1)
  const file = fileOf(positionals)
  const identities = await identitiesOf(values, io)
  const configuration = loadConfiguration(values.config, io.env)
  const { dataDir, masterKeyFile, node } = configuration
  const identity = { id: node.id, kind: node.kind, demo: false }
  const at = new Date()
  return withUrls(configuration, async ({ ownerUrl, ...urls }) => {
    if (!ownerUrl) throw new Refusal('Restoring needs database.owner (KEREGE_DATABASE_OWNER).')
    const target = { identity, urls: { ownerUrl, ...urls }, dataDir, masterKeyFile }
    const wanted = {
      file,
      identities,
      today: at.toISOString().slice(0, 10),
      although: values['although-expired'] ?? false,
    }
    const { about, manifest } = await inSentences(() => restoreBackup(target, wanted))
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    const { files, missing } = manifest.documents
    const log = await noted(ownerUrl, { id: node.id, masterKeyFile, at, documents: files })
    say(
      io.stdout,
      JSON.stringify({
        node: node.id,
        of: about.at,
        rows,
        documents: files,
        missing: missing.length,
        entries: log.entries,
        findings: log.findings.length,
      }),
    )
    return log.findings.length > 0 ? 1 : 0
  })
}

/** The log is computed again as it came, and then told that it was restored: whoever keeps checkpoints will ask. */
async function noted(
  ownerUrl: string,
  { id, masterKeyFile, at, documents }: { id: string; masterKeyFile: string; at: Date; documents: number },
) {
  const pool = openPool(ownerUrl, 'kerege restore', 1)
  try {
    const client = await pool.connect()
    const key = logKey(`kerege.${id}`, deriveKeys(await masterKey(masterKeyFile)).log)
    const report = await checkLog(client, key.name, key.public).finally(() => client.release())
    await recordAlone(pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'node.restored',
      outcome: 'done',
      counts: { documents },
    })
    return report
  } finally {
    await pool.end()
  }
}

export const verify: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, keyOptions, 1)
  const file = fileOf(positionals)
  const identities = await identitiesOf(values, io)
  const { about, manifest, entries } = await inSentences(() => verifyBackup(file, identities))
  say(
    io.stdout,
    JSON.stringify({
      node: about.node.id,
      of: about.at,
      until: about.until,
      program: about.program,
      engine: about.engine,
      migration: about.migrations.at(-1)?.name,
      tables: Object.fromEntries(Object.entries(manifest.tables).map(([name, { rows }]) => [name, rows])),
      documents: manifest.documents.files,
      missing: manifest.documents.missing.length,
      entries,
      checkpoint: about.log.checkpoint,
    }),
  )
  return 0
}

function fileOf([file]: readonly string[]): string {
  if (file === undefined) throw new Refusal('Say which file it is.', misuse)
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`, misuse)
  return file
}
