/**
 * `/public/figures`: how many people have come home, as reported in public. Map, differences, timeline and every
 * statement with its source; what is our own arithmetic says so.
 */
import { type Language, textIn } from '@kerege/contract/common'
import { findings } from '@kerege/contract/figures/arithmetic'
import { figureStates, type Part } from '@kerege/contract/figures/schema'
import { type Difference, differences, points, stateTotal } from '@kerege/contract/figures/sideBySide'
import { html } from 'hono/html'
import { type Html, type PublicPage, publicFile, publicPage } from '../../../platform/publicPage.ts'
import { writtenCsv } from '../csvFile.ts'
import { type Shown, shownOf } from '../shown.ts'
import { view } from '../store.ts'
import { boundsText, findingText, reportedText, whenText, words } from '../words.ts'
import { legend, map, summary, type Totals } from './map.ts'
import { strip } from './strip.ts'
import { stateTable } from './table.ts'
import { written } from '../../../platform/written.ts'
import { eventsOf, eventSummary, timeline, timelineRows } from './timeline.ts'

const path = '/public/figures'

/** Beside the map there is room for so many. */
const shownFirst = 3

export const figuresPage: PublicPage = publicPage({
  path,
  entry: language => words(language, 'figures.title'),
  async render({ language, tx }) {
    const seen = await view(tx)
    const all = shownOf(seen)
    const silent = new Set(seen.series.flatMap(one => (one.nothingPublished && one.state ? [one.state] : [])))
    const totals: Totals = new Map(
      figureStates.map(state => [state, stateTotal(all, state, silent.has(state))]),
    )
    const say = (key: string) => words(language, key)
    const events = eventsOf(points(all))
    const apart = firstDifferences(all)
    return {
      title: say('figures.question'),
      about: summary(language, totals),
      body: html`<div class="words">
<h1>${say('figures.question')}</h1>
<p class="lede">${say('figures.lede')}</p>
<p class="acts"><a class="button" href="${path}.csv">${say('figures.download')}</a></p>
</div>
<div class="split">
<section class="card" aria-labelledby="region">
<h2 id="region">${say('figures.region')} <small>${say('figures.region.note')}</small></h2>
${map(language, totals)}
${legend(language, totals)}
${addition(language, all, totals)}
</section>
${differing(language, apart)}
</div>
${further(language, apart)}
${
  events.length > 0
    ? html`<section class="card" aria-labelledby="timeline">
<h2 id="timeline">${say('figures.timeline')}</h2>
<p>${eventSummary(language, events)} ${say('figures.timeline.note')}</p>
${timeline(language, events, silent)}
${timelineRows(language, events)}
</section>`
    : ''
}
${reckoned(language, all)}
${[...figureStates, undefined].map(state => {
  const here = points(all.filter(one => one.series.state === state))
  if (here.length > 0) return stateTable(language, state, here)
  return state && silent.has(state) ? nothing(language, state) : ''
})}
<section class="card" aria-labelledby="counted">
<h2 id="counted">${say('figures.counted')}</h2>
<ul class="said">${definitions(language, seen.series).map(
        one =>
          html`<li><strong lang="${one.titleLanguage}">${one.title}</strong>: <span lang="${one.language}">${one.text}</span></li>`,
      )}</ul>
<p>${say('figures.borders')}</p>
</section>`,
    }
  },
})

export const figuresFile = publicFile({
  path: `${path}.csv`,
  type: 'text/csv; charset=utf-8',
  fileName: 'figures.csv',
  render: async ({ tx }) => writtenCsv(shownOf(await view(tx))),
})

/** The sum of the region is nobody's statement: it is shown as ours, beside what was said. */
function addition(language: Language, all: readonly Shown[], totals: Totals): Html {
  const terms = [...totals.values()].flatMap(one => ('low' in one ? [one] : []))
  const sum = { low: 0, high: 0 }
  for (const one of terms) {
    sum.low += one.low
    sum.high += one.high
  }
  const ours = figureStates.filter(state => totals.get(state)?.kind === 'ours')
  const silent = figureStates.filter(state => totals.get(state)?.kind === 'nothing')
  const states = (list: readonly string[]) =>
    list.map(state => words(language, `figures.state.${state}`)).join(', ')
  const said = all.filter(one => !one.series.state && one.values.total)
  return html`<div class="ours said">
<p><strong>${terms.map(one => boundsText(language, one)).join(' + ')} = ${boundsText(language, sum)}</strong> <span class="dim">${words(language, 'figures.ours')}</span></p>
${said.map(
  one =>
    html`<p>${words(language, 'figures.saidOf', { when: one.when ? whenText(one.when) : '', value: one.values.total ? reportedText(language, one.values.total) : '' })} <a href="${one.source.url}"><bdi>${one.source.publisher}</bdi></a></p>`,
)}
<p class="dim">${words(language, 'figures.differentDays')}${
    ours.length > 0 ? html` ${words(language, 'figures.oursFor', { states: states(ours) })}` : ''
  }${silent.length > 0 ? html` ${words(language, 'figures.silentFor', { states: states(silent) })}` : ''}</p>
</div>`
}

