/** Statements as a public page lists them: symbol, whose it is, title, and that it was filed for the record. */
import type { Language } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html } from 'hono/html'
import type { Html, PublicVisit } from '../../../platform/publicPage.ts'
import { words as recordWords } from '../record/words.ts'
import { party, said } from './parts.ts'
import type { PublicStatement } from './read.ts'

export function statementRows(
  all: readonly PublicStatement[],
  language: Language,
  href: PublicVisit['href'],
): Html | string {
  if (all.length === 0) return ''
  return html`${all.map(
    one => html`<p><a href="${href(publicAddress('documents', one))}">${one.symbol}</a>
${party(one.party, language)}: ${said(one.title, language)}${
      one.forRecord ? html` · ${recordWords(language, 'public.forRecord')}` : ''
    }</p>`,
  )}`
}
