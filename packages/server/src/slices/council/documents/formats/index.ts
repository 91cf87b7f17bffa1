/** A Council document into a file and back. The writers are large, so each is loaded when it is first asked for. */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import type { HeadWords } from '../../../../platform/papers/headLines.ts'

export const exportFormats = ['docx', 'pdf', 'html', 'akn'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  akn: 'application/akn+xml; charset=utf-8',
}
export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  akn: 'xml',
}

export async function writeDocument(
  format: ExportFormat,
  head: DocumentHead,
  text: DocumentText,
  words: HeadWords,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('../../../../platform/papers/docx.ts')).writeDocx(head, text, words)
    case 'pdf':
      return (await import('../../../../platform/papers/pdf.ts')).writePdf(head, text, words)
    case 'html':
      return Buffer.from((await import('./page.ts')).writePage(head, text, words))
    case 'akn':
      return Buffer.from((await import('./akn.ts')).writeAkn(head, text))
  }
}
