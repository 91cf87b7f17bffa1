/** What the public pages of practices show in the same way. */
import type { Language, MultiText } from '@kerege/contract/common'
import { practiceText } from '@kerege/contract/practices/content'
import { html } from 'hono/html'
import { ownNames } from '../../../../platform/languageNames.ts'
import type { Html } from '../../../../platform/publicPage.ts'
import { practiceAddress, type PublicPractice, symbolOf, titleOf } from '../published.ts'
import { agesText, countryName, cut, dayText, words } from '../words.ts'

/** In the reader's language where it is written in it; else marked, for whoever reads it aloud. */
export const marked = ({ language, text }: { language: Language; text: string }, reader: Language): Html =>
  language === reader ? html`${text}` : html`<span lang="${language}">${text}</span>`

/** A whole paragraph; one in another language names it. */
export function paragraphIn(map: MultiText, reader: Language): Html {
  const { language, text } = practiceText(map, reader)
  return html`<p class="text" lang="${language}">${text}</p>${
    language === reader ? '' : html`<p class="dim" lang="${language}">${ownNames[language]}</p>`
  }`
}

export const facts = (...all: readonly (Html | string | undefined)[]): Html =>
  html`<p class="facts">${all.filter(Boolean).map(one => html`<span>${one}</span>`)}</p>`

export const publishedOn = (language: Language, at: string): string => dayText(language, at.slice(0, 10))

export const standPill = ({ stand }: PublicPractice, language: Language): Html =>
  html`<span class="pill ${{ published: 'ok', archived: 'mute', retracted: 'wait' }[stand]}">${words(language, stand)}</span>`

/** One practice in a list. */
export function entry(practice: PublicPractice, language: Language, href: (path: string) => string): Html {
  const { texts, facts: known } = practice.edition.content
  const title = titleOf(practice, language)
  const summary = texts.summary && practiceText(texts.summary, language)
  return html`<li><h3><a href="${href(practiceAddress(practice))}">${marked({ ...title, text: cut(title.text, 300) }, language)}</a></h3>
${summary ? html`<p>${marked({ ...summary, text: cut(summary.text, 400) }, language)}</p>` : ''}
${facts(
  html`<b>${symbolOf(practice)}</b>`,
  countryName(language, practice.country),
  known.domains.map(domain => words(language, `domain.${domain}`)).join(', '),
  agesText(known),
  publishedOn(language, practice.edition.publishedAt),
  practice.stand === 'published' ? undefined : standPill(practice, language),
)}</li>`
}
