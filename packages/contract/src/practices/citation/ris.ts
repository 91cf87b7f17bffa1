/**
 * RIS: two letters, two blanks, a hyphen, a blank, one value, and CR LF. A line break inside a value would begin a tag of its
 * own; an asterisk is not allowed in names and keywords.
 */
import { type Cited, oneLine, yearOf } from './cited.ts'

export function ris(cited: Cited): string {
  const { symbol, edition, title, authors, publisher, published, accessed, language, url } = cited
  const lines: [string, string | undefined][] = [
    ['TY', 'RPRT'],
    ['ID', `${symbol}.${edition}`],
    ['TI', oneLine(title)],
    ...authors.map((name): [string, string] => ['AU', starless(name)]),
    ['PB', oneLine(publisher)],
    ['PY', yearOf(published)],
    ['DA', published.replaceAll('-', '/')],
    ['M1', symbol],
    ['ET', String(edition)],
    ['LA', language],
    ['AB', cited.abstract === undefined ? undefined : oneLine(cited.abstract)],
    ...cited.keywords.map((word): [string, string] => ['KW', starless(word).slice(0, 255)]),
    ['UR', oneLine(url)],
    ['Y2', accessed.replaceAll('-', '/')],
    ['N1', cited.licence === undefined ? undefined : oneLine(cited.licence)],
    ['DO', cited.doi === undefined ? undefined : oneLine(cited.doi)],
    ['ER', ''],
  ]
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('')
}

const starless = (text: string) => oneLine(text.replaceAll('*', ' '))
