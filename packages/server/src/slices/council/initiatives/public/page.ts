/**
 * `/public/initiatives`: what its keepers chose to show, by pillar. Without gaps and overlaps: of what is not shown here
 * nothing can be said.
 */
import { type Language, textIn } from '@kerege/contract/common'
import { stateOf } from '@kerege/contract/council/initiatives/codes'
import type { InitiativeRow } from '@kerege/contract/council/initiatives/schema'
import { html } from 'hono/html'
import { localDay } from '../../../../platform/localDay.ts'
import { type AnyPublic, type Html, publicPage } from '../../../../platform/publicPage.ts'
import { askedFor, facts, party, pill, said } from '../../public/parts.ts'
import { dayText } from '../../public/words.ts'
import { matrixFor } from '../matrix.ts'
import { words } from '../words.ts'

const path = '/public/initiatives'

const page = publicPage({
  path,
  entry: language => words(language, 'title'),
  async render(visit) {
    const { language, tx, now, node, href } = visit
    const today = localDay(now, node.info.timeZone)
    const asked = askedFor(visit).year
    const year = asked && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4))
    const matrix = await matrixFor(tx, { year }, today)
    const say = (key: string) => words(language, key)
    const groups = matrix.pillars
      .map(pillar => ({ pillar, rows: matrix.initiatives.filter(row => row.pillar.id === pillar.id) }))
      .filter(group => group.rows.length > 0)
    return {
      title: `${say('title')} ${year}`,
      about: say('page.lede'),
      ...(asked ? { query: { year: String(year) } } : {}),
      body: html`<div class="words">
<h1>${say('title')} <span class="num">${year}</span></h1>
<p class="lede">${say('page.lede')}</p>
</div>
${matrix.years.length > 1 ? yearLinks(matrix.years, year, language, href) : ''}
${groups.length === 0 ? html`<section class="card"><p class="dim">${say('page.none')}</p></section>` : ''}
${groups.map(
  ({ pillar, rows }) => html`<section class="card" aria-labelledby="pillar-${pillar.code}">
<h2 id="pillar-${pillar.code}">${pillar.code}. ${said(pillar.name, language)} <small class="num">${rows.length}</small></h2>
<ul class="entries">${rows.map(row => entry(row, language))}</ul>
</section>`,
)}`,
    }
  },
})

const yearLinks = (
  all: readonly number[],
  chosen: number,
  language: Language,
  href: (to: string) => string,
): Html =>
  html`<nav aria-label="${words(language, 'page.years')}"><ul class="chips">${all.map(
    year =>
      html`<li><a class="chip" href="${href(`${path}?year=${year}`)}"${year === chosen ? html` aria-current="true"` : ''}>${year}</a></li>`,
  )}</ul></nav>`

const kinds = { planned: 'mute', running: 'info', ended: 'ok', stopped: 'mute' } as const

function entry(row: InitiativeRow, language: Language): Html {
  const say = (key: string, values = {}) => words(language, key, values)
  const states = [...new Set(row.places.map(stateOf))].map(state => say(`state.${state}`)).join(', ')
  const from = dayText(language, row.from)
  return html`<li><h3>${said(row.title, language)}</h3>
<p>${pill(kinds[row.status], say(`status.${row.status}`))}</p>
${facts(
  html`<b>${party(row.lead, language)}</b>`,
  row.partners.length > 0
    ? say('page.with', { parties: row.partners.map(one => textIn(one.name, language).text).join(', ') })
    : undefined,
  states,
  row.to ? say('page.fromTo', { from, to: dayText(language, row.to) }) : say('page.from', { from }),
  say(`kind.${row.kind}`),
  row.groups.map(group => say(`group.${group}`)).join(', '),
)}</li>`
}

export const initiativePages: readonly AnyPublic[] = [page]