/** Of one thing the total is drawn, or else the children: the other parts follow from it. */
const drawnFirst: readonly Part[] = ['total', 'children', 'women', 'men', 'unknown']

/** One picture a thing; the widest apart stand first. */
function firstDifferences(all: readonly Shown[]): Difference<Shown>[] {
  const things = Map.groupBy(differences(all), one => one.key)
  return [...things.values()]
    .flatMap(
      found => [...found].sort((a, b) => drawnFirst.indexOf(a.part) - drawnFirst.indexOf(b.part))[0] ?? [],
    )
    .sort((a, b) => spread(b) - spread(a))
}

function spread({ marks, ours }: Difference): number {
  const values = [...marks.map(mark => mark.reported.value), ...(ours ? [ours.bounds.low] : [])]
  return Math.max(...values) - Math.min(...values)
}

function differing(language: Language, found: readonly Difference<Shown>[]): Html {
  return html`<section class="card" aria-labelledby="differ">
<h2 id="differ">${words(language, 'figures.differ')} <small>${words(language, 'figures.differ.note', { n: found.length })}</small></h2>
${found.slice(0, shownFirst).map(one => difference(language, one))}
${found.length > shownFirst ? html`<p><a href="#further">${words(language, 'figures.further')}</a></p>` : ''}
</section>`
}

function further(language: Language, found: readonly Difference<Shown>[]): Html {
  if (found.length <= shownFirst) return html``
  return html`<section class="card" aria-labelledby="further">
<h2 id="further">${words(language, 'figures.further')}</h2>
<div class="grid-of">${found.slice(shownFirst).map(one => difference(language, one))}</div>
</section>`
}

/** State, thing, part. What an operation is called is a name and stays as it is. */
function nameOf(language: Language, one: Pick<Shown, 'series' | 'operation' | 'when'>, part: Part): Html {
  const state = words(language, `figures.state.${one.series.state ?? 'region'}`)
  const thing = one.operation ? html`, ${written(one.operation)}` : one.when ? `, ${whenText(one.when)}` : ''
  return html`${state}${thing}, ${words(language, `figures.part.${part}`)}`
}

function difference(language: Language, one: Difference<Shown>): Html {
  const many = one.marks.length + (one.ours ? 1 : 0)
  return html`<div class="difference"><div class="head"><h3>${nameOf(language, one, one.part)}</h3><span class="pill">${words(language, 'figures.values', { n: many })}</span></div>
${strip(language, one)}
<ul class="said">${one.marks.map(
    mark =>
      html`<li><strong>${reportedText(language, mark.reported)}</strong> ${mark.statements.map(
        (it, at) =>
          html`${at > 0 ? ', ' : ''}<a href="${it.source.url}"><bdi>${it.source.publisher}</bdi></a>`,
      )}${mark.statements.flatMap(it => (it.preferred ? [html` <span class="dim">${words(language, 'figures.preferred')}: ${written(it.preferred.reason)}</span>`] : []))}</li>`,
  )}${
    one.ours
      ? html`<li><strong>${boundsText(language, one.ours.bounds)}</strong> <span class="dim">${words(language, 'figures.ours')}: ${words(language, 'figures.sumOf', { n: one.ours.terms.length })}</span></li>`
      : ''
  }</ul></div>`
}

function reckoned(language: Language, all: readonly Shown[]): Html {
  const found = findings(all)
  if (found.length === 0) return html``
  const known = new Map(all.map(one => [one.id, one]))
  return html`<section class="card" aria-labelledby="reckoned">
<h2 id="reckoned">${words(language, 'figures.reckoned')} <small>${words(language, 'figures.ours')}</small></h2>
<ul class="findings">${found.map(finding => {
    const one = known.get(finding.statementId)
    if (!one) return ''
    return html`<li><strong>${nameOf(language, one, finding.part)}</strong>: ${findingText(language, finding)} <a href="${one.source.url}"><bdi>${one.source.publisher}</bdi></a></li>`
  })}</ul>
</section>`
}

const nothing = (
  language: Language,
  state: string,
): Html => html`<section class="card" aria-labelledby="table-${state}">
<h2 id="table-${state}">${words(language, `figures.state.${state}`)}</h2>
<p class="gap"><span>${words(language, 'figures.nothingPublished')}</span></p>
<p>${words(language, 'figures.silentText')}</p>
</section>`

/** Series of several states say the same: each definition once. */
function definitions(language: Language, series: readonly Shown['series'][]) {
  const said = series.map(one => {
    const title = textIn(one.title, language)
    const { text, language: own } = textIn(one.definition, language)
    return { title: title.text, titleLanguage: title.language, text, language: own }
  })
  return said.filter((one, at) => said.findIndex(other => other.text === one.text) === at)
}
