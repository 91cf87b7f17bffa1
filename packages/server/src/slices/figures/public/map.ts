/** The map of states: shades by the total, a hatch where nothing is published. Codes instead of names on a phone. */
import type { Language } from '@kerege/contract/common'
import { type FigureState, figureStates } from '@kerege/contract/figures/schema'
import { labelPlaces, shadeOf, stepOf } from '@kerege/contract/figures/shades'
import { plane, shapes } from '@kerege/contract/figures/shapes.generated'
import type { StateTotal } from '@kerege/contract/figures/sideBySide'
import { html } from 'hono/html'
import type { Html } from '../../../platform/publicPage.ts'
import { boundsShort, numberText, words } from '../words.ts'

export type Totals = ReadonlyMap<FigureState, StateTotal>

const classOf = (total: StateTotal | undefined, step: number): string => {
  const shade = shadeOf(total, step)
  return shade === 0 ? 'hatched' : `k${shade}`
}

export function map(language: Language, totals: Totals): Html {
  const step = stepOf([...totals.values()])
  const say = (key: string) => words(language, key)
  return html`<svg class="picture" viewBox="-6 -6 ${plane.width + 12} ${plane.height + 12}" role="img" aria-labelledby="map-title">
<title id="map-title">${summary(language, totals)}</title>
<defs>${hatch('hatch')}</defs>
<g class="states">${figureStates.map(state => html`<path class="${classOf(totals.get(state), step)}" d="${shapes[state]}"/>`)}</g>
<g aria-hidden="true">${figureStates.map(state => {
    const [x, y] = labelPlaces[state]
    const total = totals.get(state)
    return html`<text class="label" x="${x}" y="${y}"><tspan class="count">${countText(language, total)}</tspan><tspan class="desk" x="${x}" dy="1.15em">${say(`figures.state.${state}`)}</tspan><tspan class="phone" x="${x}" dy="1.1em">${state}</tspan></text>`
  })}</g>
</svg>`
}

export const hatch = (id: string): Html =>
  html`<pattern id="${id}" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-back" width="12" height="12"/><path class="hatch-line" d="M0 0V12"/></pattern>`

function countText(language: Language, total: StateTotal | undefined): string {
  if (!total || total.kind === 'unknown') return words(language, 'figures.notEntered')
  if (total.kind === 'nothing') return words(language, 'figures.none')
  return boundsShort(language, total)
}

/** The map in one sentence, for those who hear it. */
export const summary = (language: Language, totals: Totals): string =>
  figureStates
    .map(state => `${words(language, `figures.state.${state}`)}: ${countText(language, totals.get(state))}`)
    .join('; ')

export function legend(language: Language, totals: Totals): Html {
  const step = stepOf([...totals.values()])
  const swatch = (shade: string) =>
    html`<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><rect class="${shade}" width="18" height="18"/></svg>`
  return html`<ul class="legend">${[1, 2, 3, 4].map(
    shade =>
      html`<li>${swatch(`k${shade}`)}${words(language, 'figures.range', {
        n: numberText(language, (shade - 1) * step + 1),
        to: numberText(language, shade * step),
      })}</li>`,
  )}<li>${swatch('hatched')}${words(language, 'figures.nothingPublished')}</li></ul>`
}
