/**
 * The text of a Council document in one language: a title and blocks. Small on purpose. What decisions, agendas and
 * records need is here, and nothing that can hide (no styles, no scripts, no fields that compute).
 *
 * A block keeps its id in all languages and versions, so that translations stand side by side, an amendment names its
 * paragraph, and a change in the source tells which paragraphs of a translation are stale.
 */
import { z } from 'zod'
import { line } from '../../common.ts'

export const BlockId = z.string().regex(/^[a-z0-9]{1,12}$/, 'block-id')

/** Addresses that a reader may follow; anything else stays plain text. */
export const isSafeLink = (href: string): boolean => {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}

// The same marks are refused as in every line: they make a text lie about itself.
const forbidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** A piece of text that looks alike throughout. A line break is `\n`. */
export const Run = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(10_000)
    .refine(text => !forbidden.test(text), 'forbidden-characters'),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z.string().max(2000).refine(isSafeLink, 'link').optional(),
})
export type Run = z.infer<typeof Run>

const Runs = z.array(Run).max(400)

/** As it is printed before the paragraph: "3", "(a)", "iv.". Given, never counted by the program. */
const Marker = line(12)

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({
    id: BlockId,
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    number: Marker.optional(),
    runs: Runs,
  }),
  z.strictObject({ id: BlockId, kind: z.literal('paragraph'), number: Marker.optional(), runs: Runs }),
  z.strictObject({
    id: BlockId,
    kind: z.literal('item'),
    depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** Absent for a bullet. */
    number: Marker.optional(),
    runs: Runs,
  }),
  z.strictObject({
    id: BlockId,
    kind: z.literal('table'),
    /** Whether the first row names the columns. */
    head: z.boolean(),
    rows: z.array(z.array(Runs).min(1).max(20)).min(1).max(500),
  }),
])
export type Block = z.infer<typeof Block>
export type BlockKind = Block['kind']

export const DocumentText = z
  .strictObject({ title: line(500), blocks: z.array(Block).max(3000) })
  .refine(text => new Set(text.blocks.map(block => block.id)).size === text.blocks.length, 'block-id-twice')
export type DocumentText = z.infer<typeof DocumentText>
