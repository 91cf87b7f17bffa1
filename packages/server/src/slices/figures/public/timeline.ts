/**
 * When people came home: a lane for each state on a desk, a list of bars on a phone. A bar is as long as what was
 * published; where sources differ, the dashed end reaches the most that was said.
 */
import type { Language } from '@kerege/contract/common'
import { agreed } from '@kerege/contract/figures/arithmetic'
import { type FigureState, figureStates } from '@kerege/contract/figures/schema'
import type { Point } from '@kerege/contract/figures/sideBySide'
import { endOf, startOf } from '@kerege/contract/figures/when'
import { html } from 'hono/html'
import type { Html } from '../../../platform/publicPage.ts'
import { boundsShort, whenText, words } from '../words.ts'
import { hatch } from './map.ts'

interface Event {
  state: FigureState
  when: string
  /** Days since 1970, the middle of what the day can be. */
  day: number
  low: number
  high: number
  name: string
}

/** Events with a number and a time; the others stand in the table only. */
export function eventsOf(points: readonly Point[]): Event[] {
  return points
    .flatMap((point): Event[] => {
      const { state, kind } = point.series
      if (kind !== 'operations' || !state || !point.when) return []
      if (point.statements.some(one => one.sumOf.length > 0)) return []
      const bounds = agreed(point.statements, 'total')
      if (!bounds) return []
      const days = (Date.parse(startOf(point.when)) + Date.parse(endOf(point.when))) / 2 / 86_400_000
      return [{ state, when: point.when, day: days, ...bounds, name: point.operation ?? '' }]
    })
    .sort((a, b) => a.day - b.day)
}

const [laneHeight, first, last] = [96, 150, 1090]
const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
const dayOfYear = (year: number) => Date.UTC(year, 0, 1) / 86_400_000

/** Days and people as places of the picture. */
function scaleOf(events: readonly Event[]) {
  const days = events.map(one => one.day)
  const [from, to] = [yearOf(Math.min(...days)), yearOf(Math.max(...days)) + 1]
  const [start, end] = [dayOfYear(from), dayOfYear(to)]
  const most = Math.max(1, ...events.map(one => one.high))
  return {
    years: Array.from({ length: to - from + 1 }, (_, at) => from + at),
    place: (day: number) => Math.round(first + ((day - start) / (end - start)) * (last - first)),
    tall: (count: number) => Math.max(2, Math.round((count / most) * 50)),
  }
}
type Scale = ReturnType<typeof scaleOf>

export function timeline(
  language: Language,
  events: readonly Event[],
  silent: ReadonlySet<FigureState>,
): Html {
  const scale = scaleOf(events)
  const height = laneHeight * figureStates.length + 28
  return html`<svg class="picture timeline desk" viewBox="0 0 1120 ${height}" aria-hidden="true">
<defs>${hatch('hatch-time')}</defs>
${scale.years.map((year, at) => yearLine(scale, year, at === scale.years.length - 1, height))}
${figureStates.map((state, lane) => {
  const base = (lane + 1) * laneHeight - 8
  const own = events.filter(one => one.state === state)
  return html`<text class="lane" x="0" y="${base - 8}">${words(language, `figures.state.${state}`)}</text>
<path class="line" d="M${first} ${base}H${last}"/>${silent.has(state) ? silence(language, base) : bars(language, scale, own, base)}`
})}
</svg>`
}

function yearLine({ place }: Scale, year: number, isLast: boolean, height: number): Html {
  const x = place(dayOfYear(year))
  const middle = (x + place(dayOfYear(year + 1))) / 2
  return html`<path class="grid" d="M${x} 0V${height - 24}"/>${
    isLast ? '' : html`<text class="quiet" x="${middle}" y="${height - 6}">${year}</text>`
  }`
}

const silence = (language: Language, base: number): Html =>
  html`<rect fill="url(#hatch-time)" x="${first}" y="${base - 34}" width="${last - first}" height="34"/>
<text x="${(first + last) / 2}" y="${base - 42}">${words(language, 'figures.nothingPublished')}</text>`

function bars(language: Language, { place, tall }: Scale, events: readonly Event[], base: number): Html {
  // Where the last number ends on each of three levels, so that numbers of one month do not touch.
  const ends = [0, 0, 0]
  return html`${events.map(one => {
    const x = place(one.day)
    const text = boundsShort(language, one)
    const half = 4.5 * text.length + 2
    const free = ends.findIndex(end => x - half >= end)
    const level = Math.max(0, free)
    ends[level] = x + half
    const [top, sure] = [base - tall(one.high), base - tall(one.low)]
    return html`${
      sure > top ? html`<rect class="open" x="${x - 5}" y="${top}" width="10" height="${sure - top}"/>` : ''
    }<rect class="event" x="${x - 5}" y="${sure}" width="10" height="${base - sure}"/>
<text class="count" x="${x}" y="${top - 5 - level * 14}">${text}</text>`
  })}`
}

/** The same for a phone: one row an event, the oldest first. */
export function timelineRows(language: Language, events: readonly Event[]): Html {
  const most = Math.max(1, ...events.map(one => one.high))
  const wide = (count: number) => Math.max(2, Math.round((count / most) * 130))
  const height = events.length * 28 + 4
  return html`<svg class="picture timeline phone" viewBox="0 0 328 ${height}" aria-hidden="true">${events.map(
    (one, at) => {
      const y = at * 28 + 19
      const end = 132 + wide(one.high)
      return html`<text x="0" y="${y}">${one.state}</text><text class="quiet" x="30" y="${y}">${whenText(one.when.split('/')[0] ?? '')}</text><rect class="event" x="132" y="${y - 12}" width="${wide(one.low)}" height="14"/>${
        one.high > one.low
          ? html`<rect class="open" x="${132 + wide(one.low)}" y="${y - 12}" width="${wide(one.high) - wide(one.low)}" height="14"/>`
          : ''
      }<text class="count" x="${end + 6}" y="${y}">${boundsShort(language, one)}</text>`
    },
  )}</svg>`
}

export const eventSummary = (language: Language, events: readonly Event[]): string =>
  words(language, 'figures.timeline.text', {
    n: events.length,
    from: yearOf(Math.min(...events.map(one => one.day))),
    to: yearOf(Math.max(...events.map(one => one.day))),
  })
