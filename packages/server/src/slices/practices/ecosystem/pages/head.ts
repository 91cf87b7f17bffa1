/**
 * What programs read in the head of a record: Dublin Core, the names that scholarly indexes know (Highwire), and schema.org as a
 * block of data. The block runs nothing: its type is no script, so the page's strict policy has nothing to forbid; still no
 * letter of it can close it.
 */
import type { Language } from '@kerege/contract/common'
import { html, raw } from 'hono/html'
import type { Html } from '../../../../platform/publicPage.ts'
import { citedShortly } from '../citing.ts'
import { dublinCore } from '../dublinCore.ts'
import { languagesOf, licenceAddress, practiceAddress, type PublicPractice, symbolOf } from '../published.ts'
import { countryName, cut, words } from '../words.ts'

interface Place {
  readonly baseUrl: string
  readonly now: Date
}

export function headOf(practice: PublicPractice, language: Language, place: Place): Html {
  const { baseUrl } = place
  const url = baseUrl + practiceAddress(practice)
  const cited = citedShortly(practice, language, place)
  const spoken = cited.language
  // Titles in every language, the rest in the one that the page is read in: a page stays small.
  const statements = dublinCore(practice, baseUrl).filter(
    one => one.element === 'title' || one.language === undefined || one.language === spoken,
  )
  const highwire: [string, string][] = [
    ['citation_title', cited.title],
    ...cited.authors.map((name): [string, string] => ['citation_author_institution', name]),
    ['citation_publication_date', cited.published.replaceAll('-', '/')],
    ['citation_technical_report_institution', cited.publisher],
    ['citation_technical_report_number', cited.symbol],
    ['citation_language', spoken],
    ['citation_public_url', url],
    ...cited.keywords.map((word): [string, string] => ['citation_keywords', word]),
  ]
  return html`<link rel="canonical" href="${baseUrl}${practiceAddress(practice)}">
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${statements.map(
  one =>
    html`<meta name="DC.${one.element}" content="${cut(one.text, 600)}"${one.language === undefined ? '' : html` lang="${one.language}"`}>`,
)}
${highwire.map(([name, content]) => html`<meta name="${name}" content="${content}">`)}
<script type="application/ld+json">${raw(dataBlock(schemaOrg(practice, language, place)))}</script>`
}

function schemaOrg(practice: PublicPractice, language: Language, place: Place): Record<string, unknown> {
  const { edition, country, licence, stand, organisation } = practice
  const { facts } = edition.content
  const cited = citedShortly(practice, language, place)
  const url = place.baseUrl + practiceAddress(practice)
  const publisher = { '@type': 'Organization', name: cited.publisher, url: `${place.baseUrl}/public` }
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': url,
    url,
    name: cited.title,
    ...(cited.abstract === undefined ? {} : { abstract: cited.abstract }),
    identifier: symbolOf(practice),
    reportNumber: symbolOf(practice),
    version: String(edition.number),
    inLanguage: languagesOf(practice),
    author: organisation ? { '@type': 'Organization', name: cited.authors[0] } : publisher,
    publisher,
    datePublished: edition.publishedAt,
    creativeWorkStatus: stand === 'published' ? 'Published' : stand === 'archived' ? 'Archived' : 'Retracted',
    about: facts.domains.map(domain => words(cited.language, `domain.${domain}`)),
    spatialCoverage: { '@type': 'Country', name: countryName(cited.language, country), identifier: country },
    ...(licenceAddress[licence] === undefined ? {} : { license: licenceAddress[licence] }),
    citation: facts.sources.map(source => ({
      '@type': 'CreativeWork',
      name: source.title,
      ...(source.url === undefined ? {} : { url: source.url }),
    })),
    isAccessibleForFree: true,
  }
}

/** JSON that can stand between tags: no letter in it opens or closes one. */
const dataBlock = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
