/** `/public/sessions/SYMBOL`: one session, with the agenda as it was adopted, its decisions, and what sources report. */
import { sessionAddresses } from './addresses.ts'
import { textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html } from 'hono/html'
import { type PublicPage, publicPage } from '../../../platform/publicPage.ts'
import { written } from '../../../platform/written.ts'
import { decisionRows } from './decisionsPage.ts'
import { words as recordWords } from '../record/words.ts'
import { said, saidFully } from './parts.ts'
import { issuedAmong, session } from './read.ts'
import { statementRows } from './statementRows.ts'
import { capitalRow, reportRows, sessionFacts } from './sessionsPage.ts'
import { whenText, words } from './words.ts'

export const sessionPage: PublicPage = publicPage({
  path: '/public/sessions/:name{.+}',
  addresses: sessionAddresses,
  async render({ language, tx, params, href }) {
    const found = await session(tx, params['name'] ?? '')
    if (!found) return null
    const { row, reports, agenda, decisions, statements, record } = found
    const items = new Set(agenda.map(item => item.id))
    const elsewhere = statements.filter(one => one.itemId === null || !items.has(one.itemId))
    const say = (key: string) => words(language, key)
    const title = textIn(row.title, language)
    const papers = await issuedAmong(
      tx,
      agenda.flatMap(item => item.papers),
    )
    const known = new Map(decisions.map(one => [one.id, one]))
    const lines = [
      ['body', row.body && said(row.body.name, language)],
      ['venue', found.venue && written(found.venue)],
      ['organisers', found.organisers && written(found.organisers)],
      ['plan', found.externalPlan && written(found.externalPlan)],
    ] as const
    return {
      title: title.text,
      about: [row.symbol, whenText(language, row), row.city].filter(Boolean).join(', '),
      address: publicAddress('sessions', row),
      body: html`<div class="words">
<p><a href="${href('/public/sessions')}">${say('sessions')}</a></p>
<h1 lang="${title.language}">${title.text}</h1>
${sessionFacts(found, language)}
</div>
${found.starts.length > 0 ? html`<section class="card" aria-labelledby="begins"><h2 id="begins">${say('begins')}</h2>${capitalRow(found, language)}</section>` : ''}
<section class="card" aria-labelledby="about"><h2 id="about">${say('about')}</h2>
${found.summary ? saidFully(found.summary, language) : ''}
<dl class="lines">${lines.map(([key, text]) => (text ? html`<div><dt>${say(key)}</dt><dd>${text}</dd></div>` : ''))}</dl>
</section>
${
  agenda.length > 0
    ? html`<section class="card" aria-labelledby="agenda"><h2 id="agenda">${say('agenda')} <small>${say('agenda.adopted')}</small></h2>
<ol class="agenda">${agenda.map(
        item => html`<li><h3>${said(item.title, language)}</h3>
${item.note ? saidFully(item.note, language) : ''}
${
  item.papers.length > 0
    ? html`<p class="facts">${item.papers.map(symbol =>
        papers.has(symbol)
          ? html`<span><a href="${href(publicAddress('documents', { symbol }))}">${symbol}</a></span>`
          : html`<span>${symbol}</span>`,
      )}</p>`
    : ''
}
${item.decisions.map(id => {
  const one = known.get(id)
  return one ? html`<p><a href="${href(publicAddress('decisions', one))}">${one.symbol}</a></p>` : ''
})}
${statementRows(
  statements.filter(one => one.itemId === item.id),
  language,
  href,
)}</li>`,
      )}</ol></section>`
    : ''
}
${
  decisions.length > 0
    ? html`<section class="card" aria-labelledby="decisions"><h2 id="decisions">${say('decisions')}</h2>
${decisionRows(decisions, language, href)}</section>`
    : ''
}
${
  elsewhere.length > 0
    ? html`<section class="card" aria-labelledby="statements"><h2 id="statements">${recordWords(language, 'public.statements')}</h2>
${statementRows(elsewhere, language, href)}</section>`
    : ''
}
${
  record
    ? html`<section class="card" aria-labelledby="record"><h2 id="record">${recordWords(language, 'public.record')}</h2>
<p><a href="${href(publicAddress('documents', { symbol: record }))}">${record}</a></p></section>`
    : ''
}
${
  reports.length > 0
    ? html`<section class="card" aria-labelledby="reports"><h2 id="reports">${say('reports')}</h2>
<p class="dim">${say('reports.note')}</p>${reportRows(reports, language)}</section>`
    : ''
}`,
    }
  },
})
