/**
 * `/public/practices/PR-0007` for good, and `/public/practices/PR-0007/1` for an edition that does not change: texts, review,
 * facts, sources, versions, citations. A very long text comes in parts, so that every page stays small on a slow line.
 */
import type { Language } from '@kerege/contract/common'
import { citationFiles, citationFormats } from '@kerege/contract/practices/citation/index'
import { gost } from '@kerege/contract/practices/citation/styles'
import { practiceText, type TextField, textFields } from '@kerege/contract/practices/content'
import { html, raw } from 'hono/html'
import { ownNames } from '../../../../platform/languageNames.ts'
import type { Html, PublicBody, PublicPage, PublicVisit } from '../../../../platform/publicPage.ts'
import { publicPage } from '../../../../platform/publicPage.ts'
import { citedShortly } from '../citing.ts'
import {
  languagesOf,
  licenceAddress,
  practiceAddress,
  type PublicPractice,
  symbolOf,
  titleOf,
} from '../published.ts'
import * as read from '../read.ts'
import { agesText, countryName, cut, plainText, words } from '../words.ts'
import { editionOf, formatNames } from './citations.ts'
import { feedsOf } from './feeds.ts'
import { headOf } from './head.ts'
import { listPath } from './listPage.ts'
import { facts, paragraphIn, publishedOn, standPill } from './parts.ts'
import { reviewCard } from './review.ts'

/** What the places say of having used it, each place once. No words: those are for readers with an account. */
export interface Used {
  readonly tried: number
  readonly worked: number
}
export type UsedOf = (visit: PublicVisit, practiceId: string) => Promise<Used>

export function recordPages(usedOf: UsedOf): PublicPage[] {
  const show = async (visit: PublicVisit, practice: PublicPractice | null) =>
    practice && bodyOf(visit, practice, await usedOf(visit, practice.id))
  return [
    publicPage({
      path: `${listPath}/:symbol`,
      addresses: {
        name: 'practices',
        count: tx => read.counted(tx, {}),
        part: async (tx, from, most) =>
          (await read.addresses(tx, from, most)).map(row => ({
            path: practiceAddress(row),
            changed: row.changedAt,
          })),
      },
      render: async visit => show(visit, await read.practice(visit.tx, visit.params['symbol'] ?? '')),
    }),
    publicPage({
      path: `${listPath}/:symbol/:edition`,
      render: async visit =>
        show(
          visit,
          await read.practice(visit.tx, visit.params['symbol'] ?? '', editionOf(visit.params['edition'])),
        ),
    }),
  ]
}

async function bodyOf(visit: PublicVisit, practice: PublicPractice, used: Used): Promise<PublicBody> {
  const { language, tx, href, node, now, query } = visit
  const { edition, country } = practice
  const { texts, facts: known } = edition.content
  const title = titleOf(practice, language)
  const parts = partsOf(practice, language)
  const part = Math.min(/^[1-9]\d?$/.test(query('part')) ? Number(query('part')) : 1, parts.length)
  // Reached by its number it may be the newest one all the same: the address of an edition says so.
  const fixed = visit.params['edition'] !== undefined
  const address = practiceAddress(practice, fixed ? edition.number : undefined)
  const since =
    known.since === undefined ? '' : `${known.since}${known.until === undefined ? '' : `–${known.until}`}`
  return {
    title: `${symbolOf(practice)} ${cut(title.text, 200)}`,
    about: cut(texts.summary ? plainText(texts.summary, language) : title.text, 300),
    address,
    query: part > 1 ? { part: String(part) } : {},
    feeds: feedsOf(language),
    head: headOf(practice, language, { baseUrl: node.baseUrl, now }),
    body: html`<div class="words">
<p class="facts"><b>${symbolOf(practice)}</b> <span>${known.domains.map(domain => words(language, `domain.${domain}`)).join(', ')}</span> <span>${countryName(language, country)} ${since}</span></p>
<h1 class="great" lang="${title.language}">${cut(title.text, 600)}</h1>
<p class="facts">${standPill(practice, language)} <span>${words(language, 'version', { n: edition.number })}, ${publishedOn(language, edition.publishedAt)}</span>${trust(practice, language)}</p>
${otherLanguages(practice, language, address)}
</div>
${notices(practice, language, href)}
<div class="split practice">
<div class="after"><section class="card">${parts[part - 1]?.map(field => fieldHtml(practice, field, language))}
${turns(visit, address, part, parts.length)}</section>
${part === 1 ? reviewCard(edition, language) : ''}</div>
<div class="after">${usedCard(used, language)}
${glance(practice, language)}
${sources(practice, language)}
${versions(await read.editionsOf(tx, practice.id), practice, language, href)}
${cite(visit, practice)}</div>
</div>`,
  }
}

