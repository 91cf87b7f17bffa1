/**
 * XML as a plain tree, read without a DTD: entities of a document's own are refused, nothing is fetched, and depth
 * and size end early.
 */
import { DomainError } from '@kerege/contract/errors'
import { SaxesParser } from 'saxes'

export interface XmlElement {
  name: string
  namespace: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

const deepest = 100
const mostElements = 100_000

/** @throws DomainError `document-unreadable` with the line of the first fault */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const path: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  const refuse = (): never => {
    throw new DomainError('invalid', 'document-unreadable', { line: parser.line })
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', tag => {
    count += 1
    if (path.length >= deepest || count > mostElements) refuse()
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(attribute => [attribute.local, attribute.value]),
    )
    const element = { name: tag.local, namespace: tag.uri, attributes, children: [] }
    path.at(-1)?.children.push(element)
    root ??= element
    path.push(element)
  })
  parser.on('closetag', () => {
    path.pop()
  })
  const words = (piece: string) => {
    path.at(-1)?.children.push(piece)
  }
  parser.on('text', words)
  parser.on('cdata', words)
  parser.write(text).close()
  return root ?? refuse()
}

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter(child => typeof child !== 'string')

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(element).find(child => child.name === name)

/** The first element of that name at any depth, in the order of the document. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element
  for (const child of elementsOf(element)) {
    const found = findElement(child, name)
    if (found) return found
  }
  return undefined
}

export const wordsOf = (element: XmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : wordsOf(child))).join('')
