/**
 * `kerege case export ID --node URL --to FILE`: a case as a FHIR file, by the very way of the page. The node decides what goes into it, asks
 * for the reason, writes down who took it, and what a recipient was told. The file is made before the node is asked: what it gives, it gives once.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Id, Reason } from '@kerege/contract/common'
import { Purpose } from '@kerege/contract/consents/schema'
import { askPaper } from '@kerege/contract/exports/routes'
import { type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { openLine } from './manifestNode.ts'

const options = {
  node: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string' },
  contact: { type: 'string' },
  purpose: { type: 'string' },
} as const

export async function exportCase(
  args: readonly string[],
  io: Io,
  fetcher: typeof fetch = fetch,
): Promise<number> {
  const { values, positionals } = readArgs(args, options, 1)
  const caseId = Id.safeParse(positionals[0])
  const contactId = Id.optional().safeParse(values.contact)
  const purpose = Purpose.optional().safeParse(values.purpose)
  if (!caseId.success)
    throw new Refusal('Say which case: its id, as it stands in the address of its page.', misuse)
  if (values.node === undefined) throw new Refusal('Say which node: --node URL.', misuse)
  if (values.to === undefined) throw new Refusal('Say where to: --to FILE.', misuse)
  if (!contactId.success)
    throw new Refusal('--contact must be the id of somebody on the register of contacts.', misuse)
  if (!purpose.success || (contactId.data === undefined) !== (purpose.data === undefined))
    throw new Refusal(
      `--contact and --purpose come together; a purpose is one of ${Purpose.options.join(', ')}.`,
      misuse,
    )
  const line = openLine(values.node, io, fetcher)
  const reason = Reason.safeParse(values.reason ?? (await reasonOf(io)))
  if (!reason.success) throw new Refusal('The reason must have 3 letters or more, and 500 at most.', misuse)
  const query = {
    caseId: caseId.data,
    ...(contactId.data ? { contactId: contactId.data } : {}),
    ...(purpose.data ? { purpose: purpose.data } : {}),
  }
  const body = { of: 'case-fhir', format: 'json' as const, query, reason: reason.data }
  const bytes = await intoFile(values.to, async () => line.take((await line.ask(askPaper, { body })).url))
  const digest = createHash('sha256').update(bytes).digest('hex')
  say(io.stdout, JSON.stringify({ case: caseId.data, file: values.to, bytes: bytes.length, sha256: digest }))
  return 0
}

/** Asked for where it is not said: an option stays in the history of a shell. */
async function reasonOf(io: Io): Promise<string> {
  say(io.stderr, 'Why is this case taken out?')
  for await (const typed of createInterface({ input: io.stdin })) return typed
  return ''
}

/** For its owner's eyes, and never over another file; nothing stays behind where the node refuses. */
async function intoFile(path: string, take: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file: FileHandle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      error.code === 'EEXIST' ? `${path} is there already.` : `${path} cannot be written (${error.code}).`,
    )
  })
  try {
    const bytes = await take()
    await file.writeFile(bytes)
    await file.close()
    return bytes
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
}