/** How far the texts that are shown can be trusted as texts, once for all of them: the weakest says it. */
function trust({ edition }: PublicPractice, language: Language): Html | string {
  const states = textFields.map(field => edition.content.texts[field]?.[language]?.state)
  const weakest = (['machine', 'stale', 'draft'] as const).find(state => states.includes(state))
  return weakest === undefined
    ? ''
    : html` <span class="pill mute">${words(language, `text.${weakest}`)}</span>`
}

function notices(practice: PublicPractice, language: Language, href: PublicVisit['href']): Html {
  const { stand, retractedReason, edition, newest } = practice
  return html`${
    stand === 'retracted'
      ? html`<section class="card notice" role="note"><h2>${words(language, 'retracted')}</h2>${
          retractedReason === null
            ? ''
            : html`<p>${words(language, 'retracted.why')}: <bdi>${retractedReason}</bdi></p>`
        }</section>`
      : ''
  }${
    edition.number < newest
      ? html`<section class="card notice" role="note"><p>${words(language, 'versions.older')} <a href="${href(practiceAddress(practice))}">${words(language, 'versions.newest')}</a></p></section>`
      : ''
  }`
}

function otherLanguages(practice: PublicPractice, shown: Language, address: string): Html | string {
  const others = languagesOf(practice).filter(language => language !== shown)
  return others.length === 0
    ? ''
    : html`<p class="facts"><span>${words(shown, 'also')}:</span> ${others.map(
        language =>
          html`<a lang="${language}" hreflang="${language}" href="${address}?lang=${language}">${ownNames[language]}</a>`,
      )}</p>`
}

