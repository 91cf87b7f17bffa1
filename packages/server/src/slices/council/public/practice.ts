/** How states put guidance into practice, as they say themselves: by state of things, never as a table of who is ahead. */
import type { Language } from '@kerege/contract/common'
import type { PracticeStatement } from '@kerege/contract/council/guidance/schema'
import { useStates } from '@kerege/contract/guidance/rules'
import { html } from 'hono/html'
import { localDay } from '../../../platform/localDay.ts'
import type { Html } from '../../../platform/publicPage.ts'
import { party, pill } from './parts.ts'
import { dayText, words } from './words.ts'

const kinds = { planned: 'info', 'in-use': 'ok', 'not-applicable': 'mute' } as const

export const practiceRows = (statements: readonly PracticeStatement[], language: Language): Html =>
  html`<h3>${words(language, 'practice')}</h3><ul class="promises">${useStates.flatMap(state =>
    statements
      .filter(one => one.state === state)
      .map(
        one => html`<li><div class="head"><h4>${party(one.party, language)}</h4><span>${pill(kinds[state], words(language, `practice.${state}`))}</span></div>
${
  one.words
    ? html`<blockquote><p class="text" lang="${one.language}"><bdi>${one.words}</bdi></p>
<footer class="dim">${dayText(language, localDay(new Date(one.at), 'UTC'))}</footer></blockquote>`
    : html`<p class="dim">${dayText(language, localDay(new Date(one.at), 'UTC'))}</p>`
}</li>`,
      ),
  )}</ul>`
