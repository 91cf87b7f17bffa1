/** How a sealed file gets to its place (platform/fileStore.ts), and how trouble with the place is told to whoever waits. */
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { StoreTrouble } from '../../platform/fileStore.ts'
import { newId } from '../../platform/ids.ts'
import { type Finding, writeSealed } from './sealedFile.ts'

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * @returns id of a new file that holds the content, whole and safe
 * @throws DomainError `storage-full`, `storage-away`
 */
export async function placeFile(
  node: Pick<Node, 'files' | 'log'>,
  key: Buffer,
  content: Content,
): Promise<string> {
  const fileId = newId()
  await node.files.put(fileId, path => writeSealed(path, key, content)).catch(asProblem(node))
  return fileId
}

/** Finds a file of a row. */
export const fileOf =
  (node: Pick<Node, 'files'>, fileId: string): Finding =>
  first =>
    node.files.find(fileId, first)

/** What the operator's log calls it. */
export const faultOf = (error: Error) => (error instanceof StoreTrouble ? 'storage-away' : 'document-damaged')

/** The operator hears what is wrong; whoever waits hears that it may be tried again. */
export const asProblem =
  ({ log }: Pick<Node, 'log'>) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
      throw new DomainError('unavailable', 'storage-full')
    if (!(error instanceof StoreTrouble)) throw error
    log.error('storage-away', error)
    throw new DomainError('unavailable', 'storage-away')
  }
