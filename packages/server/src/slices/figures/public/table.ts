/** Every statement as a row, with honest gaps: what a source does not say is hatched and said, never zero or blank. */
import type { Language } from '@kerege/contract/common'
import type { FigureState, Statement } from '@kerege/contract/figures/schema'
import type { Point } from '@kerege/contract/figures/sideBySide'
import { html } from 'hono/html'
import type { Html } from '../../../platform/publicPage.ts'
import type { Shown } from '../shown.ts'
import { written } from '../../../platform/written.ts'
import { reportedText, whenText, words } from '../words.ts'

const parts = ['total', 'men', 'women', 'children'] as const

export function stateTable(
  language: Language,
  state: FigureState | undefined,
  points: readonly Point<Shown>[],
): Html {
  const say = (key: string) => words(language, key)
  const name = say(`figures.state.${state ?? 'region'}`)
  const id = `table-${state ?? 'region'}`
  return html`<section class="card" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption class="hidden">${name}</caption>
<thead><tr><th scope="col">${say('figures.what')}</th><th scope="col">${say('figures.when')}</th>${parts.map(
    part => html`<th scope="col" class="n">${say(`figures.part.${part}`)}</th>`,
  )}<th scope="col">${say('figures.source')}</th></tr></thead>
<tbody>${points.map(point => pointRows(language, point))}</tbody>
</table>
</div>
</section>`
}

function pointRows(language: Language, { statements, series, operation }: Point<Shown>): Html {
  const say = (key: string) => words(language, key)
  return html`${statements.map(
    (one, at) =>
      html`<tr>${
        at === 0
          ? html`<th scope="rowgroup" rowspan="${statements.length}">${operation ? written(operation) : say(`figures.kind.${series.kind}`)}${
              one.sumOf.length > 0
                ? html`<br><small>${words(language, 'figures.sumOf', { n: one.sumOf.length })}</small>`
                : ''
            }</th>`
          : ''
      }<td class="num">${one.when ? whenText(one.when) : html`<span class="dim">${say('figures.noDay')}</span>`}${
        one.origin ? html`<br><small>${written(one.origin)}</small>` : ''
      }</td>${valueCells(language, one)}<td>${sourceOf(language, one)}</td></tr>`,
  )}`
}

/** Numbers, and one hatched cell for each run of those that the source does not say. */
function valueCells(language: Language, one: Statement): Html {
  const cells: Html[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const reported = one.values[parts[at] ?? 'total']
    if (reported) {
      cells.push(html`<td class="n${one.preferred ? ' first' : ''}">${reportedText(language, reported)}</td>`)
      continue
    }
    const next = parts.findIndex((part, place) => place > at && one.values[part])
    const length = (next < 0 ? parts.length : next) - at
    cells.push(
      html`<td class="gap"${length > 1 ? html` colspan="${length}"` : ''}><span>${words(language, 'figures.notSaid')}</span></td>`,
    )
    at += length - 1
  }
  return html`${cells}`
}

function sourceOf(language: Language, { source, statedOn, preferred, note }: Statement): Html {
  return html`<a href="${source.url}"><bdi>${source.publisher}</bdi></a>${
    statedOn ? html` <small class="num">${whenText(statedOn)}</small>` : ''
  }${preferred ? html`<br><small>${words(language, 'figures.preferred')}: ${written(preferred.reason)}</small>` : ''}${
    note
      ? html`<details><summary>${words(language, 'figures.note')}</summary><p>${written(note)}</p></details>`
      : ''
  }`
}
