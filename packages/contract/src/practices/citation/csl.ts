/** CSL-JSON (Citation Style Language 1.0.2): what Zotero, Mendeley and word processors read. */
import { type Cited, oneLine } from './cited.ts'

export function csl(cited: Cited): Record<string, unknown> {
  const { symbol, edition, language, title, abstract, authors, publisher, published, url, accessed } = cited
  return {
    id: `${symbol}.${edition}`,
    type: 'report',
    genre: 'Good practice',
    title: oneLine(title),
    ...(authors.length > 0 ? { author: authors.map(name => ({ literal: oneLine(name) })) } : {}),
    publisher: oneLine(publisher),
    number: symbol,
    version: String(edition),
    issued: { 'date-parts': [dateParts(published)] },
    accessed: { 'date-parts': [dateParts(accessed)] },
    URL: url,
    language,
    ...(abstract === undefined ? {} : { abstract: oneLine(abstract) }),
    ...(cited.keywords.length > 0 ? { keyword: cited.keywords.map(oneLine).join(', ') } : {}),
    ...(cited.licence === undefined ? {} : { license: cited.licence }),
    ...(cited.doi === undefined ? {} : { DOI: cited.doi }),
  }
}

const dateParts = (day: string) => day.split('-').map(Number)

export const cslText = (all: readonly Cited[]): string => `${JSON.stringify(all.map(csl), null, 2)}\n`
