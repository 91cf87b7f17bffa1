/** `kerege log checkpoint`, `prove` and `consistency`: what a third party takes along, from a node's tables or from its address. */
import { existsSync } from 'node:fs'
import { deriveKeys, masterKey } from '../platform/masterKey.ts'
import {
  consistencyRanges,
  hashOfRange,
  inclusionRanges,
  type KnownKey,
  logKey,
} from '../slices/audit/index.ts'
import { type Command, type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { type Head, headOf, type LogSource, overTheLine, readHead, readKey, withTables } from './logSource.ts'
import { type Target, targetOptions, withTarget } from './target.ts'

const options = {
  ...targetOptions,
  url: { type: 'string' },
  key: { type: 'string' },
  entry: { type: 'string' },
  size: { type: 'string' },
  from: { type: 'string' },
  since: { type: 'string' },
  to: { type: 'string' },
} as const

type Values = ReturnType<typeof readArgs<typeof options>>['values']
type Work = (source: LogSource, values: Values, key: KnownKey | undefined, io: Io) => Promise<number>

const run =
  (work: Work): Command =>
  async (args, io) => {
    const { values } = readArgs(args, options)
    const key = readKey(values.key)
    if (values.url !== undefined) {
      if (values.config !== undefined || values.demo !== undefined)
        throw new Refusal('Either --url or a node of this machine, not both.', misuse)
      return work(overTheLine(values.url), values, key, io)
    }
    return withTarget(values, io, async target => {
      const url = target.urls.ownerUrl ?? target.urls.serverUrl
      const own = key ?? (await keyOf(target))
      return withTables(url, source => work(source, values, own, io))
    })
  }

/** Read only where it is: asking for it must not make one. */
async function keyOf({ identity, configuration }: Target): Promise<KnownKey | undefined> {
  if (!existsSync(configuration.masterKeyFile)) return undefined
  return logKey(`kerege.${identity.id}`, deriveKeys(await masterKey(configuration.masterKeyFile)).log)
}

export const checkpoint = run(async (source, _values, key, io) => {
  const note = await source.checkpoint()
  if (note === undefined) throw new Refusal('The log is empty.')
  if (!readHead(note, key)) throw new Refusal('The checkpoint is not signed by this key.')
  // The note ends with a line break of its own, and is given to the byte.
  io.stdout.write(note)
  return 0
})

export const prove = run(async (source, values, key, io) => {
  const leafIndex = wholeNumber('--entry', values.entry)
  const head = await headOf(source, key)
  const treeSize = sizeWithin('--size', values.size, head.size)
  if (leafIndex >= treeSize)
    throw new Refusal(`A tree of ${treeSize} has entries from 0 to ${treeSize - 1}.`, misuse)
  const read = source.hashes(head.size)
  const hashes = await Promise.all(
    inclusionRanges(leafIndex, treeSize).map(range => hashOfRange(read, range)),
  )
  say(
    io.stdout,
    JSON.stringify({
      leafIndex,
      treeSize,
      root: base64(await hashOfRange(read, [0, treeSize])),
      leafHash: base64(await hashOfRange(read, [leafIndex, leafIndex + 1])),
      proof: hashes.map(base64),
      ...(treeSize === head.size ? { checkpoint: head.note } : {}),
    }),
  )
  return 0
})

export const consistency = run(async (source, values, key, io) => {
  const kept = values.since === undefined ? undefined : await keptHead(values.since, key, io)
  const size1 = kept?.size ?? wholeNumber('--from', values.from)
  const head = await headOf(source, key)
  const size2 = sizeWithin('--to', values.to, head.size)
  // What was signed then and is gone now: nobody restores a log to a state before it without being seen.
  if (kept && kept.size > head.size)
    throw new Refusal(
      `The log has ${head.size} entries, and ${kept.size} stand on the checkpoint that was kept.`,
    )
  if (size1 < 1 || size1 > size2)
    throw new Refusal(`--from must be a size from 1 to ${size2}: from an empty tree nothing follows.`, misuse)
  const read = source.hashes(head.size)
  const root1 = await hashOfRange(read, [0, size1])
  if (kept && !root1.equals(kept.root))
    throw new Refusal('The log does not go on from the checkpoint that was kept: it was changed.')
  const hashes = await Promise.all(consistencyRanges(size1, size2).map(range => hashOfRange(read, range)))
  say(
    io.stdout,
    JSON.stringify({
      size1,
      size2,
      root1: base64(root1),
      root2: base64(await hashOfRange(read, [0, size2])),
      proof: hashes.map(base64),
      ...(size2 === head.size ? { checkpoint: head.note } : {}),
    }),
  )
  return 0
})

/** A checkpoint that somebody has kept away from the node. */
async function keptHead(file: string, key: KnownKey | undefined, io: Io): Promise<Head> {
  const note = await io.readFile(file).catch(() => {
    throw new Refusal(`There is no file ${file} that can be read.`, misuse)
  })
  const head = readHead(Buffer.from(note).toString('utf8'), key)
  if (!head) throw new Refusal(`${file} is no checkpoint that this key has signed.`)
  return head
}

const base64 = (hash: Buffer) => hash.toString('base64')

function wholeNumber(name: string, text: string | undefined): number {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new Refusal(`${name} must be a whole number.`, misuse)
  return Number(text)
}

/** The size of the newest checkpoint unless told. */
function sizeWithin(name: string, text: string | undefined, most: number): number {
  const size = text === undefined ? most : wholeNumber(name, text)
  if (size < 1 || size > most)
    throw new Refusal(`${name} must be from 1 to ${most}, the size of the newest checkpoint.`, misuse)
  return size
}
