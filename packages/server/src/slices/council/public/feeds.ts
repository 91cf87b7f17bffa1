/** Sessions and decisions for programs that look again by themselves: Atom, and a calendar. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { atom } from '../../../platform/atom.ts'
import { type PublicFeed, type PublicVisit, publicFile } from '../../../platform/publicPage.ts'
import { calendarFile } from '../calendarFile.ts'
import { selected as decisionRows, toRow } from '../decisionStore.ts'
import { selected as sessionRows, type FoundSession } from '../sessionStore.ts'
import { adoptedOn, howText } from './parts.ts'
import { whenText, words } from './words.ts'

const type = 'application/atom+xml'
const newest = 50
/** The day on which the Council began: older than any entry of its own. */
const since = '2024-05-14T00:00:00Z'

export const sessionFeeds = (language: Language): PublicFeed[] => [
  { path: '/public/sessions.atom', type, title: words(language, 'sessions') },
  { path: '/public/sessions.ics', type: 'text/calendar', title: words(language, 'calendar') },
]
export const decisionFeeds = (language: Language): PublicFeed[] => [
  { path: '/public/decisions.atom', type, title: words(language, 'decisions') },
]

export const sessionsAtom = publicFile({
  path: '/public/sessions.atom',
  type: `${type}; charset=utf-8`,
  async render(visit) {
    const { language, tx } = visit
    const rows = await sessionRows(tx)
      .orderBy('s.updated_at', 'desc')
      .orderBy('s.id', 'desc')
      .limit(newest)
      .execute()
    return atom({
      ...feedFrame(visit, 'sessions', words(language, 'sessions')),
      entries: rows.map(row => ({
        id: `urn:uuid:${row.id}`,
        title: [row.symbol, textIn(row.title as MultiText, language).text].filter(Boolean).join(' '),
        updated: row.updated_at,
        published: row.created_at,
        url: visit.node.baseUrl + visit.href(publicAddress('sessions', named(row))),
        summary: [
          whenText(language, given({ from: row.from_day, to: row.to_day, month: row.month })),
          row.city,
          words(language, `state.${row.state}`),
          row.summary === null ? null : textIn(row.summary as MultiText, language).text,
        ]
          .filter(Boolean)
          .join('. '),
      })),
    })
  },
})

export const decisionsAtom = publicFile({
  path: '/public/decisions.atom',
  type: `${type}; charset=utf-8`,
  async render(visit) {
    const { language, tx } = visit
    const rows = await decisionRows(tx)
      .orderBy('d.closed_at', 'desc')
      .orderBy('d.id', 'desc')
      .limit(newest)
      .execute()
    return atom({
      ...feedFrame(visit, 'decisions', words(language, 'decisions')),
      entries: rows.map(found => {
        const row = toRow(found)
        return {
          id: `urn:uuid:${row.id}`,
          title: `${row.symbol} ${textIn(row.title, language).text}`,
          updated: row.updatedAt,
          published: row.closedAt,
          url: visit.node.baseUrl + visit.href(publicAddress('decisions', row)),
          summary: [adoptedOn(row, language), howText(row, language)].filter(Boolean).join(', '),
        }
      }),
    })
  },
})

export const sessionsCalendar = publicFile({
  path: '/public/sessions.ics',
  type: 'text/calendar; charset=utf-8',
  async render({ language, tx, node, href }) {
    const rows = await sessionRows(tx)
      .where('s.from_day', 'is not', null)
      .orderBy('s.sorts_on', 'desc')
      .orderBy('s.id', 'desc')
      .limit(500)
      .execute()
    return calendarFile(rows, {
      language,
      host: new URL(node.baseUrl).hostname,
      url: row => node.baseUrl + href(publicAddress('sessions', named(row))),
    })
  },
})

/** What a feed of the Council says of itself. @param what the name of its page: `/public/decisions` */
export function feedFrame({ node, language, href }: PublicVisit, what: string, title: string) {
  return {
    // Of the node's name and nothing that moves: readers know what they have seen by it.
    id: `tag:${new URL(node.baseUrl).hostname},2024-05-14:${what}`,
    title: `${words(language, 'council')}: ${title}`,
    author: words(language, 'council'),
    language,
    self: node.baseUrl + href(`/public/${what}.atom`),
    url: node.baseUrl + href(`/public/${what}`),
    since,
  }
}

const named = ({ id, symbol }: Pick<FoundSession, 'id' | 'symbol'>) => ({ id, symbol: symbol ?? undefined })
const given = ({ from, to, month }: Record<'from' | 'to' | 'month', string | null>) => ({
  from: from ?? undefined,
  to: to ?? undefined,
  month: month ?? undefined,
})
