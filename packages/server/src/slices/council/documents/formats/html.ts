/**
 * Blocks as plain HTML, for pages that are read without script and for files that are sent. Everything is escaped
 * here; there is no way for markup of a text to come through.
 */
import type { Run } from '@kerege/contract/council/documents/text'
import type { Block } from '@kerege/contract/council/documents/text'
import { type ItemNode, outline, type Passage, type Section } from './outline.ts'

/** @param top the level at which headings of the text begin, below those of the page around it */
export const blocksHtml = (blocks: readonly Block[], top: 1 | 2 | 3 = 2): string =>
  outline(blocks)
    .map(node => nodeHtml(node, top))
    .join('\n')

function nodeHtml(node: Section | Passage, level: number): string {
  if (node.kind === 'passage') return passageHtml(node)
  const tag = `h${Math.min(6, level)}`
  const { heading } = node
  return [
    `<${tag} id="${heading.id}">${numberHtml(heading.number)}${runsHtml(heading.runs)}</${tag}>`,
    ...node.children.map(child => nodeHtml(child, level + 1)),
  ].join('\n')
}

function passageHtml({ lead, items }: Passage): string {
  const parts: string[] = []
  if (lead?.kind === 'paragraph') {
    parts.push(`<p id="${lead.id}">${numberHtml(lead.number)}${runsHtml(lead.runs)}</p>`)
  }
  if (lead?.kind === 'table') parts.push(tableHtml(lead.id, lead.rows, lead.head))
  if (items.length > 0) parts.push(listHtml(items))
  return parts.join('\n')
}

/** Numbers are part of the text and are written out; only bullets are left to the list. */
function listHtml(items: readonly ItemNode[]): string {
  const rows = items.map(({ item, below }) => {
    const kind = item.number ? ' class="numbered"' : ''
    const deeper = below.length > 0 ? `\n${listHtml(below)}` : ''
    return `<li id="${item.id}"${kind}>${numberHtml(item.number)}${runsHtml(item.runs)}${deeper}</li>`
  })
  return `<ul>\n${rows.join('\n')}\n</ul>`
}

function tableHtml(id: string, rows: readonly (readonly Run[][])[], head: boolean): string {
  const line = (row: readonly Run[][], cell: 'th' | 'td') =>
    `<tr>${row.map(runs => `<${cell}${cell === 'th' ? ' scope="col"' : ''}>${runsHtml(runs)}</${cell}>`).join('')}</tr>`
  const [first, ...rest] = rows
  const body = (head ? rest : rows).map(row => line(row, 'td')).join('\n')
  const top = head && first ? `<thead>${line(first, 'th')}</thead>\n` : ''
  return `<table id="${id}">\n${top}<tbody>${body}</tbody>\n</table>`
}

const numberHtml = (number: string | undefined) =>
  number ? `<span class="number">${escapeHtml(number)}</span> ` : ''

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(run => {
      let html = run.text.split('\n').map(escapeHtml).join('<br>')
      if (run.italic) html = `<em>${html}</em>`
      if (run.bold) html = `<strong>${html}</strong>`
      return run.href ? `<a href="${escapeHtml(run.href)}" rel="noopener">${html}</a>` : html
    })
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, letter => entities[letter] ?? '')
