/**
 * Reads an Akoma Ntoso document into blocks: ours come back as they went out, those of others as far as a title,
 * headings, paragraphs, lists and tables carry them. What has no place in a text of ours is left out, never run.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Language } from '@kerege/contract/common'
import type { DocumentText, Run } from '@kerege/contract/council/documents/text'
import { aknNamespace, languageCodes } from './akn.ts'
import { gatherBlocks } from './blocks.ts'
import {
  childOf,
  elementsOf,
  findElement,
  readXml,
  wordsOf,
  type XmlElement,
} from '../../../../platform/xmlTree.ts'

const namespaces: readonly string[] = [aknNamespace, 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0']

export interface ReadDocument {
  text: DocumentText
  language?: Language
  symbol?: string
}

/** @throws DomainError `document-unreadable`, `document-not-akn`, `document-too-long` */
export function readAkn(xml: string): ReadDocument {
  const root = readXml(xml)
  const body = findElement(root, 'mainBody') ?? findElement(root, 'body')
  if (root.name !== 'akomaNtoso' || !namespaces.includes(root.namespace) || !body) {
    throw new DomainError('invalid', 'document-not-akn')
  }
  const gather = gatherBlocks()
  walk(body, 0, gather)
  const title = findElement(root, 'docTitle')
  const number = findElement(root, 'docNumber')
  const code = findElement(root, 'FRBRlanguage')?.attributes['language']
  const language = Object.entries(languageCodes).find(([, alpha3]) => alpha3 === code)?.[0] as
    | Language
    | undefined
  const firstHeading = gather.blocks.find(block => block.kind === 'heading')
  const heading = firstHeading?.kind === 'heading' ? firstHeading.runs.map(run => run.text).join('') : ''
  return {
    text: { title: (oneLine(title) || heading || '…').slice(0, 500), blocks: gather.blocks },
    ...(language ? { language } : {}),
    ...(oneLine(number) ? { symbol: oneLine(number) } : {}),
  }
}

const oneLine = (element: XmlElement | undefined) =>
  element ? wordsOf(element).normalize('NFC').replace(/\s+/g, ' ').trim() : ''

type Gather = ReturnType<typeof gatherBlocks>

/** Elements that only group: what is in them counts at the same depth. */
const wrappers: ReadonlySet<string> = new Set([
  'mainBody',
  'body',
  'content',
  'intro',
  'wrapUp',
  'alinea',
  'hcontainer',
  'tblock',
  'container',
])
const skipped: ReadonlySet<string> = new Set(['num', 'heading', 'subheading', 'authorialNote', 'meta', 'toc'])

function walk(element: XmlElement, level: number, gather: Gather): void {
  for (const child of elementsOf(element)) {
    if (skipped.has(child.name)) continue
    if (child.name === 'p' || child.name === 'block' || child.name === 'crossHeading') {
      gather.add({ kind: 'paragraph', runs: runsOf(child) }, child.attributes['wId'])
    } else if (child.name === 'blockList' || child.name === 'ul' || child.name === 'ol') {
      listItems(child, 1, gather)
    } else if (child.name === 'table') {
      addTable(child, gather)
    } else if (wrappers.has(child.name) && !childOf(child, 'heading') && !childOf(child, 'num')) {
      walk(child, level, gather)
    } else hierarchy(child, level, gather)
  }
}

function hierarchy(element: XmlElement, level: number, gather: Gather): void {
  const heading = childOf(element, 'heading')
  const number = oneLine(childOf(element, 'num'))
  const wId = element.attributes['wId']
  if (heading) {
    const depth = Math.min(3, level + 1) as 1 | 2 | 3
    gather.add({ kind: 'heading', level: depth, runs: runsOf(heading), ...(number ? { number } : {}) }, wId)
    walk(element, level + 1, gather)
    return
  }
  // The number and the id of a paragraph belong to its first words.
  const content = childOf(element, 'content') ?? childOf(element, 'intro') ?? element
  const [first, ...rest] = elementsOf(content).filter(child => !skipped.has(child.name))
  if (first?.name === 'p') {
    gather.add({ kind: 'paragraph', runs: runsOf(first), ...(number ? { number } : {}) }, wId)
    walk({ ...content, children: rest }, level, gather)
  } else if (first?.name === 'table') {
    addTable(first, gather, wId)
    walk({ ...content, children: rest }, level, gather)
  } else {
    if (number) gather.add({ kind: 'paragraph', runs: [], number }, wId)
    walk(content, level, gather)
  }
  if (content !== element) {
    walk({ ...element, children: elementsOf(element).filter(child => child !== content) }, level, gather)
  }
}

function listItems(list: XmlElement, depth: number, gather: Gather): void {
  for (const child of elementsOf(list)) {
    if (child.name === 'listIntroduction' || child.name === 'listWrapUp') {
      gather.add({ kind: 'paragraph', runs: runsOf(child) })
    } else if (child.name === 'item' || child.name === 'li') {
      const number = oneLine(childOf(child, 'num'))
      const words = child.children.filter(
        part => typeof part === 'string' || !['num', 'heading', 'blockList', 'ul', 'ol'].includes(part.name),
      )
      const deep = Math.min(3, depth) as 1 | 2 | 3
      gather.add(
        {
          kind: 'item',
          depth: deep,
          runs: runsOf({ ...child, children: words }),
          ...(number ? { number } : {}),
        },
        child.attributes['wId'],
      )
      for (const part of elementsOf(child)) {
        if (['blockList', 'ul', 'ol'].includes(part.name)) listItems(part, depth + 1, gather)
      }
    }
  }
}

function addTable(table: XmlElement, gather: Gather, wId?: string): void {
  const rows = elementsOf(table).filter(child => child.name === 'tr')
  const cells = (row: XmlElement) => elementsOf(row).filter(cell => cell.name === 'th' || cell.name === 'td')
  const filled = rows.map(cells).filter(row => row.length > 0)
  if (filled.length === 0) return
  gather.add(
    {
      kind: 'table',
      head: filled[0]?.every(cell => cell.name === 'th') ?? false,
      rows: filled.map(row => row.map(cell => runsOf(cell))),
    },
    wId ?? table.attributes['wId'],
  )
}

/** Words with what makes them bold, italic or a link; paragraphs inside one another are broken by lines. */
function runsOf(element: XmlElement, look: Omit<Run, 'text'> = {}): Run[] {
  return element.children.flatMap((child, at): Run[] => {
    if (typeof child === 'string') return [{ ...look, text: child.replace(/\s+/g, ' ') }]
    switch (child.name) {
      case 'br':
      case 'eol':
        return [{ ...look, text: '\n' }]
      case 'b':
        return runsOf(child, { ...look, bold: true })
      case 'i':
        return runsOf(child, { ...look, italic: true })
      case 'a':
      case 'ref':
        return runsOf(child, child.attributes['href'] ? { ...look, href: child.attributes['href'] } : look)
      case 'authorialNote':
        return []
      case 'p':
        return [...(at > 0 ? [{ ...look, text: '\n' }] : []), ...runsOf(child, look)]
      default:
        return runsOf(child, look)
    }
  })
}
