/** How a document is called and how large it is, in words. */
import type { MediaTypeName } from '@kerege/contract/documents/rules'
import type { Document, DocumentVersion } from '@kerege/contract/documents/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'

export function sizeText(bytes: number, t: Translate, format: Formatter): string {
  if (bytes < 1000) return t('documents.size.bytes', { n: bytes })
  if (bytes < 1_000_000) return t('documents.size.kb', { n: format.number(Math.round(bytes / 1000)) })
  return t('documents.size.mb', { n: format.number(bytes / 1_000_000, 1) })
}

/** The newest file that has arrived; absent while the bytes are awaited. */
export const newestOf = (document: Document): DocumentVersion | undefined =>
  document.versions.find(version => version.state === 'stored')

/** Why the newest file cannot be opened; undefined when it can. */
export function missingOf(document: Document): 'awaiting' | 'checking' | 'refused' | undefined {
  const state = document.versions[0]?.state ?? 'awaiting'
  return state === 'stored' || (state === 'awaiting' && newestOf(document)) ? undefined : state
}

export type FileKind = 'pdf' | 'picture' | 'text' | 'table'

export function kindOf(type: MediaTypeName): FileKind {
  if (type === 'application/pdf') return 'pdf'
  if (type.startsWith('image/')) return 'picture'
  return type === 'text/csv' || type.endsWith('spreadsheetml.sheet') ? 'table' : 'text'
}
