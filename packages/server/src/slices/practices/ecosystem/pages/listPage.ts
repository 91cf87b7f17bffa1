/** `/public/practices`: what stands, newest first, chosen by domain, country and language with a plain form. */
import { Country, Language, languages } from '@kerege/contract/common'
import { Domain, domains } from '@kerege/contract/domains'
import { citationFiles, citationFormats } from '@kerege/contract/practices/citation/index'
import { html, raw } from 'hono/html'
import { ownNames } from '../../../../platform/languageNames.ts'
import { type Html, type PublicVisit, publicPage } from '../../../../platform/publicPage.ts'
import * as read from '../read.ts'
import { countryName, words } from '../words.ts'
import { formatNames } from './citations.ts'
import { feedsOf } from './feeds.ts'
import { entry } from './parts.ts'

export const listPath = '/public/practices'
const perPage = 25

/** What the address asks for, as far as it makes sense. */
export function chosenOf({ query }: Pick<PublicVisit, 'query'>): read.Chosen {
  return {
    domain: Domain.safeParse(query('domain')).data,
    country: Country.safeParse(query('country')).data,
    language: Language.safeParse(query('in')).data,
  }
}

const asQuery = ({ domain, country, language }: read.Chosen): Record<string, string> => ({
  ...(domain ? { domain } : {}),
  ...(country ? { country } : {}),
  ...(language ? { in: language } : {}),
})

export const listPage = publicPage({
  path: listPath,
  entry: language => words(language, 'practices'),
  async render(visit) {
    const { language, tx, query, href } = visit
    const chosen = chosenOf(visit)
    const page = /^[1-9]\d{0,3}$/.test(query('page')) ? Number(query('page')) : 1
    const total = await read.counted(tx, chosen)
    const rows = await read.listed(tx, chosen, { limit: perPage, offset: (page - 1) * perPage })
    const asked = asQuery(chosen)
    const to = (n: number) => href(`${listPath}?${new URLSearchParams({ ...asked, page: String(n) })}`)
    const suffix = Object.keys(asked).length > 0 ? `?${new URLSearchParams(asked)}` : ''
    return {
      title: words(language, 'practices'),
      about: words(language, 'lede'),
      query: { ...asked, ...(page > 1 ? { page: String(page) } : {}) },
      feeds: feedsOf(language),
      body: html`<div class="words"><h1>${words(language, 'practices')}</h1>
<p class="lede">${words(language, 'lede')}</p>
<p class="acts"><a class="button" href="${href(`${listPath}/themes`)}">${words(language, 'themes')}</a> <a class="button" href="${href(`${listPath}.atom`)}">${words(language, 'feed')}</a></p></div>
${await form(visit, chosen)}
<section class="card" aria-labelledby="found"><h2 id="found">${total === 0 ? words(language, 'none') : words(language, 'found', { n: total })}</h2>
<ul class="entries">${rows.map(row => entry(row, language, href))}</ul>
${
  page > 1 || total > page * perPage
    ? html`<nav class="acts" aria-label="${words(language, 'pages')}">${page > 1 ? html`<a class="button" rel="prev" href="${to(page - 1)}">${words(language, 'pages.newer')}</a>` : ''}${
        total > page * perPage
          ? html`<a class="button" rel="next" href="${to(page + 1)}">${words(language, 'pages.older')}</a>`
          : ''
      }</nav>`
    : ''
}
${
  total === 0
    ? ''
    : html`<p class="facts"><span>${words(language, 'cite.files')}:</span> ${citationFormats.map(
        format =>
          html`<a href="${href(`${listPath}.${citationFiles[format].ending}${suffix}`)}">${formatNames[format]}</a>`,
      )}</p>`
}
</section>`,
    }
  },
})

async function form({ tx, language, query }: PublicVisit, chosen: read.Chosen): Promise<Html> {
  const countries = await read.tally(tx, 'country')
  const choice = (
    name: string,
    label: string,
    chosenOne: string | undefined,
    all: readonly (readonly [string, string])[],
  ) =>
    html`<p><label for="by-${name}">${label}</label> <select id="by-${name}" name="${name}"><option value="">${words(language, 'filter.all')}</option>${all.map(
      ([code, text]) =>
        html`<option value="${code}"${code === chosenOne ? raw(' selected') : ''}>${text}</option>`,
    )}</select></p>`
  return html`<form class="choose" method="get" action="${listPath}" aria-label="${words(language, 'filter')}">
${choice(
  'domain',
  words(language, 'fact.domains'),
  chosen.domain,
  domains.map(one => [one, words(language, `domain.${one}`)] as const),
)}
${choice(
  'country',
  words(language, 'fact.country'),
  chosen.country,
  [...countries.keys()]
    .map(one => [one, countryName(language, one)] as const)
    .sort((a, b) => a[1].localeCompare(b[1], language)),
)}
${choice(
  'in',
  words(language, 'filter.language'),
  chosen.language,
  languages.map(one => [one, ownNames[one]] as const),
)}
${query('lang') === '' ? '' : html`<input type="hidden" name="lang" value="${language}">`}
<button class="button">${words(language, 'filter.go')}</button>
</form>`
}
