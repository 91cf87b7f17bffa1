/** `/public/documents.atom`: what was issued for anybody, the newest first. A translation that is checked later makes its entry new. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { sql } from 'kysely'
import { atom } from '../../../../platform/atom.ts'
import { type PublicFeed, publicFile } from '../../../../platform/publicPage.ts'
import { feedFrame } from '../../public/feeds.ts'
import { words } from '../files.ts'
import { selected } from './issued.ts'
import { titlesOf } from './titles.ts'

const path = '/public/documents.atom'
const newest = 50

export const documentFeeds = (language: Language): PublicFeed[] => [
  { path, type: 'application/atom+xml', title: words(language, 'public.documents') },
]

export const documentsAtom = publicFile({
  path,
  type: 'application/atom+xml; charset=utf-8',
  async render(visit) {
    const { language, tx, node, href } = visit
    const rows = await selected(tx)
      // Of what is told, drafts of translations and work inside are no news.
      .select(
        sql<string>`greatest(d.issued_at,
          (select max(x.checked_at) from council.document_texts x where x.document_id = d.id and x.state = 'checked'),
          (select max(n.issued_at) from council.documents n where n.based_on = d.id and n.is_public))`.as(
          'news',
        ),
      )
      .orderBy('d.issued_at', 'desc')
      .orderBy('d.id', 'desc')
      .limit(newest)
      .execute()
    const titles = await titlesOf(tx, rows, language)
    return atom({
      ...feedFrame(visit, 'documents', words(language, 'public.documents')),
      entries: rows.map(row => ({
        id: `urn:uuid:${row.id}`,
        title: [row.symbol, titles.get(row.id)?.text].filter(Boolean).join(' '),
        updated: row.news,
        published: row.issued_at ?? undefined,
        url: node.baseUrl + href(publicAddress('documents', { symbol: row.symbol ?? '' })),
        summary: [
          textIn(row.body_name as MultiText, language).text,
          row.session_title === null ? null : textIn(row.session_title as MultiText, language).text,
          row.state === 'superseded' ? words(language, 'public.superseded') : null,
        ]
          .filter(Boolean)
          .join('. '),
      })),
    })
  },
})
