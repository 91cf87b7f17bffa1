/** An attachment of a record, in one compartment of it. Its versions are kept: a new file does not push out the old. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, line, MultiText, page, pageQuery, Reason } from '../common.ts'
import { endings, isFileName, mediaTypes } from './rules.ts'

/** 20 MB: a scanned certificate of many pages, or a photograph as a phone takes it. */
export const documentLimit = 20_000_000

export const MediaType = z.enum(mediaTypes)

/** The name under which somebody kept the file. It may say who and what, so it is as protected as the file. */
export const FileName = line(160).refine(isFileName, 'file-name')

/** What a file is called and what it says it is; the server looks whether that is true. */
export const fileDraft = { name: FileName, mediaType: MediaType }
/** The ending is one that its type has. */
export const namedAsItIs = (draft: { name: string; mediaType: z.infer<typeof MediaType> }) =>
  endings[draft.mediaType].some(ending => draft.name.toLowerCase().endsWith(`.${ending}`))

/** The record comes first and the bytes after it, so that no name ever stands in an address. */
export const AddDocument = z
  .strictObject({
    /** Made by the device, so that a repeated command makes one document. */
    id: Id,
    versionId: Id,
    subjectId: Id,
    compartment: Compartment,
    title: MultiText.optional(),
    ...fileDraft,
  })
  .refine(namedAsItIs, { path: ['name'], error: 'file-ending' })
export type AddDocument = z.infer<typeof AddDocument>

export const AddVersion = z
  .strictObject({ id: Id, ...fileDraft })
  .refine(namedAsItIs, { path: ['name'], error: 'file-ending' })
export type AddVersion = z.infer<typeof AddVersion>

/**
 * `awaiting` until the bytes have come; what never comes is swept away after a day. `checking` until the node's scanner has called them clean;
 * `refused` when it found something, and then nothing of them is kept.
 */
export const VersionState = z.enum(['awaiting', 'checking', 'stored', 'refused'])

export const DocumentVersion = z.strictObject({
  id: Id,
  number: z.number().int(),
  ...fileDraft,
  state: VersionState,
  /** Bytes, once they are there. */
  size: z.number().int().optional(),
  at: Instant,
  by: z.string(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

export const Document = z.strictObject({
  id: Id,
  version: z.number().int(),
  subjectId: Id,
  compartment: Compartment,
  title: MultiText.optional(),
  createdAt: Instant,
  updatedAt: Instant,
  /** May the reader add a version, rename or remove it? */
  writable: z.boolean(),
  /** Newest first. */
  versions: z.array(DocumentVersion),
})
export type Document = z.infer<typeof Document>

export const DocumentFilter = z.strictObject({
  ...pageQuery,
  subjectId: Id,
  compartment: Compartment.optional(),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>

export const DocumentPage = page(Document)

/** A title in several languages with the state of each; `null` takes it away. */
export const Entitle = z.strictObject({ title: MultiText.nullable() })
export const Removal = z.strictObject({ reason: Reason })

/** The file itself, as bytes. */
export const Content = z.instanceof(Uint8Array).refine(bytes => bytes.length > 0, 'file-empty')
