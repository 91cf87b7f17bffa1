/** Keys that open a backup, for the commands that take one: whole in files as age writes them, or put together from shares. */
import { joined, linesOf, readShare } from '../backup/keys.ts'
import { BackupError } from '../backup/read.ts'
import { type Io, misuse, Refusal } from './io.ts'

export const keyOptions = {
  identity: { type: 'string', multiple: true },
  share: { type: 'string', multiple: true },
} as const

export async function identitiesOf(
  { identity = [], share = [] }: { identity?: string[] | undefined; share?: string[] | undefined },
  io: Io,
): Promise<string[]> {
  const found: string[] = []
  for (const file of identity) found.push(...linesOf(await textOf(file, io)))
  if (found.some(one => !/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.test(one)))
    throw new Refusal('A file of --identity holds what is no key of age.', misuse)
  if (share.length > 0) found.push((await joinedFrom(share, io)).identity)
  if (found.length === 0)
    throw new Refusal('Say which key opens it: --identity FILE, or --share FILE as often as needed.', misuse)
  return found
}

export const joinedFrom = (files: readonly string[], io: Io) =>
  inSentences(async () =>
    joined(await Promise.all(files.map(async file => readShare(await textOf(file, io), file)))),
  )

async function textOf(file: string, io: Io): Promise<string> {
  const bytes = await io.readFile(file).catch(() => {
    throw new Refusal(`There is no file ${file} that can be read.`, misuse)
  })
  return Buffer.from(bytes).toString('utf8')
}

/** What is wrong with a backup or a share is trouble that a person can mend. */
export async function inSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupError) throw new Refusal(error.message)
    throw error
  }
}
