/** What several of the Council's public pages show in the same way: texts with their language, facts, states, addresses. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { DecisionRow } from '@kerege/contract/council/decisions'
import type { PartyName } from '@kerege/contract/council/schema'
import { html, raw } from 'hono/html'
import { ownNames } from '../../../platform/languageNames.ts'
import { localDay } from '../../../platform/localDay.ts'
import type { Html, PublicVisit } from '../../../platform/publicPage.ts'
import { countryText, dayText, words } from './words.ts'

/** In the reader's language where it is written in it; else marked, for whoever reads it aloud. */
export function said(map: MultiText, language: Language): Html {
  const { text, language: own } = textIn(map, language)
  return own === language ? html`${text}` : html`<span lang="${own}">${text}</span>`
}

/** The same for a whole paragraph, which also names its language where it is another one. */
export function saidFully(map: MultiText, language: Language): Html {
  const { text, language: own } = textIn(map, language)
  if (own === language) return html`<p class="text">${text}</p>`
  return html`<p class="text" lang="${own}">${text}</p><p class="dim">${ownNames[own]}</p>`
}

/** A state by its name in the reader's language, also where nobody has written that down for the party. */
export const party = (one: Omit<PartyName, 'id'>, language: Language): Html =>
  one.classification === 'member' && one.name[language] === undefined
    ? html`${countryText(language, one.code)}`
    : said(one.name, language)

/** A line of facts; what is empty is left out. */
export const facts = (...all: readonly (Html | string | undefined)[]): Html =>
  html`<p class="facts">${all.filter(Boolean).map(one => html`<span>${one}</span>`)}</p>`

export const pill = (kind: 'ok' | 'wait' | 'info' | 'mute', text: string): Html =>
  html`<span class="pill ${kind}">${text}</span>`

/** The lattice line that opens a published decision. Once on a page. */
export const wall = (): Html => html`<svg class="wall" aria-hidden="true" width="100%" height="12">
<defs><pattern id="wall" width="10" height="12" patternUnits="userSpaceOnUse"><path d="M0 0L10 12M10 0L0 12"/></pattern></defs>
<rect width="100%" height="12" fill="url(#wall)"/></svg>`

/** Years to choose from, newest first, each with how many it has. */
export function years(
  { language, href }: PublicVisit,
  path: string,
  all: readonly { year: number; n: number }[],
  chosen: number | undefined,
): Html {
  if (all.length < 2) return html``
  const chip = (to: string, text: Html | string, here: boolean) =>
    html`<li><a class="chip" href="${href(to)}"${here ? raw(' aria-current="true"') : ''}>${text}</a></li>`
  return html`<nav aria-label="${words(language, 'years')}"><ul class="chips">
${chip(path, words(language, 'years.all'), chosen === undefined)}
${all.map(one => chip(`${path}?year=${one.year}`, html`${one.year} <small>${one.n}</small>`, one.year === chosen))}
</ul></nav>`
}

/** To what is older and newer, where a page does not hold everything. */
export function turns(
  { language, href }: PublicVisit,
  path: string,
  more: Readonly<Record<string, string>>,
  { page, last }: { page: number; last: boolean },
): Html {
  if (page === 1 && last) return html``
  const to = (n: number) => href(`${path}?${new URLSearchParams({ ...more, page: String(n) })}`)
  return html`<nav class="acts" aria-label="${words(language, 'pages')}">${
    page > 1
      ? html`<a class="button" rel="prev" href="${to(page - 1)}">${words(language, 'pages.newer')}</a>`
      : ''
  }${last ? '' : html`<a class="button" rel="next" href="${to(page + 1)}">${words(language, 'pages.older')}</a>`}</nav>`
}

/** What an address asks for, as far as it makes sense. */
export const askedFor = ({ query }: PublicVisit): { year: number | undefined; page: number } => ({
  year: /^\d{4}$/.test(query('year')) ? Number(query('year')) : undefined,
  page: /^[1-9]\d{0,3}$/.test(query('page')) ? Number(query('page')) : 1,
})

/** A decision is of the day by the universal clock, as its number is. */
export const adoptedOn = ({ closedAt }: Pick<DecisionRow, 'closedAt'>, language: Language): string =>
  closedAt === undefined
    ? words(language, 'adopted')
    : words(language, 'adopted.on', { when: dayText(language, localDay(new Date(closedAt), 'UTC')) })

export const howText = ({ way }: Pick<DecisionRow, 'way'>, language: Language): string =>
  way === undefined ? '' : words(language, `by.${way}`)
