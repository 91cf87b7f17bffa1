/**
 * A Word file as blocks, by way of the HTML that mammoth makes of it: headings, lists, tables, bold, italic, links.
 * Whether the file is what it says is checked first, as for every attachment; macros and embedded things are not read.
 */
import { DomainError } from '@kerege/contract/errors'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { inspectFile } from '../../../documents/index.ts'
import { readHtml } from './readHtml.ts'

// A small file can unfold into a huge one; a paper of the Council has some hundred kilobytes of words.
const mostHtml = 8_000_000

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** @throws DomainError `document-unreadable`, `document-too-long`, or what `inspect` says of the file */
export async function readDocx(bytes: Uint8Array): Promise<DocumentText> {
  await inspectFile(Buffer.from(bytes), wordFile)
  // Loaded with the first Word file: a node at rest is lighter without it.
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        externalFileAccess: false,
        ignoreEmptyParagraphs: true,
      },
    )
    .catch(() => {
      // What the library says may repeat words of the paper.
      throw new DomainError('invalid', 'document-unreadable', { line: 0 })
    })
  if (value.length > mostHtml) throw new DomainError('invalid', 'document-too-long', { most: mostHtml })
  return readHtml(value)
}
