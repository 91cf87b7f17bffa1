/**
 * What travels between the hub and the nodes. Frozen: fields and kinds may come, and readers skip what they do not know.
 * The hub keeps a log that only grows; anybody fetches it as anybody can, in pages that are the same for everybody.
 */
import { z } from 'zod'
import { Id, Instant, Language } from '../common.ts'
import { impersonal } from '../personalData.ts'
import { AdoptionState } from '../practices/rules.ts'

/** The root of the tree and how many items it has, signed by the hub. */
export const checkpointPath = '/public/exchange/checkpoint'
/** Items from a number on that is a multiple of `pageSize`: no other address is answered, so that none tells one reader from another. */
export const itemsPath = (from: number): string => `/public/exchange/items/${from}`
export const pageSize = 16
/** What one item may be at most: a page of the largest still fits a line. */
export const mostItemBytes = 1_500_000

/** Stands after the name of the hub in the first line of a checkpoint: its log of requests has checkpoints too. */
export const origin = (hub: string): string => `${hub}/exchange`

/** The text of an item, or only its hash where the hub had to forget the text. */
export const PageItem = z.union([z.string().max(mostItemBytes), z.object({ hash: z.base64().length(44) })])
export type PageItem = z.infer<typeof PageItem>
export const Page = z.object({
  type: z.literal('kerege-exchange-page/1'),
  from: z.number().int().min(0),
  items: z.array(PageItem).max(pageSize),
})
export type Page = z.infer<typeof Page>

/** Something that was said: how a thing is from now on, or that it is no longer given out. */
export const Item = z.object({
  type: z.literal('kerege-exchange-item/1'),
  kind: z.string().regex(/^[a-z-]{1,30}$/),
  id: z.string().min(1).max(100),
  /** Counts what was said of this thing, from one. */
  revision: z.number().int().min(1),
  at: Instant,
  /** Absent: it is taken out. */
  body: z.unknown().optional(),
  /** Numbers of earlier items whose texts are dropped wherever they are kept. Only what is named here may come without its text. */
  forget: z.array(z.number().int().min(0)).max(1000).optional(),
})
export type Item = z.infer<typeof Item>

export const reportPath = '/exchange/reports'
/** First line of what is signed: a signature for one thing is none for another. */
export const reportType = 'kerege-practice-report/1'
/** How a practice was used at a node. Says a state and words, and counts nobody. */
export const Report = z.object({
  type: z.literal(reportType),
  practiceId: Id,
  /** Counts what this node has told of it: a lower one is older. */
  number: z.number().int().min(1),
  state: AdoptionState,
  language: Language,
  words: impersonal(2000).optional(),
  at: Instant,
})
export type Report = z.infer<typeof Report>
