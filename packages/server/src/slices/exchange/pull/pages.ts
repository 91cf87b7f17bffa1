/** Asks the hub: for its signed root, and for pages of items. Says what is wrong with an answer instead of throwing. */
import { checkpointPath, itemsPath, Page, type PageItem, pageSize } from '@kerege/contract/exchange/feed'
import { type LineFault, mostItems } from '@kerege/contract/exchange/rules'
import { type HubLink, HubTrouble } from '../../../platform/hubLink.ts'
import { readKeyText } from '../../audit/index.ts'
import { type Checkpoint, itemHash, openTree } from '../log/tree.ts'

export interface Leaf {
  hash: Buffer
  text: string | null
}

export async function shownCheckpoint(hub: HubLink): Promise<Checkpoint | LineFault> {
  const note = await asked(hub, checkpointPath, 'hub-away')
  if (typeof note !== 'object') return note
  const key = readKeyText(hub.key)
  // Whoever stands in between may answer with a page of their own; that is no word of the hub either.
  if (!note.text.includes('\n\n\u2014 ')) return 'not-a-feed'
  const shown = key && openTree(note.text, key)
  if (!shown) return 'wrong-signature'
  return shown.size > mostItems ? 'too-much' : shown
}

/** @param size how many items the hub has signed @returns the page that begins at `from`, no further than `size` */
export async function page(hub: HubLink, from: number, size: number): Promise<Leaf[] | LineFault> {
  const answer = await asked(hub, itemsPath(from), 'withheld')
  if (typeof answer !== 'object') return answer
  const found = Page.safeParse(jsonOf(answer.text))
  if (!found.success || found.data.from !== from) return 'not-a-feed'
  const due = Math.min(pageSize, size - from)
  if (found.data.items.length < due) return 'withheld'
  return found.data.items.slice(0, due).map(leafOf)
}

const leafOf = (item: PageItem): Leaf =>
  typeof item === 'string'
    ? { hash: itemHash(item), text: item }
    : { hash: Buffer.from(item.hash, 'base64'), text: null }

/** @param missing what it means that the hub knows no such address */
async function asked(hub: HubLink, path: string, missing: LineFault): Promise<{ text: string } | LineFault> {
  try {
    return { text: await hub.get(path) }
  } catch (error) {
    if (!(error instanceof HubTrouble)) throw error
    if (error.kind === 'too-much') return 'too-much'
    return error.status === 404 ? missing : 'hub-away'
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
