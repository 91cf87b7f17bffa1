/** `/public/search?q=`: sessions, decisions, documents and practices by words of any of our languages, on whatever keyboard they are typed. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html } from 'hono/html'
import { sql } from 'kysely'
import { ownNames } from '../../../platform/languageNames.ts'
import { type Html, type PublicPage, type PublicVisit, publicPage } from '../../../platform/publicPage.ts'
import {
  practiceAddress,
  practiceSymbolOf,
  practiceWords,
  publicPracticesById,
} from '../../practices/index.ts'
import { listed as decisionRows, toRow as toDecision } from '../decisionStore.ts'
import { publicTitles } from '../documents/public/titles.ts'
import { selected as sessionRows, toRow as toSession } from '../sessionStore.ts'
import { adoptedOn, facts, said } from './parts.ts'
import { countryText, whenText, words } from './words.ts'

const atMost = 50

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
  const { rows: hits } = await sql<Hit>`
    select kind, id, language, alike from council.find_public(${q}, ${language}, ${atMost})`.execute(tx)
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
    return one ? [{ hit, shown: one(hit) }] : []
  })
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
  return html`<li><h3><a href="${address}">${said(title, language)}</a></h3>
${facts(...about)}
<p class="dim">${
    hit.language === ''
      ? words(language, 'search.reported')
      : html`${words(language, 'search.in', { language: ownNames[hit.language] })}${other ? html`: <span lang="${other.language}">${other.text}</span>` : ''}`
  }</p></li>`
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
