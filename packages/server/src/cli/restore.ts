/** `kerege restore` and `kerege verify-backup`: what became of a backup, before and when it is needed. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { restore as restoreBackup } from '../backup/restore.ts'
import { verifyBackup } from '../backup/verify.ts'
import { loadConfiguration } from '../platform/config.ts'
import { openPool } from '../platform/database.ts'
import { openFiles } from '../platform/filePlace.ts'
import { type Gone, goneListName, joinedLists, ownGoneList, readGoneList } from '../platform/goneList.ts'
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
  gone: { type: 'string', multiple: true },
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
    const place = await openFiles(configuration)
    const target = { identity, urls: { ownerUrl, ...urls }, dataDir, files: place, masterKeyFile }
    const gone = await goneLists(values.gone ?? [], { file, nodeId: node.id, masterKeyFile })
    if (!gone)
      say(
        io.stderr,
        'No list of those who were erased or sealed lies beside the backup or the master key: whoever was erased since is back.',
      )
    const wanted = {
      file,
      gone: gone ?? [],
      now: at,
      identities,
      today: at.toISOString().slice(0, 10),
      although: values['although-expired'] ?? false,
    }
    const { about, manifest, again } = await inSentences(() => restoreBackup(target, wanted))
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    const { files, missing } = manifest.documents
    const log = await noted(ownerUrl, {
      id: node.id,
      masterKeyFile,
      at,
      counts: { documents: files, ...again },
    })
    say(
      io.stdout,
      JSON.stringify({
        node: node.id,
        of: about.at,
        rows,
        documents: files,
        missing: missing.length,
        ...again,
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
  {
    id,
    masterKeyFile,
    at,
    counts,
  }: { id: string; masterKeyFile: string; at: Date; counts: Readonly<Record<string, number>> },
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
      counts,
    })
    return report
  } finally {
    await pool.end()
  }
}

/** @returns null where there is none at all */
async function goneLists(
  named: readonly string[],
  { file, nodeId, masterKeyFile }: { file: string; nodeId: string; masterKeyFile: string },
): Promise<Gone[] | null> {
  const missing = named.find(one => !existsSync(one))
  if (missing !== undefined) throw new Refusal(`There is no file ${missing}.`, misuse)
  const places = [...named, join(dirname(file), goneListName(nodeId)), ownGoneList(masterKeyFile)]
  const lists = (await Promise.all(places.map(readGoneList))).filter(list => list !== null)
  return lists.length > 0 ? joinedLists(...lists) : null
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
