/** `/public/practices/themes`: the library by part of life and work, with how many stand in each. */
import { domains } from '@kerege/contract/domains'
import { html } from 'hono/html'
import { publicPage } from '../../../../platform/publicPage.ts'
import * as read from '../read.ts'
import { words } from '../words.ts'
import { listPath } from './listPage.ts'

export const themesPage = publicPage({
  path: `${listPath}/themes`,
  async render({ language, tx, href }) {
    const counts = await read.tally(tx, 'domain')
    return {
      title: words(language, 'themes'),
      about: words(language, 'themes.lede'),
      body: html`<div class="words"><h1>${words(language, 'themes')}</h1>
<p class="lede">${words(language, 'themes.lede')}</p></div>
<section class="card"><ul class="rows">${domains.map(
        domain =>
          html`<li><a href="${href(`${listPath}?domain=${domain}`)}">${words(language, `domain.${domain}`)} <small class="num">&nbsp;${counts.get(domain) ?? 0}</small></a></li>`,
      )}</ul></section>`,
    }
  },
})
