/** `kerege backup`: one sealed file of a whole node, written beside its work; and those whose last day is over go. */
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dropExpired, makeBackup } from '../backup/make.ts'
import { linesOf } from '../backup/keys.ts'
import { openPool } from '../platform/database.ts'
import { openFiles } from '../platform/filePlace.ts'
import { newId } from '../platform/ids.ts'
import { recordAlone } from '../slices/audit/index.ts'
import { type Command, type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { targetOptions, withTarget } from './target.ts'
import { version } from '../platform/version.ts'

const options = {
  ...targetOptions,
  to: { type: 'string' },
  recipient: { type: 'string', multiple: true },
  recipients: { type: 'string', multiple: true },
  'keep-days': { type: 'string' },
} as const

const keepDaysUnlessTold = 35

export const backup: Command = async (args, io) => {
  const { values } = readArgs(args, options)
  const folder = values.to
  if (folder === undefined || !(await stat(folder).catch(() => null))?.isDirectory())
    throw new Refusal('--to must be a folder that is there.', misuse)
  const keepDays = Number(values['keep-days'] ?? keepDaysUnlessTold)
  if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 400)
    throw new Refusal('--keep-days must be a number from 1 to 400.', misuse)
  const recipients = await recipientsOf(values, io)
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl, authUrl } }) => {
    if (!ownerUrl) throw new Refusal('A backup needs database.owner (KEREGE_DATABASE_OWNER).')
    const { masterKeyFile } = configuration
    if (!existsSync(masterKeyFile))
      throw new Refusal(`The master key ${masterKeyFile} is not there: start the node once.`)
    const at = new Date()
    const { file, about, manifest } = await makeBackup(
      { identity, urls: { ownerUrl, authUrl }, files: await openFiles(configuration), masterKeyFile },
      { folder, recipients, at, keepDays, program: version },
    )
    // Only behind a backup that stands: the last one never goes because a new one failed.
    const dropped = await dropExpired(folder, identity.id, at.toISOString().slice(0, 10))
    const { missing, files: documents } = manifest.documents
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    await noted(ownerUrl, at, { rows, documents })
    say(
      io.stdout,
      JSON.stringify({
        file,
        until: about.until,
        bytes: (await stat(file)).size,
        tables: about.tables.length,
        rows,
        documents,
        missing: missing.length,
        dropped: dropped.length,
      }),
    )
    if (missing.length > 0)
      say(
        io.stderr,
        `${missing.length} documents were not where they should be: ${missing.slice(0, 5).join(', ')}.`,
      )
    return 0
  })
}

/** Nothing larger ever leaves a node, so the log says it. */
async function noted(ownerUrl: string, at: Date, counts: Readonly<Record<string, number>>) {
  const pool = openPool(ownerUrl, 'kerege backup', 1)
  const requestId = newId(at.getTime())
  const entry = {
    requestId,
    at: new Date(),
    actor: null,
    action: 'node.backed-up',
    outcome: 'done',
    counts,
  } as const
  await recordAlone(pool, entry).finally(() => pool.end())
}

async function recipientsOf(
  { recipient, recipients }: { recipient?: string[] | undefined; recipients?: string[] | undefined },
  io: Io,
): Promise<string[]> {
  const found = [...(recipient ?? [])]
  for (const file of recipients ?? []) {
    const bytes = await io.readFile(file).catch(() => {
      throw new Refusal(`There is no file ${file} that can be read.`, misuse)
    })
    found.push(...linesOf(Buffer.from(bytes).toString('utf8')))
  }
  const wrong = found.find(one => !/^age1[a-z0-9]{20,}$/.test(one))
  if (wrong !== undefined) throw new Refusal(`"${wrong.slice(0, 20)}" is no recipient of age.`, misuse)
  if (found.length === 0) throw new Refusal('Say for whom: --recipient age1… or --recipients FILE.', misuse)
  // One that is opened without a quantum computer would undo the others.
  if (new Set(found.map(one => one.startsWith('age1pq1'))).size > 1)
    throw new Refusal('Recipients with and without post-quantum keys do not mix.', misuse)
  return found
}
