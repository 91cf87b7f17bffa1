/**
 * Something that leaves a node under its name: a text, and a signed note that names what the text is for and its digest.
 * The key is that of the log, which others have pinned already.
 */
import { createHash } from 'node:crypto'
import { type KnownKey, type LogKey, openNote, signNote } from './note.ts'

export interface SignedText {
  note: string
  body: string
}

const said = (type: string, name: string, body: string) =>
  `${type}\n${name}\n${createHash('sha256').update(body).digest('base64')}\n`

export const signBody = (key: LogKey, type: string, body: string): SignedText => ({
  note: signNote(key, said(type, key.name, body)),
  body,
})

/** Has the holder of this key signed this very text for this very purpose? */
export const openBody = ({ note, body }: SignedText, type: string, key: KnownKey): boolean =>
  openNote(note, key.name, key.public) === said(type, key.name, body)
