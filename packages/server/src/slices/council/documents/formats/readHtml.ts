/**
 * HTML of anybody (pasted from Word, exported from mail, written by a converter) as blocks. Only words, headings,
 * lists, tables, bold, italic and links are taken over; scripts, styles, pictures and comments have nowhere to go.
 */
import type { DocumentText, Run } from '@kerege/contract/council/documents/text'
import { runsText } from '@kerege/contract/council/documents/rules'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { gatherBlocks, markedBlock, splitMarker, trimRuns } from './blocks.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Gather = ReturnType<typeof gatherBlocks>

const dropped: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'head',
    'title',
    'meta',
    'link',
    'iframe',
    'object',
    'embed',
  ],
  ...[
    'svg',
    'math',
    'img',
    'picture',
    'video',
    'audio',
    'canvas',
    'form',
    'input',
    'button',
    'select',
    'textarea',
  ],
])
const inlineTags: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'cite',
    'code',
    'del',
    'em',
    'font',
    'i',
    'ins',
    'mark',
    'q',
    's',
    'small',
  ],
  ...['span', 'strong', 'sub', 'sup', 'u', 'br', 'wbr', 'time', 'label', 'o:p'],
])
const deepest = 200

/** @throws DomainError `document-too-long` */
export function readHtml(html: string): DocumentText {
  const gather = gatherBlocks()
  walk(parse(html).childNodes, gather, 0)
  const first = gather.blocks.find(block => block.kind === 'heading') ?? gather.blocks[0]
  const title =
    first && first.kind !== 'table' ? runsText(first.runs).replaceAll('\n', ' ').slice(0, 500) : ''
  return { title: title || '…', blocks: gather.blocks }
}

/** Inline pieces in a row make one paragraph; a block ends it. */
function walk(nodes: readonly Node[], gather: Gather, depth: number): void {
  if (depth > deepest) return
  let loose: Node[] = []
  const flush = () => {
    paragraph(loose, gather)
    loose = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node)
      continue
    }
    flush()
    if (isElement(node)) block(node, gather, depth)
  }
  flush()
}

function block(element: Element, gather: Gather, depth: number): void {
  const { tagName } = element
  if (dropped.has(tagName)) return
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading) {
    const level = Math.min(3, Number(heading[1])) as 1 | 2 | 3
    gather.add({ kind: 'heading', level, runs: runsOf(element.childNodes) })
  } else if (tagName === 'ul' || tagName === 'ol') list(element, 1, gather, depth)
  else if (tagName === 'table') table(element, gather)
  else if (tagName === 'p' || tagName === 'pre') paragraph(element.childNodes, gather)
  else walk(element.childNodes, gather, depth + 1)
}

const paragraph = (nodes: readonly Node[], gather: Gather): void => gather.add(markedBlock(runsOf(nodes)))

/** @param nested how deep the element stands in the document, which `depth` of the text no longer tells */
function list(element: Element, depth: 1 | 2 | 3, gather: Gather, nested: number): void {
  if (nested > deepest) return
  const deeper = Math.min(3, depth + 1) as 1 | 2 | 3
  let at = Number(attribute(element, 'start') ?? 1) || 1
  for (const child of element.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'ul' || child.tagName === 'ol') {
      list(child, deeper, gather, nested + 1)
      continue
    }
    if (child.tagName !== 'li') continue
    const isList = (node: Node): node is Element => isElement(node) && /^[uo]l$/.test(node.tagName)
    const typed = splitMarker(trimRuns(runsOf(child.childNodes.filter(node => !isList(node)))))
    const counted = element.tagName === 'ol' ? counter(at, attribute(element, 'type')) : undefined
    const number = typed.marker && !/^[•◦▪·–—-]$/.test(typed.marker) ? typed.marker : counted
    gather.add({ kind: 'item', depth, runs: [...typed.runs], ...(number ? { number } : {}) })
    at += 1
    for (const inner of child.childNodes.filter(isList)) list(inner, deeper, gather, nested + 1)
  }
}

/** Markers that a browser would count are written out, so that they stay what they were. */
function counter(at: number, type: string | undefined): string {
  const letter = at <= 26 ? String.fromCharCode(96 + at) : String(at)
  if (type === 'a') return `${letter}.`
  if (type === 'A') return `${letter.toUpperCase()}.`
  return `${at}.`
}

function table(element: Element, gather: Gather): void {
  const rows = rowsOf(element)
  const cells = rows.map(row =>
    row.childNodes.filter((node): node is Element => isElement(node) && /^t[hd]$/.test(node.tagName)),
  )
  const filled = cells.filter(row => row.length > 0)
  if (filled.length === 0) return
  gather.add({
    kind: 'table',
    head: filled[0]?.every(cell => cell.tagName === 'th') ?? false,
    rows: filled.map(row => row.map(cell => runsOf(cell.childNodes))),
  })
}

const rowsOf = (element: Element): Element[] =>
  element.childNodes.filter(isElement).flatMap(child => {
    if (child.tagName === 'tr') return [child]
    return /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })

function runsOf(nodes: readonly Node[], look: Omit<Run, 'text'> = {}, depth = 0): Run[] {
  if (depth > deepest) return []
  return nodes.flatMap((node, at): Run[] => {
    if (node.nodeName === '#text') {
      const text = (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
      return text === '' ? [] : [{ ...look, text }]
    }
    if (!isElement(node) || dropped.has(node.tagName)) return []
    const inside = (more: Omit<Run, 'text'> = {}) => runsOf(node.childNodes, { ...look, ...more }, depth + 1)
    switch (node.tagName) {
      case 'br':
        return [{ ...look, text: '\n' }]
      case 'b':
      case 'strong':
        return inside({ bold: true })
      case 'i':
      case 'em':
      case 'cite':
        return inside({ italic: true })
      case 'a': {
        const href = attribute(node, 'href')
        return inside(href ? { href } : {})
      }
      default:
        // A block inside a cell or an item begins a line of its own.
        return inlineTags.has(node.tagName) || at === 0 ? inside() : [{ ...look, text: '\n' }, ...inside()]
    }
  })
}

const isElement = (node: Node): node is Element => 'tagName' in node
const isInline = (node: Node): boolean =>
  node.nodeName === '#text' || (isElement(node) && inlineTags.has(node.tagName))
const attribute = (element: Element, name: string) => element.attrs.find(one => one.name === name)?.value
