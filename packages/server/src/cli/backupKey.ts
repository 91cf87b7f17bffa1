/** `kerege backup-key`: makes a key for backups, whole or in shares for several people, and puts shares together again. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyMark, newKey, sharesOf, shareText } from '../backup/keys.ts'
import { joinedFrom } from './backupKeys.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'

const options = {
  to: { type: 'string' },
  shares: { type: 'string' },
  needed: { type: 'string' },
  classic: { type: 'boolean' },
} as const

export const backupKey: Command = async ([what, ...args], io) => {
  if (what === 'new') return make(args, io)
  if (what === 'join') return putTogether(args, io)
  throw new Refusal('Say what to do with the key: new or join.', misuse)
}

const make: Command = async (args, io) => {
  const { values } = readArgs(args, options)
  if (values.to === undefined) throw new Refusal('--to must be a folder.', misuse)
  const numbers = { of: Number(values.shares ?? 0), needed: Number(values.needed ?? 0) }
  const inShares = values.shares !== undefined || values.needed !== undefined
  if (inShares && !(isBetween(numbers.of, 2, 20) && isBetween(numbers.needed, 2, numbers.of)))
    throw new Refusal('--shares must be from 2 to 20, and --needed from 2 to as many.', misuse)
  const key = await newKey(values.classic ?? false)
  await mkdir(values.to, { recursive: true, mode: 0o700 })
  const place = async (name: string, text: string, mode: number) => {
    const file = join(values.to ?? '', name)
    // Never over a key that is there already.
    await writeFile(file, text, { mode, flag: 'wx' }).catch(() => {
      throw new Refusal(`${file} cannot be written, or is there already.`)
    })
    say(io.stdout, file)
  }
  const mark = keyMark(key.recipient)
  await place(
    `recipient-${mark}.txt`,
    `# Kerege: backups are sealed for this key, ${mark}\n${key.recipient}\n`,
    0o644,
  )
  if (!inShares)
    await place(`identity-${mark}.txt`, `# Kerege: opens backups, ${mark}\n${key.identity}\n`, 0o600)
  for (const share of inShares ? await sharesOf(key, numbers.of, numbers.needed) : [])
    await place(`share-${mark}-${share.number}-of-${share.of}.txt`, shareText(share), 0o600)
  say(
    io.stderr,
    inShares
      ? `Give each share to another person, on paper or a stick of their own, and delete it here. Any ${numbers.needed} open.`
      : 'Keep the identity away from the node and from the backups. Whoever has both has everything.',
  )
  return 0
}

const isBetween = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

const putTogether: Command = async (args, io) => {
  const { positionals } = readArgs(args, {}, 255)
  if (positionals.length === 0) throw new Refusal('Say which files hold the shares.', misuse)
  const { identity } = await joinedFrom(positionals, io)
  say(io.stdout, identity)
  return 0
}