/** So many bytes of text stand on one page. */
const bytesAtOnce = 44_000
const weight = (text: string) => Buffer.byteLength(text) + 5 * (text.match(/["&'<>]/g)?.length ?? 0)

/** Fields that have a text, in the order of reading, as many on a page as fit. */
function partsOf({ edition }: PublicPractice, language: Language): TextField[][] {
  const parts: TextField[][] = [[]]
  let left = bytesAtOnce
  for (const field of textFields) {
    const map = edition.content.texts[field]
    if (field === 'title' || !map) continue
    const size = weight(practiceText(map, language).text)
    if (size > left && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([])
      left = bytesAtOnce
    }
    parts.at(-1)?.push(field)
    left -= size
  }
  return parts
}

function fieldHtml(practice: PublicPractice, field: TextField, language: Language): Html {
  const map = practice.edition.content.texts[field]
  if (!map) return html``
  const heading = html`<h2 id="${field}">${words(language, `field.${field}`)}</h2>`
  if (field !== 'steps' && field !== 'resources') return html`${heading}${paragraphIn(map, language)}`
  const { language: own, text } = practiceText(map, language)
  const lines = text.split(/\n+/).filter(line => line.trim() !== '')
  const tag = field === 'steps' ? 'ol' : 'ul'
  return html`${heading}${raw(`<${tag} class="steps" lang="${own}">`)}${lines.map(line => html`<li>${line}</li>`)}${raw(`</${tag}>`)}`
}

function turns({ language, href }: PublicVisit, address: string, part: number, of: number): Html | string {
  if (of < 2) return ''
  const to = (n: number, key: string, rel: string) =>
    html`<a class="button" rel="${rel}" href="${href(`${address}?part=${n}`)}">${words(language, key)}</a>`
  return html`<nav class="acts" aria-label="${words(language, 'pages')}">${part > 1 ? to(part - 1, 'part.before', 'prev') : ''}${part < of ? to(part + 1, 'part.next', 'next') : ''}</nav>`
}

const usedCard = ({ tried, worked }: Used, language: Language): Html =>
  html`<section class="card" aria-labelledby="used"><h2 id="used">${words(language, 'used')}</h2>${
    tried === 0
      ? html`<p class="dim">${words(language, 'used.none')}</p>`
      : facts(words(language, 'used.tried', { n: tried }), words(language, 'used.worked', { n: worked }))
  }</section>`

function glance(
  { edition, licence, organisation, papers, ...practice }: PublicPractice,
  language: Language,
): Html {
  const { facts: known } = edition.content
  const list = (kind: string, codes: readonly string[]) =>
    codes.map(code => words(language, `${kind}.${code}`)).join(', ')
  const rights = licenceAddress[licence]
  const lines: [string, Html | string | undefined][] = [
    ['fact.audience', list('group', known.audience)],
    ['fact.ages', agesText(known)],
    ['fact.sex', known.sex === 'any' ? undefined : words(language, `sex.${known.sex}`)],
    ['fact.settings', list('setting', known.settings)],
    ['fact.cost', known.cost && words(language, `cost.${known.cost}`)],
    ['fact.weeks', known.weeks === undefined ? undefined : String(known.weeks)],
    ['fact.evidenceLevel', words(language, `evidence.${known.evidenceLevel}`)],
    ['fact.organisation', organisation ? plainText(organisation, language) : undefined],
    ['fact.country', countryName(language, practice.country)],
    ['papers', papers.join(', ')],
    [
      'fact.licence',
      rights === undefined
        ? words(language, 'licence.ask')
        : html`<a href="${rights}" rel="license">${licence.replace(/-(\d)/, ' $1')}</a>`,
    ],
  ]
  return html`<section class="card" aria-labelledby="glance"><h2 id="glance">${words(language, 'glance')}</h2>
<dl class="lines">${lines.map(([key, value]) => (value ? html`<div><dt>${words(language, key)}</dt><dd>${value}</dd></div>` : ''))}</dl></section>`
}

function sources({ edition }: PublicPractice, language: Language): Html | string {
  const { sources: all, figures } = edition.content.facts
  if (all.length + figures.length === 0) return ''
  return html`<section class="card" aria-labelledby="sources"><h2 id="sources">${words(language, 'sources')}</h2>
${all.length === 0 ? '' : html`<ol class="sources">${all.map(one => html`<li>${one.url === undefined ? html`<bdi>${one.title}</bdi>` : html`<a href="${one.url}" rel="nofollow"><bdi>${one.title}</bdi></a>`}${one.year === undefined ? '' : `, ${one.year}`}</li>`)}</ol>`}
${
  figures.length === 0
    ? ''
    : html`<h3>${words(language, 'fact.figures')}</h3><dl class="lines">${figures.map(
        one =>
          html`<div><dt>${plainText(one.label, language)}</dt><dd><b>${one.value}</b> <span class="dim"><bdi>${one.source}</bdi></span></dd></div>`,
      )}</dl>`
}</section>`
}

function versions(
  all: readonly { number: number; publishedAt: string }[],
  practice: PublicPractice,
  language: Language,
  href: PublicVisit['href'],
): Html {
  return html`<section class="card" aria-labelledby="versions"><h2 id="versions">${words(language, 'versions')}</h2><ul class="rows">${all.map(
    one =>
      html`<li><a href="${href(practiceAddress(practice, one.number))}"${one.number === practice.edition.number ? raw(' aria-current="page"') : ''}>${words(language, 'version', { n: one.number })}, ${publishedOn(language, one.publishedAt)}</a></li>`,
  )}</ul></section>`
}

function cite({ language, node, now, href }: PublicVisit, practice: PublicPractice): Html {
  const address = practiceAddress(practice, practice.edition.number)
  const cited = citedShortly(practice, language, { baseUrl: node.baseUrl, now })
  return html`<section class="card" aria-labelledby="cite"><h2 id="cite">${words(language, 'cite')}</h2>
<p class="quote"><bdi>${gost(cited, language)}</bdi></p>
<p class="facts"><span>${words(language, 'cite.files')}:</span> ${citationFormats.map(
    format =>
      html`<a href="${href(`${address}/cite.${citationFiles[format].ending}`)}">${formatNames[format]}</a>`,
  )}</p>
<p class="facts"><span>${words(language, 'permanent')}: <a href="${practiceAddress(practice)}">${node.baseUrl}${practiceAddress(practice)}</a></span></p></section>`
}
