/**
 * A Council document as Akoma Ntoso 3 (OASIS LegalDocML), one file for each language: a `statement`, or a `debateReport`
 * for the record of a session, with the metadata of work, expression and manifestation. Valid against the base schema, which a test checks; names follow the UN's
 * conventions as docs/akoma-ntoso.md lists them. No claim of any profile's validation is made.
 *
 * `wId` carries our block id, so that the same paragraph has one name in all languages; `eId` is counted.
 */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { DocumentText, Run } from '@kerege/contract/council/documents/text'
import type { Language } from '@kerege/contract/common'
import { escapeXml } from '../../../../platform/xml.ts'
import { type ItemNode, outline, type Passage, type Section } from './outline.ts'

/** That of the committee draft whose schema our tests hold; the reader knows the final one too. */
export const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17'

/** ISO 639-2, as Akoma Ntoso wants it. */
export const languageCodes: Readonly<Record<Language, string>> = {
  en: 'eng',
  ru: 'rus',
  kk: 'kaz',
  ky: 'kir',
  tg: 'tgk',
  tk: 'tuk',
  uz: 'uzb',
}

/** What was said at a session is reported; everything else of a deliberating body states. */
const typeOf = (head: DocumentHead) => (head.kind === 'record' ? 'debateReport' : 'statement')

const sectionNames = { 1: 'section', 2: 'subsection', 3: 'division' } as const
const sectionIds = { 1: 'sec', 2: 'subsec', 3: 'dvs' } as const

export function writeAkn(head: DocumentHead, text: DocumentText): string {
  const counter = openCounter()
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${aknNamespace}">`,
    `<${typeOf(head)} name="${head.kind}" contains="singleVersion">`,
    meta(head),
    '<preface eId="preface">',
    `<p eId="preface__p_1">${head.symbol ? `<docNumber>${escapeXml(head.symbol)}</docNumber>` : 'draft'}</p>`,
    `<p eId="preface__p_2"><docTitle>${escapeXml(text.title)}</docTitle></p>`,
    '</preface>',
    '<mainBody eId="body">',
    // The schema wants at least something in a body; an empty paragraph is nothing when it is read.
    text.blocks.length === 0 ? '<p/>' : outline(text.blocks).map(node => nodeXml(node, counter, '')),
    '</mainBody>',
    `</${typeOf(head)}>`,
    '</akomaNtoso>',
    '',
  ]
    .flat(2)
    .join('\n')
}

/** Work: the document whatever its language. Expression: this language in this version. Manifestation: this file. */
function meta(head: DocumentHead): string {
  const number = (head.symbol ?? 'draft').replaceAll('/', '_')
  const work = `/akn/un/${typeOf(head)}/${head.kind}/rec/${head.date}/${encodeURIComponent(number)}`
  const expression = `${work}/${languageCodes[head.language]}@${head.date}`
  const dated = (name: string) => `<FRBRdate date="${head.date}" name="${name}"/>`
  const author = '<FRBRauthor href="#council" as="#author"/>'
  const translation =
    head.language === head.sourceLanguage
      ? ''
      : `<FRBRtranslation href="${work}/${languageCodes[head.sourceLanguage]}@${head.date}/!main" by="#secretariat" authoritative="false" fromLanguage="${languageCodes[head.sourceLanguage]}"/>`
  return [
    '<meta>',
    '<identification source="#secretariat">',
    `<FRBRWork><FRBRthis value="${work}/!main"/><FRBRuri value="${work}"/>${dated('issue')}${author}`,
    '<FRBRcountry value="un"/>',
    `<FRBRsubtype value="${head.kind}"/>`,
    head.symbol ? `<FRBRnumber value="${escapeXml(head.symbol)}"/>` : '',
    '</FRBRWork>',
    `<FRBRExpression><FRBRthis value="${expression}/!main"/><FRBRuri value="${expression}"/>${dated('version')}${author}`,
    `<FRBRversionNumber value="${head.version}"/>`,
    `<FRBRlanguage language="${languageCodes[head.language]}"/>`,
    translation,
    '</FRBRExpression>',
    `<FRBRManifestation><FRBRthis value="${expression}/!main.xml"/><FRBRuri value="${expression}.xml"/>${dated('markup')}`,
    '<FRBRauthor href="#secretariat" as="#editor"/><FRBRformat value="application/akn+xml"/>',
    '</FRBRManifestation>',
    '</identification>',
    '<references source="#secretariat">',
    `<TLCOrganization eId="council" href="/akn/ontology/organization/un/rec" showAs="${escapeXml(head.body)}"/>`,
    '<TLCOrganization eId="secretariat" href="/akn/ontology/organization/un/rec.secretariat" showAs="Secretariat"/>',
    '<TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="Author"/>',
    '<TLCRole eId="editor" href="/akn/ontology/role/un/editor" showAs="Editor"/>',
    '</references>',
    '</meta>',
  ]
    .filter(Boolean)
    .join('\n')
}

