/** `/public/decisions/SYMBOL`: one adopted decision, its text in every language it has, and what became of it. */
import { type Language, languages, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html, raw } from 'hono/html'
import { ownNames } from '../../../platform/languageNames.ts'
import { localDay } from '../../../platform/localDay.ts'
import { type Html, type PublicPage, type PublicVisit, publicPage } from '../../../platform/publicPage.ts'
import { citedRows } from '../citations/publicRows.ts'
import { inSource } from '../citations/store.ts'
import { toRow } from '../decisionStore.ts'
import { guidanceOf } from '../guidance/store.ts'
import { decisionFeeds } from './feeds.ts'
import { adoptedOn, facts, howText, pill, said, wall } from './parts.ts'
import { practiceRows } from './practice.ts'
import { promiseRows } from './promises.ts'
import { decisionAddresses } from './addresses.ts'
import { decision, promised } from './read.ts'
import { words } from './words.ts'

/** Below this all languages come with the page; longer texts come when they are asked for. */
const lettersAtOnce = 16_000

export const decisionPage: PublicPage = publicPage({
  path: '/public/decisions/:name{.+}',
  addresses: decisionAddresses,
  async render(visit) {
    const { language, tx, params, href, now, node } = visit
    const found = await decision(tx, params['name'] ?? '')
    if (!found) return null
    const row = toRow(found)
    const address = publicAddress('decisions', row)
    const say = (key: string) => words(language, key)
    const title = textIn(row.title, language)
    const today = localDay(now, node.info.timeZone)
    const promises = await promised(tx, today, [row.id])
    const { statements } = await guidanceOf(tx, row.id)
    const cited = await inSource(tx, { kind: 'decision', id: row.id })
    return {
      title: `${row.symbol} ${title.text}`,
      about: `${row.symbol}: ${title.text}. ${adoptedOn(row, language)}`,
      address,
      feeds: decisionFeeds(language),
      body: html`<div class="words">
<p class="facts"><b>${row.symbol}</b> ${pill('ok', adoptedOn(row, language))}</p>
<h1 class="great" lang="${title.language}">${title.text}</h1>
${facts(
  said(row.body.name, language),
  howText(row, language),
  row.session &&
    html`<a href="${href(publicAddress('sessions', row.session))}">${said(row.session.title, language)}</a>`,
)}
</div>
${wall()}
${texts(visit, address, row.title, found.texts as MultiText)}
<section class="after" aria-labelledby="became"><h2 id="became">${say('became')}</h2>
${promises.length + statements.length === 0 ? html`<p class="dim">${say('became.nothing')}</p>` : ''}
${promises.length === 0 ? '' : html`<div class="card">${promiseRows(promises, language)}</div>`}
${statements.length === 0 ? '' : html`<div class="card">${practiceRows(statements, language)}</div>`}
</section>
${citedRows(cited, visit)}
<p class="facts"><span>${say('address')}: <a href="${address}">${node.baseUrl}${address}</a></span> <a href="${href('/public/decisions.atom')}">${say('feed')}</a></p>`,
    }
  },
})

/** Two languages beside each other, the reader's own first; the others a link away, or folded below where they are short. */
function texts(
  { language, query, href }: PublicVisit,
  address: string,
  title: MultiText,
  all: MultiText,
): Html {
  const there = languages.filter(one => all[one])
  const own = there.includes(language) ? language : (textIn(all, language).language satisfies Language)
  const second =
    there.find(one => one === query('beside') && one !== own) ??
    there.find(one => one !== own && all[one]?.state === 'checked')
  const shown = [own, ...(second ? [second] : [])]
  const rest = there.filter(one => !shown.includes(one))
  const letters = there.reduce((sum, one) => sum + (all[one]?.text.length ?? 0), 0)
  const one = (which: Language) => html`<section lang="${which}">
<h2 class="tongue">${ownNames[which]} <small lang="${language}">· ${words(language, `text.${all[which]?.state ?? 'draft'}`)}</small></h2>
${which === own ? '' : html`<h3>${title[which]?.text ?? ''}</h3>`}
<p class="text read">${all[which]?.text}</p></section>`
  return html`<nav aria-label="${words(language, 'texts')}"><ul class="chips">${there.map(
    which =>
      html`<li><a class="chip" hreflang="${which}" href="${href(`${address}?beside=${which}`)}"${shown.includes(which) ? raw(' aria-current="true"') : ''}><span lang="${which}">${ownNames[which]}</span>${all[which]?.state === 'checked' ? '' : html` <small>${words(language, `text.${all[which]?.state ?? 'draft'}`)}</small>`}</a></li>`,
  )}</ul></nav>
<div class="pair">${shown.map(one)}</div>
${
  rest.length > 0 && letters <= lettersAtOnce
    ? html`<details><summary>${words(language, 'texts.rest')}</summary><div class="pair">${rest.map(one)}</div></details>`
    : ''
}`
}
