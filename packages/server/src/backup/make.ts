/** A whole backup of a node: a moment is held still, written down with all that is told of it, and let go. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../platform/fileStore.ts'
import { readMigrations } from '../platform/migrate.ts'
import { addToGoneList, goneIn, goneListName } from '../platform/goneList.ts'
import { deriveKeys, masterKey } from '../platform/masterKey.ts'
import type { DatabaseUrls } from '../platform/provision.ts'
import { keyText, logKey } from '../slices/audit/index.ts'
import type { NodeIdentity } from '../setup.ts'
import { type About, fileName, lastDay, type Manifest, readFileName } from './format.ts'
import { openSnapshot, sequencesOf, type Snapshot, tablesOf } from './snapshot.ts'
import { writeBackup } from './write.ts'

export interface Node {
  identity: NodeIdentity
  urls: Pick<DatabaseUrls, 'ownerUrl' | 'authUrl'>
  files: FileStore
  /** It has to be there. */
  masterKeyFile: string
}

export interface Wanted {
  folder: string
  recipients: readonly string[]
  at: Date
  keepDays: number
  program: string
}

export async function makeBackup(
  node: Node,
  wanted: Wanted,
): Promise<{ file: string; about: About; manifest: Manifest }> {
  const snapshot = await openSnapshot(node.urls)
  try {
    const about = await aboutOf(node, snapshot, wanted)
    const file = join(wanted.folder, fileName(about))
    // Those who are erased later than this backup are added by the next one, and by the node beside its key.
    await addToGoneList(join(wanted.folder, goneListName(node.identity.id)), await goneIn(snapshot.owner))
    const { files, masterKeyFile } = node
    const manifest = await writeBackup({ snapshot, about, files, masterKeyFile }, wanted.recipients, file)
    return { file, about, manifest }
  } finally {
    await snapshot.close()
  }
}

export async function aboutOf(
  { identity, masterKeyFile }: Node,
  snapshot: Snapshot,
  { at, keepDays, program }: Pick<Wanted, 'at' | 'keepDays' | 'program'>,
): Promise<About> {
  const { owner } = snapshot
  const migrations = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migrations order by name',
  )
  const known = new Set((await readMigrations()).map(({ name }) => name))
  const newer = migrations.rows.find(({ name }) => !known.has(name))
  if (newer)
    throw new Error(
      `This database was migrated by a newer Kerege (${newer.name}). Back it up with that version.`,
    )
  const note = await owner.query<{ note: string }>(
    'select note from audit.checkpoints order by size desc limit 1',
  )
  const engine = await owner.query<{ server_version: string }>('show server_version')
  const checkpoint = note.rows[0]?.note
  const key = logKey(`kerege.${identity.id}`, deriveKeys(await masterKey(masterKeyFile)).log)
  return {
    type: 'kerege-backup/1',
    node: identity,
    at: at.toISOString(),
    until: lastDay(at, keepDays),
    program,
    engine: engine.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    tables: await tablesOf(snapshot),
    sequences: await sequencesOf(snapshot),
    log: { key: keyText(key), ...(checkpoint === undefined ? {} : { checkpoint }) },
  }
}

/** Backups of this node whose last day is over go: whoever was erased must be gone from them by then. @returns their names */
export async function dropExpired(folder: string, nodeId: string, today: string): Promise<string[]> {
  const dropped: string[] = []
  for (const name of await readdir(folder)) {
    const found = readFileName(name)
    if (found?.id !== nodeId || found.until >= today) continue
    await rm(join(folder, name))
    dropped.push(name)
  }
  return dropped
}
