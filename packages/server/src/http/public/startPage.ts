/** `/public`: what the Council is, in neutral words with their sources, and what can be read here. */
import { html } from 'hono/html'
import type { Messages } from '../../platform/messages.ts'
import { type PublicPage, publicPage } from '../../platform/publicPage.ts'

const sources = [
  'https://s-cica.org/index.php?id=2075&view=press_releases',
  'https://www.einpresswire.com/article/764222958/osce-and-un-enhance-strategies-on-rehabilitation-and-reintegration-of-conflict-zone-returnees-from-central-asia',
] as const

export function startPage(words: Messages, menu: readonly PublicPage[]): PublicPage {
  return publicPage({
    path: '/public',
    render: async ({ language, href }) => {
      const say = (key: string) => words(language, key)
      return {
        title: say('public.council'),
        about: say('public.council.what'),
        body: html`<div class="words">
<h1>${say('public.council')}</h1>
<p class="lede">${say('public.council.what')}</p>
<p>${say('public.council.begun')}</p>
<p>${say('public.council.nature')}</p>
</div>
<section class="card" aria-labelledby="read">
<h2 id="read">${say('public.read')}</h2>
<ul class="rows">${menu.map(page => html`<li><a href="${href(page.path)}">${page.entry?.(language)}</a></li>`)}</ul>
</section>
<section class="card" aria-labelledby="hub">
<h2 id="hub">${say('public.persons')}</h2>
<p>${say('public.persons.text')}</p>
</section>
<section class="card" aria-labelledby="sources">
<h2 id="sources">${say('public.sources')}</h2>
<ol class="sources">${sources.map(url => html`<li><a href="${url}">${new URL(url).hostname.replace(/^www\./, '')}</a></li>`)}</ol>
</section>`,
      }
    },
  })
}
