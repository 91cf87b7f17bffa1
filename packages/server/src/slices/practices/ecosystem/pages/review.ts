/** The review that an edition was published with: grades as diamonds and in words, every reason, whence the reviewers come. */
import { type Language, textIn } from '@kerege/contract/common'
import { criteria } from '@kerege/contract/practices/rules'
import { html } from 'hono/html'
import type { Html } from '../../../../platform/publicPage.ts'
import type { PublicEdition } from '../published.ts'
import { countryName, words } from '../words.ts'
import { marked } from './parts.ts'

export function reviewCard({ review }: PublicEdition, language: Language): Html {
  const graded = criteria.flatMap(criterion => {
    const given = review.grades[criterion]
    return given ? [{ criterion, given }] : []
  })
  return html`<section class="card" aria-labelledby="review"><h2 id="review">${words(language, 'review')} <small>${words(language, review.differed ? 'review.three' : 'review.two')}</small></h2>
${
  graded.length === 0
    ? html`<p class="dim">${words(language, 'review.none')}</p>`
    : html`<dl class="grades">${graded.map(
        ({ criterion, given }) => html`<div><dt>${words(language, `criterion.${criterion}`)}</dt>
<dd class="mark"><span aria-hidden="true">${'◆'.repeat(given.grade)}${'◇'.repeat(4 - given.grade)}</span><span class="hidden">${words(language, 'review.grade', { n: given.grade })}</span></dd>
<dd>${given.reasons.map(reason => html`<p>${marked(textIn(reason, language), language)}</p>`)}</dd></div>`,
      )}</dl>`
}
${review.words.map(
  said => html`<blockquote><p class="text">${marked(textIn(said.text, language), language)}</p>
<footer class="dim">${said.country === undefined ? words(language, 'review.reviewer') : words(language, 'review.by', { country: countryName(language, said.country) })}</footer></blockquote>`,
)}</section>`
}
