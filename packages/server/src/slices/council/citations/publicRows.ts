/** On the public page of a decision: the practices that it cites, as far as they are for everybody. */
import { join } from 'node:path'
import type { Citation } from '@kerege/contract/council/citations/schema'
import { html } from 'hono/html'
import { openMessages } from '../../../platform/messages.ts'
import type { Html, PublicVisit } from '../../../platform/publicPage.ts'
import { pill, said } from '../public/parts.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))

export function citedRows(rows: readonly Citation[], { language, href }: PublicVisit): Html | '' {
  if (rows.length === 0) return ''
  return html`<section class="after" aria-labelledby="cited"><h2 id="cited">${words(language, 'cited')}</h2>
<div class="card"><ul class="promises">${rows.map(
    ({
      practice,
      part,
    }) => html`<li><p><a href="${href(`/public/practices/${practice.symbol}`)}">${practice.symbol}</a> ${said(practice.title, language)}${
      part ? html` <span class="dim">(<bdi>${part}</bdi>)</span>` : ''
    }</p>
${practice.state === 'retracted' ? html`<p>${pill('wait', words(language, 'retracted'))}</p>` : ''}</li>`,
  )}</ul></div></section>`
}
