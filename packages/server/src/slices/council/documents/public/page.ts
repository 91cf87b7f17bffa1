/**
 * `/public/documents/SYMBOL`: an issued document as anybody may read it, in the language asked for or in the one in
 * which it was drafted; and the list of such documents. The policies show what is general, issued and checked, no more.
 */
import { type Language, languages, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { DocumentText } from '@kerege/contract/council/documents/text'
import { html, raw } from 'hono/html'
import type { Tx } from '../../../../platform/database.ts'
import { type AnyPublic, type Html, type PublicVisit, publicPage } from '../../../../platform/publicPage.ts'
import { documentAddresses } from '../../public/addresses.ts'
import { askedFor, party, said, turns } from '../../public/parts.ts'
import { boundOf } from '../bound.ts'
import { words } from '../files.ts'
import { documentFeeds, documentsAtom } from './feed.ts'
import { blocksHtml } from '../formats/html.ts'
import { selected } from './issued.ts'
import { titlesOf } from './titles.ts'

interface PublicText {
  language: Language
  text: DocumentText
}

/** The newest checked text of each language. */
async function textsOf(tx: Tx, id: string): Promise<PublicText[]> {
  const rows = await tx
    .selectFrom('council.document_texts')
    .distinctOn('language')
    .select(['language', 'body'])
    .where('document_id', '=', id)
    .where('state', '=', 'checked')
    .orderBy('language')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(row => ({ language: row.language as Language, text: DocumentText.parse(row.body) }))
}

const one = publicPage({
  // A symbol has slashes: REC/2026/SES.3/L.1/Rev.1.
  path: '/public/documents/:symbol{.+}',
  addresses: documentAddresses,
  async render({ language, tx, params, href }) {
    const row = await selected(tx)
      .where('d.symbol', '=', params['symbol'] ?? '')
      .executeTakeFirst()
    if (!row) return null
    const texts = await textsOf(tx, row.id)
    const shown =
      texts.find(text => text.language === language) ??
      texts.find(text => text.language === row.source_language)
    if (!shown) return null
    const say = (key: string, values = {}) => words(language, key, values)
    const newer = await selected(tx).where('d.based_on', '=', row.id).orderBy('d.issued_at').execute()
    const { text } = shown
    const whose = (await boundOf(tx, row.id))?.party
    return {
      title: text.title,
      about: `${row.symbol} · ${text.title}`,
      body: html`<div class="words">
<p>${row.symbol} · ${textIn(row.body_name as MultiText, language).text} · ${day(row.issued_at)}</p>
<h1 lang="${shown.language}">${text.title}</h1>
${whose || row.session_id ? html`<p class="facts">${whose ? html`<span>${party(whose, language)}</span>` : ''}${sessionLink(row, language, href)}</p>` : ''}
${shown.language === language ? '' : html`<p class="lede">${say('public.notIn', { language: say(`language.${shown.language}`) })}</p>`}
${newer.map(after => html`<p><strong>${say(`public.followed.${after.relation}`)} <a href="${href(`/public/documents/${after.symbol}`)}">${after.symbol}</a></strong></p>`)}
<div class="paper" lang="${shown.language}">${raw(blocksHtml(text.blocks))}</div>
<p>${say(shown.language === row.source_language ? 'original' : 'translation', { language: say(`language.${row.source_language}`) })}</p>
${otherLanguages(row.symbol ?? '', shown.language, texts)}
</div>`,
    }
  },
})

function sessionLink(
  row: { session_id: string | null; session_symbol: string | null; session_title: unknown },
  language: Language,
  href: PublicVisit['href'],
): Html | string {
  if (row.session_id === null) return ''
  const address = publicAddress('sessions', { id: row.session_id, symbol: row.session_symbol ?? undefined })
  return html`<span><a href="${href(address)}">${said(row.session_title as MultiText, language)}</a></span>`
}

const day = (at: string | null) => (at ?? '').slice(0, 10).split('-').reverse().join('.')

function otherLanguages(symbol: string, shown: Language, texts: readonly PublicText[]): Html | string {
  const others = languages.filter(
    language => language !== shown && texts.some(text => text.language === language),
  )
  if (others.length === 0) return ''
  return html`<ul class="rows">${others.map(
    language =>
      html`<li><a lang="${language}" hreflang="${language}" href="/public/documents/${symbol}?lang=${language}">${
        texts.find(text => text.language === language)?.text.title
      }</a></li>`,
  )}</ul>`
}

const path = '/public/documents'
const perPage = 50

const list = publicPage({
  path,
  entry: language => words(language, 'public.documents'),
  async render(visit) {
    const { language, tx, href } = visit
    const { page } = askedFor(visit)
    // First which ones, then their titles in the two languages that can be shown: texts are long.
    const found = await selected(tx)
      .orderBy('d.issued_at', 'desc')
      .orderBy('d.id', 'desc')
      .limit(perPage + 1)
      .offset((page - 1) * perPage)
      .execute()
    const rows = found.slice(0, perPage)
    const titles = await titlesOf(tx, rows, language)
    return {
      title: words(language, 'public.documents'),
      about: words(language, 'public.documents.about'),
      query: page > 1 ? { page: String(page) } : {},
      feeds: documentFeeds(language),
      body: html`<div class="words"><h1>${words(language, 'public.documents')}</h1>
<p class="lede">${words(language, rows.length > 0 ? 'public.documents.about' : 'public.documents.none')}</p>
<p class="acts"><a class="button" href="${href(`${path}.atom`)}">${words(language, 'public.feed')}</a></p></div>
<section class="card"><ul class="rows">${rows.map(row => {
        const title = titles.get(row.id)
        return html`<li><a href="${href(`${path}/${row.symbol}`)}">${row.symbol}</a> <span lang="${title?.language}">${title?.text}</span>${
          row.state === 'superseded' ? html` · ${words(language, 'public.superseded')}` : ''
        }</li>`
      })}</ul>
${turns(visit, path, {}, { page, last: found.length <= perPage })}</section>`,
    }
  },
})

export const documentPages: readonly AnyPublic[] = [list, documentsAtom, one]
