/** One practice or several, cited in the form that somebody asks for. */
import type { Language } from '../../common.ts'
import { bibtex } from './bibtex.ts'
import type { Cited, CitationFormat } from './cited.ts'
import { cslText } from './csl.ts'
import { ris } from './ris.ts'
import { apa, gost } from './styles.ts'

export { type Cited, type CitationFormat, citationFormats } from './cited.ts'

/** How a file of it is called and what it is. */
export const citationFiles: Readonly<Record<CitationFormat, { ending: string; type: string }>> = {
  csl: { ending: 'json', type: 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex; charset=utf-8' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems; charset=utf-8' },
  gost: { ending: 'gost.txt', type: 'text/plain; charset=utf-8' },
  apa: { ending: 'apa.txt', type: 'text/plain; charset=utf-8' },
}

export function cite(all: readonly Cited[], format: CitationFormat, language: Language): string {
  switch (format) {
    case 'csl':
      return cslText(all)
    case 'bibtex':
      return all.map(bibtex).join('\n')
    case 'ris':
      return all.map(ris).join('\r\n')
    case 'gost':
      return all.map(one => `${gost(one, language)}\n`).join('')
    case 'apa':
      return all.map(one => `${apa(one)}\n`).join('')
  }
}
