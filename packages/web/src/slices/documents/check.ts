/** What can be said of a file before anything is sent: pure, so that a refusal costs no line. The node is the judge. */
import { isFileName, type MediaTypeName, mediaTypeOf } from '@kerege/contract/documents/rules'
import { documentLimit } from '@kerege/contract/documents/schema'

export type Checked = { mediaType: MediaTypeName } | { fault: FileFault }
export type FileFault = 'file-empty' | 'too-large' | 'file-macros' | 'file-old' | 'file-kind' | 'file-name'

const withMacros = /\.(docm|dotm|xlsm|xltm|xlsb|pptm|xlam)$/i
const oldOffice = /\.(doc|xls|ppt|rtf)$/i

export function checkFile({ name, size }: { name: string; size: number }): Checked {
  if (withMacros.test(name)) return { fault: 'file-macros' }
  if (oldOffice.test(name)) return { fault: 'file-old' }
  const mediaType = mediaTypeOf(name)
  if (!mediaType) return { fault: 'file-kind' }
  if (size === 0) return { fault: 'file-empty' }
  if (size > documentLimit) return { fault: 'too-large' }
  if (!isFileName(name) || name.length > 160) return { fault: 'file-name' }
  return { mediaType }
}
