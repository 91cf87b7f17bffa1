/**
 * `kerege verify-backup`: reads a backup to its end without any database. Every part is what the list says, and the log in it leads to
 * the root that the node had signed, under the key that lies in the same file.
 */
import { deriveKeys } from '../platform/masterKey.ts'
import { append, emptyFrontier, keyText, logKey, openCheckpoint, rootOf } from '../slices/audit/index.ts'
import type { About, Manifest } from './format.ts'
import { BackupError, readBackup } from './read.ts'

export async function verifyBackup(
  file: string,
  identities: readonly string[],
): Promise<{ about: About; manifest: Manifest; entries: number }> {
  const log = leavesReader()
  let checkpoint: { size: number; root: Buffer } | null | undefined
  const read = await readBackup(file, identities, {
    async about({ node, log: said }, masterKey) {
      const key = logKey(`kerege.${node.id}`, deriveKeys(masterKey).log)
      if (keyText(key) !== said.key)
        throw new BackupError('The master key in the file is not that of this node’s log.')
      if (said.checkpoint !== undefined) checkpoint = openCheckpoint(said.checkpoint, key.name, key.public)
      if (checkpoint === null) throw new BackupError('The checkpoint in the file is not signed by its node.')
    },
    document: (_id, content) => passed(content),
    table: ({ name, columns }, content) =>
      name === 'audit.leaves' ? log.take(columns, content) : passed(content),
  })
  const { size, root } = log.tree()
  if (size !== (checkpoint?.size ?? 0) || (checkpoint && !root.equals(checkpoint.root)))
    throw new BackupError('The log in the file does not lead to the root that its node had signed.')
  return { ...read, entries: size }
}

async function passed(content: AsyncIterable<Uint8Array>) {
  for await (const _ of content);
}

/** Leaves lie nearly in their order, so few wait for those before them. */
function leavesReader() {
  let tree = emptyFrontier()
  const waiting = new Map<number, Buffer>()
  const line = (cells: readonly string[], number: number, hash: number) => {
    // COPY writes bytes as \\x and hexadecimal digits.
    waiting.set(Number(cells[number]), Buffer.from((cells[hash] ?? '').slice(3), 'hex'))
    for (let next = waiting.get(tree.size); next; next = waiting.get(tree.size)) {
      waiting.delete(tree.size)
      tree = append(tree, next)
    }
  }
  return {
    tree: () => ({ size: tree.size + waiting.size, root: rootOf(tree) }),
    async take(columns: readonly string[], content: AsyncIterable<Uint8Array>) {
      const [number, hash] = [columns.indexOf('number'), columns.indexOf('hash')]
      let rest = ''
      for await (const chunk of content) {
        const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n')
        rest = lines.pop() ?? ''
        for (const one of lines) line(one.split('\t'), number, hash)
      }
    },
  }
}
