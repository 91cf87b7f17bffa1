/**
 * `/public/certificates/CODE`: is this paper genuine? Says what stands on it but for the name, of which only the first letters
 * come: whoever holds the paper compares them with the name there, and whoever has only the code learns nobody's name
 * (docs/decisions/0033-certificates.md).
 */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { html } from 'hono/html'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { type Html, publicPage } from '../../../../platform/publicPage.ts'
import { spacedCode, words } from './certificateFile.ts'
import { certificateNumber } from './certificateNumber.ts'
import { dayText, hoursText } from './writing.ts'

interface Found {
  year: number
  number: number
  initials: string
  hours: string
  issued_at: string
  revoked_at: string | null
  kind: 'training' | 'study-visit'
  title: MultiText
  city: string
  from_day: string
  until_day: string
  agency: MultiText
}

/** As it may be typed from paper: with spaces, in small letters, with signs that look alike. */
export const tidyCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

async function find(tx: Tx, typed: string): Promise<Found | undefined> {
  const code = tidyCode(typed)
  if (!/^[0-9A-Z]{16}$/.test(code)) return undefined
  const { rows } = await sql<Found>`select * from practices.certificate_by_code(${code})`.execute(tx)
  return rows[0]
}

export const certificatePage = publicPage({
  path: '/public/certificates/:code',
  // Whether it is valid may change in the next minute: no copy on the way says otherwise.
  passing: true,
  async render({ language, tx, params }) {
    const typed = params['code'] ?? ''
    const found = await find(tx, typed)
    if (!found) return null
    const number = certificateNumber(found.year, found.number)
    const title = words(language, 'page.title', { number })
    return { title, about: title, body: bodyOf(language, found, number, tidyCode(typed)) }
  },
})

function bodyOf(language: Language, found: Found, number: string, code: string): Html {
  const say = (key: string, values = {}) => words(language, key, values)
  const title = textIn(found.title, language)
  const agency = textIn(found.agency, language)
  const day = (moment: string) => dayText(moment.slice(0, 10))
  const rows: (readonly [string, Html | string])[] = [
    ['page.number', number],
    ['page.initials', found.initials],
    [`page.${found.kind}`, html`<bdi lang="${title.language}">${title.text}</bdi>`],
    ['page.held-by', html`<bdi lang="${agency.language}">${agency.text}</bdi>`],
    ['page.where', html`<bdi>${found.city}</bdi>`],
    ['page.when', `${dayText(found.from_day)} – ${dayText(found.until_day)}`],
    ['page.hours', hoursText(Number(found.hours))],
    ['page.issued', day(found.issued_at)],
    ['page.code', spacedCode(code)],
  ]
  return html`<div class="words">
<h1>${say('page.title', { number })}</h1>
<p class="lede"><strong>${
    found.revoked_at === null ? say('page.valid') : say('page.revoked', { day: day(found.revoked_at) })
  }</strong></p>
<table><tbody>${rows.map(
    ([key, value]) => html`<tr><th scope="row">${say(key)}</th><td>${value}</td></tr>`,
  )}</tbody></table>
<p>${say('page.compare')}</p>
</div>`
}