type Counter = (parent: string, prefix: string) => string

/** eIds by the naming convention of Akoma Ntoso: kind and number below the parent's, counted in each place. */
function openCounter(): Counter {
  const seen = new Map<string, number>()
  return (parent, prefix) => {
    const base = parent === '' ? prefix : `${parent}__${prefix}`
    const number = (seen.get(base) ?? 0) + 1
    seen.set(base, number)
    return `${base}_${number}`
  }
}

function nodeXml(node: Section | Passage, count: Counter, parent: string): string {
  if (node.kind === 'passage') return passageXml(node, count, parent)
  const { heading, children } = node
  const name = sectionNames[heading.level]
  const id = count(parent, sectionIds[heading.level])
  return [
    `<${name} eId="${id}" wId="${heading.id}">`,
    numXml(heading.number, id),
    `<heading eId="${id}__heading">${inline(heading.runs)}</heading>`,
    ...children.map(child => nodeXml(child, count, id)),
    `</${name}>`,
  ]
    .filter(Boolean)
    .join('\n')
}

function passageXml({ lead, items }: Passage, count: Counter, parent: string): string {
  const id = count(parent, 'para')
  const inside: string[] = []
  if (lead?.kind === 'paragraph') inside.push(`<p>${inline(lead.runs)}</p>`)
  if (lead?.kind === 'table') {
    inside.push(tableXml(lead.rows, lead.head, count(id, 'table')))
  }
  if (items.length > 0) inside.push(listXml(items, count, id))
  return [
    `<paragraph eId="${id}"${lead ? ` wId="${lead.id}"` : ''}>`,
    lead?.kind === 'paragraph' ? numXml(lead.number, id) : '',
    `<content>${inside.join('\n')}</content>`,
    '</paragraph>',
  ]
    .filter(Boolean)
    .join('\n')
}

function listXml(items: readonly ItemNode[], count: Counter, parent: string): string {
  const id = count(parent, 'list')
  const rows = items.map(({ item, below }) => {
    const itemId = count(id, 'item')
    const deeper = below.length > 0 ? `\n${listXml(below, count, itemId)}` : ''
    return `<item eId="${itemId}" wId="${item.id}">${numXml(item.number, itemId)}<p>${inline(item.runs)}</p>${deeper}</item>`
  })
  return `<blockList eId="${id}">\n${rows.join('\n')}\n</blockList>`
}

function tableXml(rows: readonly (readonly Run[][])[], head: boolean, id: string): string {
  const wide = Math.max(...rows.map(row => row.length))
  const lines = rows.map((row, at) => {
    const cell = head && at === 0 ? 'th' : 'td'
    // A table of the schema is whole: short rows are filled.
    const cells = Array.from({ length: wide }, (_, column) => row[column] ?? [])
    return `<tr>${cells.map(runs => `<${cell}><p>${inline(runs)}</p></${cell}>`).join('')}</tr>`
  })
  return `<table eId="${id}">\n${lines.join('\n')}\n</table>`
}

const numXml = (number: string | undefined, id: string) =>
  number ? `<num eId="${id}__num">${escapeXml(number)}</num>` : ''

function inline(runs: readonly Run[]): string {
  return runs
    .map(run => {
      let xml = run.text.split('\n').map(escapeXml).join('<br/>')
      if (run.italic) xml = `<i>${xml}</i>`
      if (run.bold) xml = `<b>${xml}</b>`
      return run.href ? `<a href="${escapeXml(run.href)}">${xml}</a>` : xml
    })
    .join('')
}
