/** `/public/decisions`: what the Council has adopted, newest first. Drafts, and what is restricted, are not there. */
import type { Language } from '@kerege/contract/common'
import type { DecisionRow } from '@kerege/contract/council/decisions'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html } from 'hono/html'
import { type Html, type PublicPage, publicPage } from '../../../platform/publicPage.ts'
import { toRow } from '../decisionStore.ts'
import { decisionFeeds } from './feeds.ts'
import { adoptedOn, askedFor, facts, howText, said, turns, years } from './parts.ts'
import { decisions, decisionYears } from './read.ts'
import { words } from './words.ts'

const path = '/public/decisions'

export const decisionsPage: PublicPage = publicPage({
  path,
  entry: language => words(language, 'decisions'),
  async render(visit) {
    const { language, tx, href } = visit
    const say = (key: string) => words(language, key)
    const asked = askedFor(visit)
    const { rows, last } = await decisions(tx, asked)
    const more = asked.year === undefined ? {} : { year: String(asked.year) }
    return {
      title: say('decisions'),
      about: say('decisions.lede'),
      query: { ...more, ...(asked.page > 1 ? { page: String(asked.page) } : {}) },
      feeds: decisionFeeds(language),
      body: html`<div class="words">
<h1>${say('decisions')}</h1>
<p class="lede">${say('decisions.lede')}</p>
<p class="acts"><a class="button" href="${href('/public/progress')}">${say('became')}</a> <a class="button" href="${href(`${path}.atom`)}">${say('feed')}</a></p>
</div>
<section class="card" aria-label="${say('decisions')}">
${years(visit, path, await decisionYears(tx), asked.year)}
${rows.length === 0 ? html`<p class="dim">${say('decisions.none')}</p>` : decisionRows(rows.map(toRow), language, href)}
${turns(visit, path, more, { page: asked.page, last })}
</section>`,
    }
  },
})

export const decisionRows = (
  rows: readonly DecisionRow[],
  language: Language,
  href: (path: string) => string,
): Html =>
  html`<ul class="entries">${rows.map(
    row => html`<li><h3><a href="${href(publicAddress('decisions', row))}">${said(row.title, language)}</a></h3>
${facts(html`<b>${row.symbol}</b>`, adoptedOn(row, language), howText(row, language), said(row.body.name, language))}</li>`,
  )}</ul>`
