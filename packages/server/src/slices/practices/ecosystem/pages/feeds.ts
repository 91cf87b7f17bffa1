/** `/public/practices.atom`: what was published, brought anew, archived or taken back, newest first. */
import { type Language, textIn } from '@kerege/contract/common'
import { atom } from '../../../../platform/atom.ts'
import { type PublicFeed, publicFile } from '../../../../platform/publicPage.ts'
import { practiceAddress, symbolOf, titleOf } from '../published.ts'
import * as read from '../read.ts'
import { words } from '../words.ts'

const path = '/public/practices.atom'
const newest = 50

export const feedsOf = (language: Language): PublicFeed[] => [
  { path, type: 'application/atom+xml', title: words(language, 'practices') },
]

export const practicesAtom = publicFile({
  path,
  type: 'application/atom+xml; charset=utf-8',
  async render({ language, tx, node, href }) {
    const rows = await read.lastChanged(tx, newest)
    return atom({
      id: `tag:${new URL(node.baseUrl).hostname},2024-05-14:practices`,
      title: `${words(language, 'council')}: ${words(language, 'practices')}`,
      author: words(language, 'council'),
      language,
      self: node.baseUrl + href(path),
      url: node.baseUrl + href('/public/practices'),
      since: '2024-05-14T00:00:00Z',
      entries: rows.map(({ practice, changedAt }) => {
        const { texts } = practice.edition.content
        return {
          id: `urn:uuid:${practice.id}`,
          title: `${symbolOf(practice)} ${titleOf(practice, language).text}`,
          updated: changedAt,
          published: practice.edition.publishedAt,
          url: node.baseUrl + href(practiceAddress(practice)),
          summary: [
            words(language, practice.stand),
            practice.retractedReason ?? undefined,
            texts.summary && textIn(texts.summary, language).text,
          ]
            .filter(Boolean)
            .join('. '),
        }
      }),
    })
  },
})
