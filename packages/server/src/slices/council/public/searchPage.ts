/** `/public/search?q=`: sessions, decisions, documents and practices by words of any of our languages, on whatever keyboard they are typed. */
import { readQuery, rememberingWords } from '@kerege/contract/analysis/analyse'
import type { Analyser } from '@kerege/contract/analysis/thesaurus/expand'
import { Language, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { keysToMark, piece } from '@kerege/contract/practices/finding/marking'
import type { Marked } from '@kerege/contract/practices/finding/schema'
import { html } from 'hono/html'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { ownNames } from '../../../platform/languageNames.ts'
import { type Html, type PublicPage, type PublicVisit, publicPage } from '../../../platform/publicPage.ts'
import {
  currentAnalyser,
  practiceAddress,
  practiceSymbolOf,
  practiceWords,
  publicPracticesById,
} from '../../practices/index.ts'
import { questionOf } from '../../../platform/vectors.ts'
import { listed as decisionRows, toRow as toDecision } from '../decisionStore.ts'
import { publicTitles } from '../documents/public/titles.ts'
import { selected as sessionRows, toRow as toSession } from '../sessionStore.ts'
import { adoptedOn, facts, said } from './parts.ts'
import { countryText, whenText, words } from './words.ts'

const atMost = 50
/** Words of the texts that were shown lately: most come again. */
const read = rememberingWords(5000)

interface Hit {
  kind: 'session' | 'decision' | 'document' | 'practice'
  id: string
  /** In which it was found; empty for what sources call it. */
  language: Language | ''
  alike: boolean
}

export const searchPage: PublicPage = publicPage({
  path: '/public/search',
  entry: language => words(language, 'search'),
  passing: true,
  async render(visit) {
    const { language, query } = visit
    const q = query('q').trim()
    const say = (key: string) => words(language, key)
    const found = q === '' ? [] : await find(visit, q)
    return {
      title: say('search'),
      about: say('search.lede'),
      query: q === '' ? {} : { q },
      body: html`<div class="words">
<h1>${say('search')}</h1>
<p class="lede">${say('search.lede')}</p>
</div>
<form class="search" method="get" action="/public/search" role="search">
<label for="q">${say('search.words')}</label>
<div class="line-up"><input id="q" name="q" type="search" maxlength="200" value="${q}" autocomplete="off">
<input type="hidden" name="lang" value="${language}">
<button class="button main">${say('search.go')}</button></div>
</form>
${q === '' ? '' : results(found, language)}`,
    }
  },
})

interface Found {
  hit: Hit
  shown: Html
}

async function find({ tx, language, href }: PublicVisit, q: string): Promise<Found[]> {
  const analyser = await currentAnalyser(tx)
  const { rows: hits } = await sql<Hit>`
    select kind, id, language, alike from council.find_public(${q}, ${questionOf(analyser, q)}, ${language}, ${atMost})`.execute(
    tx,
  )
  const pieces = await piecesOf(tx, analyser, hits, q)
  // Read again under the policies: what the search knows is only where to look.
  const ids = (kind: Hit['kind']) => hits.filter(one => one.kind === kind).map(one => one.id)
  const shown = new Map<string, (hit: Hit) => Html>()
  if (ids('session').length > 0) {
    for (const found of await sessionRows(tx).where('s.id', 'in', ids('session')).execute()) {
      const row = toSession(found, [])
      shown.set(row.id, hit =>
        result(hit, language, row.title, href(publicAddress('sessions', row)), [
          words(language, `kind.${row.kind}`),
          row.symbol,
          whenText(language, row),
          row.city,
        ]),
      )
    }
  }
  if (ids('decision').length > 0) {
    for (const found of await decisionRows(tx).where('d.id', 'in', ids('decision')).execute()) {
      const row = toDecision(found)
      const address = publicAddress('decisions', row)
      shown.set(row.id, hit =>
        result(hit, language, row.title, href(besides(address, hit, language)), [
          words(language, 'decision'),
          row.symbol,
          adoptedOn(row, language),
        ]),
      )
    }
  }
  for (const row of await publicTitles(tx, ids('document'))) {
    const address = publicAddress('documents', row)
    shown.set(row.id, hit =>
      result(hit, language, row.title, href(inLanguage(address, hit, language)), [
        words(language, 'document'),
        row.symbol,
      ]),
    )
  }
  for (const [id, row] of await publicPracticesById(tx, ids('practice'))) {
    shown.set(id, hit =>
      result(hit, language, row.edition.content.texts.title, href(practiceAddress(row)), [
        practiceWords(language, 'practice'),
        practiceSymbolOf(row),
        countryText(language, row.country),
      ]),
    )
  }
  return hits.flatMap(hit => {
    const one = shown.get(hit.id)
    const piece = pieces.get(hit.id)
    return one
      ? [{ hit, shown: html`<li>${one(hit)}${piece ? withMarks(piece, hit.language) : ''}</li>` }]
      : []
  })
}

/** What of the text was found, in its own letters and language. */
async function piecesOf(
  tx: Tx,
  analyser: Analyser,
  hits: readonly Hit[],
  q: string,
): Promise<Map<string, Marked>> {
  if (hits.length === 0) return new Map()
  const query = readQuery(q)
  const groups = analyser.conceptsOf(query)
  const { rows } = await sql<{ id: string; language: string; heading: string | null; said: string | null }>`
    select h.id, h.language, s.heading, s.said
    from unnest(${hits.map(hit => hit.kind)}::text[], ${hits.map(hit => hit.id)}::uuid[], ${hits.map(hit => hit.language)}::text[]) h (kind, id, language)
    cross join lateral council.public_said(h.kind, h.id, h.language) s`.execute(tx)
  const pieces = new Map<string, Marked>()
  for (const { id, language, heading, said } of rows) {
    const own = Language.safeParse(language).data
    if (!own) continue
    const keys = keysToMark(analyser, query, groups, own)
    // The beginning of a heading is the heading; where neither has it, letters were found and no words.
    const found = [said, heading].map(text => text && piece(text, own, keys, read)).find(one => one)
    if (found) pieces.set(id, found)
    await setImmediate()
  }
  return pieces
}

function withMarks({ text, marks }: Marked, language: Language | ''): Html {
  let from = 0
  const parts = marks.map(([start, end]) => {
    const part = html`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>`
    from = end
    return part
  })
  return html`<p lang="${language}">${parts}${text.slice(from)}</p>`
}

/** The text in which it was found stands beside the reader's own. */
const besides = (address: string, hit: Hit, language: Language) =>
  hit.language === '' || hit.language === language ? address : `${address}?beside=${hit.language}`

/** A document stands in one language at a time: the one in which it was found. */
const inLanguage = (address: string, hit: Hit, language: Language) =>
  hit.language === '' || hit.language === language ? address : `${address}?lang=${hit.language}`

function result(
  hit: Hit,
  language: Language,
  title: MultiText,
  address: string,
  about: readonly (string | undefined)[],
): Html {
  const other = hit.language !== '' && hit.language !== language ? textIn(title, hit.language) : undefined
  return html`<h3><a href="${address}">${said(title, language)}</a></h3>
${facts(...about)}
<p class="dim">${
    hit.language === ''
      ? words(language, 'search.reported')
      : html`${words(language, 'search.in', { language: ownNames[hit.language] })}${other ? html`: <span lang="${other.language}">${other.text}</span>` : ''}`
  }</p>`
}

function results(found: readonly Found[], language: Language): Html {
  const alike = found.some(one => one.hit.alike)
  return html`<section class="card" aria-labelledby="found">
<h2 id="found">${found.length === 0 ? words(language, 'search.none') : words(language, 'search.found', { n: found.length })}</h2>
${found.length === 0 ? html`<p class="dim">${words(language, 'search.hint')}</p>` : ''}
${alike ? html`<p class="dim">${words(language, 'search.alike')}</p>` : ''}
<ul class="entries">${found.map(one => one.shown)}</ul>
</section>`
}
