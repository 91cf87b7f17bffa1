/** What a summary record is drafted from, as it was gathered. Counts of people, never their names. */
import type { MultiText } from '@kerege/contract/common'
import type { PartyName } from '@kerege/contract/council/schema'
import type { Tally } from '@kerege/contract/council/voting'

export interface RecordSources {
  session: {
    title: MultiText
    from: string | null
    to: string | null
    city: string | null
    country: string | null
    format: string
    closedOn: string | null
  }
  chair: PartyName | undefined
  /** Who was there, and how many people of each; counted, never named. */
  attendance: readonly { party: PartyName; people: number }[]
  agenda: {
    adopted: boolean
    items: readonly { id: string; title: MultiText; decisions: readonly string[] }[]
  }
  /** In the order in which they spoke. */
  speeches: readonly Speech[]
  /** Those that stand: what was withdrawn is not before the Council. */
  statements: readonly RecordedStatement[]
  decisions: readonly RecordedDecision[]
  /** Records of earlier sessions that were approved here. */
  approvals: readonly { itemId: string; sessionId: string; symbol: string }[]
}
export interface Speech {
  id: string
  itemId: string | null
  party: PartyName
  kind: 'speech' | 'reply'
}
export interface RecordedStatement {
  id: string
  itemId: string | null
  party: PartyName
  symbol: string
  title: MultiText
  forRecord: boolean
  withheld: boolean
}
export interface RecordedDecision {
  id: string
  symbol: string | null
  state: string
  way: string | null
  restricted: boolean
  title: MultiText
  texts: MultiText
  expiresAt: string | null
  /** How a vote on the text stood. */
  tally: Tally
  voices: readonly { id: string; kind: string; party: PartyName; words: string | null }[]
}
