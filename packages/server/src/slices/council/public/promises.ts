/** What was taken on, as rows: who, what, until when, how far, and what its owner said last. Neutral words, no ranking. */
import type { Language } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { html } from 'hono/html'
import { localDay } from '../../../platform/localDay.ts'
import type { Html } from '../../../platform/publicPage.ts'
import { facts, party, pill, said } from './parts.ts'
import type { Promised } from './read.ts'
import { dayText, words } from './words.ts'

const kinds = { open: 'mute', 'under-way': 'info', done: 'ok', dropped: 'mute' } as const

/** @param href given where the decision is not the page itself */
export const promiseRows = (
  rows: readonly Promised[],
  language: Language,
  href?: (path: string) => string,
): Html =>
  html`<ul class="promises">${rows.map(
    row => html`<li><div class="head"><h3>${'code' in row.owner ? party(row.owner, language) : said(row.owner.name, language)}</h3><span>${
      row.late ? html`${pill('wait', words(language, 'action.late'))} ` : ''
    }${pill(kinds[row.state], words(language, `action.${row.state}`))}</span></div>
<p>${said(row.title, language)}</p>
${row.measure ? html`<p class="dim">${words(language, 'action.measure')}: ${said(row.measure, language)}</p>` : ''}
${
  row.said
    ? html`<blockquote><p class="text"><bdi>${row.said.words}</bdi></p>
<footer class="dim">${words(language, 'action.said', { when: dayText(language, localDay(new Date(row.said.at), 'UTC')) })}${
        row.said.evidence ? html` ${words(language, 'action.evidence')}: <bdi>${row.said.evidence}</bdi>` : ''
      }</footer></blockquote>`
    : html`<p class="dim">${words(language, 'action.silent')}</p>`
}
${facts(
  words(language, 'action.due', { when: dayText(language, row.due) }),
  href &&
    html`<a href="${href(publicAddress('decisions', row.decision))}">${row.decision.symbol}</a> ${said(row.decision.title, language)}`,
)}</li>`,
  )}</ul>`
