/**
 * BibTeX. Texts are UTF-8, as biber and today's BibTeX read them; only marks that TeX would obey are written by name. A brace
 * cannot stand as `\{`: BibTeX counts it all the same, and one without its partner swallows the rest of the file.
 */
import { type Cited, oneLine, yearOf } from './cited.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

const marks: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
}

export const bibtexText = (text: string): string =>
  oneLine(text).replace(/[\\{}^~&%$#_]/g, mark => marks[mark] ?? '')

export function bibtex(cited: Cited): string {
  const { symbol, edition, title, authors, publisher, published, accessed, language, url } = cited
  const fields: [string, string | undefined][] = [
    // Twice in braces: kept as it is, capitals and all.
    ['title', `{${bibtexText(title)}}`],
    ['author', authors.length > 0 ? authors.map(name => `{${bibtexText(name)}}`).join(' and ') : undefined],
    ['institution', bibtexText(publisher)],
    ['type', 'Good practice'],
    ['number', symbol],
    ['version', String(edition)],
    ['year', yearOf(published)],
    ['date', published],
    ['url', plainAddress(url)],
    ['urldate', accessed],
    ['language', language],
    ['abstract', cited.abstract === undefined ? undefined : bibtexText(cited.abstract)],
    ['keywords', cited.keywords.length > 0 ? cited.keywords.map(bibtexText).join(', ') : undefined],
    ['note', cited.licence === undefined ? undefined : bibtexText(cited.licence)],
    ['doi', cited.doi === undefined ? undefined : bibtexText(cited.doi)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]))
  const month = `  month = ${months[Number(published.slice(5, 7)) - 1] ?? 'jan'},`
  return `@techreport{${symbol}.${edition},\n${lines.join('\n')}\n${month}\n}\n`
}

/** An address is read as it stands: what would end the field is written in its hexadecimal form. */
const plainAddress = (url: string) =>
  oneLine(url).replace(
    /[\\{}\s]/g,
    mark => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
