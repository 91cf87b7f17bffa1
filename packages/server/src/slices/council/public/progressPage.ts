/** `/public/progress`: what became of what was decided. What is past its day stands first, in the owners' own words. */
import { html } from 'hono/html'
import { localDay } from '../../../platform/localDay.ts'
import { type PublicPage, publicPage } from '../../../platform/publicPage.ts'
import { promiseRows } from './promises.ts'
import { type Promised, promised } from './read.ts'
import { words } from './words.ts'

const groups: readonly [string, (row: Promised) => boolean][] = [
  ['late', row => row.late],
  ['under-way', row => !row.late && row.state === 'under-way'],
  ['open', row => !row.late && row.state === 'open'],
  ['done', row => row.state === 'done'],
  ['dropped', row => row.state === 'dropped'],
]
/** Of each kind; the rest stands with its decision. */
const shownAtMost = 20

export const progressPage: PublicPage = publicPage({
  path: '/public/progress',
  entry: language => words(language, 'became'),
  async render({ language, tx, href, now, node }) {
    const all = await promised(tx, localDay(now, node.info.timeZone))
    const say = (key: string) => words(language, key)
    const there = groups
      .map(([key, isOf]) => ({ key, rows: all.filter(isOf) }))
      .filter(group => group.rows.length > 0)
    return {
      title: say('became'),
      about: say('became.lede'),
      body: html`<div class="words">
<h1>${say('became')}</h1>
<p class="lede">${say('became.lede')}</p>
</div>
${there.length === 0 ? html`<section class="card"><p class="dim">${say('became.nothing')}</p></section>` : ''}
${there.map(
  ({ key, rows }) => html`<section class="card" aria-labelledby="${key}">
<h2 id="${key}">${say(`became.${key}`)} <small class="num">${rows.length}</small></h2>
${promiseRows(rows.slice(0, shownAtMost), language, href)}
${rows.length > shownAtMost ? html`<p class="dim">${say('became.more')}</p>` : ''}
</section>`,
)}`,
    }
  },
})
