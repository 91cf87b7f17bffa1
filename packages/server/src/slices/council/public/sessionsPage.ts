/** `/public/sessions`: the register. What is to come first, then the past; what each source says stands side by side. */
import type { Language } from '@kerege/contract/common'
import type { SessionReport } from '@kerege/contract/council/schema'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html, raw } from 'hono/html'
import { localDay } from '../../../platform/localDay.ts'
import { type Html, type PublicPage, publicPage } from '../../../platform/publicPage.ts'
import { written } from '../../../platform/written.ts'
import { sessionFeeds } from './feeds.ts'
import { askedFor, facts, party, pill, said, turns, years } from './parts.ts'
import { comingSessions, type Listed, pastSessions, sessionYears } from './read.ts'
import { countryText, dayText, whenText, words } from './words.ts'

const path = '/public/sessions'

export const sessionsPage: PublicPage = publicPage({
  path,
  entry: language => words(language, 'sessions'),
  async render(visit) {
    const { language, tx, href, now, node } = visit
    const say = (key: string) => words(language, key)
    const today = localDay(now, node.info.timeZone)
    const asked = askedFor(visit)
    const first = asked.year === undefined && asked.page === 1
    const ahead = first ? await comingSessions(tx, today) : []
    const { rows, last } = await pastSessions(tx, today, asked)
    const more = asked.year === undefined ? {} : { year: String(asked.year) }
    return {
      title: say('sessions'),
      about: say('sessions.lede'),
      query: { ...more, ...(asked.page > 1 ? { page: String(asked.page) } : {}) },
      feeds: sessionFeeds(language),
      body: html`<div class="words">
<h1>${say('sessions')}</h1>
<p class="lede">${say('sessions.lede')}</p>
<p class="acts"><a class="button" href="${href(`${path}.ics`)}">${say('calendar')}</a> <a class="button" href="${href(`${path}.atom`)}">${say('feed')}</a></p>
</div>
${
  ahead.length > 0
    ? html`<section class="card" aria-labelledby="coming">
<h2 id="coming">${say('sessions.coming')}</h2>
<ul class="entries">${ahead.map(one => entry(one, 'h3', language, href))}</ul>
</section>`
    : ''
}
<section class="card" aria-labelledby="past">
<h2 id="past">${say('sessions.past')}</h2>
${years(visit, path, await sessionYears(tx, today), asked.year)}
${
  rows.length === 0
    ? html`<p class="dim">${say('sessions.none')}</p>`
    : [...Map.groupBy(rows, one => yearOf(one))].map(
        ([year, own]) => html`<h3 class="year">${year}</h3>
<ul class="entries">${own.map(one => entry(one, 'h4', language, href))}</ul>`,
      )
}
${turns(visit, path, more, { page: asked.page, last })}
</section>`,
    }
  },
})

const yearOf = ({ row }: Listed) => (row.from ?? row.month ?? '').slice(0, 4)

/** @param level one below what it stands under: to come, or a year of the past */
function entry(one: Listed, level: 'h3' | 'h4', language: Language, href: (path: string) => string): Html {
  const { row, reports } = one
  return html`<li>${raw(`<${level}>`)}<a href="${href(publicAddress('sessions', row))}">${said(row.title, language)}</a>${raw(`</${level}>`)}
${sessionFacts(one, language)}
${capitalRow(one, language)}
${reports.length > 1 ? reportRows(reports, language) : reports.map(only => oneSource(only, language))}</li>`
}

/** Where there is one source only, what stands above is its own word already. */
const oneSource = (one: SessionReport, language: Language): Html =>
  facts(
    one.sourceUrl === undefined
      ? written(one.source)
      : html`<a href="${one.sourceUrl}" rel="nofollow">${written(one.source)}</a>`,
    one.numberSaid && html`${words(language, 'report.number')}: ${written(one.numberSaid)}`,
    one.participants && html`${words(language, 'report.participants')}: ${written(one.participants)}`,
    one.note && written(one.note),
  )

/** Symbol, day, place, form, host; the state where it is not simply over. */
export const sessionFacts = ({ row, host }: Listed, language: Language): Html =>
  facts(
    row.symbol === undefined ? undefined : html`<b>${row.symbol}</b>`,
    whenText(language, row),
    [row.city, row.country && countryText(language, row.country)].filter(Boolean).join(', '),
    row.format === 'unknown' ? undefined : words(language, `format.${row.format}`),
    words(language, `kind.${row.kind}`),
    host && html`${words(language, 'host')}: ${party(host, language)}`,
    row.state === 'closed' ? undefined : pill('info', words(language, `state.${row.state}`)),
    row.differ.length > 0 ? pill('wait', words(language, 'differ')) : undefined,
  )

/** Its beginning by the clock of each capital. */
export const capitalRow = ({ row, starts }: Listed, language: Language): Html =>
  starts.length === 0
    ? html``
    : html`<dl class="capitals" aria-label="${words(language, 'begins')}">${starts.map(
        one =>
          html`<div><dt>${words(language, `city.${one.city}`)}</dt><dd class="num">${one.local.startsWith(row.from ?? '-') ? '' : html`<span class="dim">${dayText(language, one.local.slice(0, 10))},</span> `}${one.local.slice(11)}</dd></div>`,
      )}</dl>`

/** What each source calls it and counts: beside each other, never averaged. */
export function reportRows(reports: Listed['reports'], language: Language): Html {
  const line = (key: string, text: string | undefined) =>
    text === undefined ? '' : html`<div><dt>${words(language, key)}</dt><dd>${written(text)}</dd></div>`
  return html`<ul class="reports">${reports.map(
    one =>
      html`<li>${
        one.sourceUrl === undefined
          ? html`<b>${written(one.source)}</b>`
          : html`<a href="${one.sourceUrl}" rel="nofollow">${written(one.source)}</a>`
      }<dl>${line('report.title', one.title)}${line('report.number', one.numberSaid)}${line('report.participants', one.participants)}${line('report.dates', one.dates)}${line('report.note', one.note)}</dl></li>`,
  )}</ul>`
}
