/** Words for what a reader of thesauri remarks: finer codes are for programs, a person needs to know what to do. */
import type { MessageKey } from '../../../i18n/keys.ts'

const keys = {
  'foreign-name': 'thesaurus.remark.name',
  'bad-id': 'thesaurus.remark.name',
  'unknown-prefix': 'thesaurus.remark.name',
  twice: 'thesaurus.remark.twice',
  'bad-label': 'thesaurus.remark.label',
  'no-label': 'thesaurus.remark.no-label',
  'too-many': 'thesaurus.remark.too-many',
  'too-many-labels': 'thesaurus.remark.too-many',
  'too-large-together': 'thesaurus.remark.too-many',
  'unknown-broader': 'thesaurus.remark.unknown',
  'unknown-related': 'thesaurus.remark.unknown',
  'second-broader': 'thesaurus.remark.second',
  'second-preferred': 'thesaurus.remark.second',
  circle: 'thesaurus.fault.circle',
  'no-heading': 'thesaurus.remark.no-heading',
  'unknown-language': 'thesaurus.remark.language',
  'unknown-column': 'thesaurus.remark.column',
  'same-label': 'thesaurus.remark.same',
} as const satisfies Record<string, MessageKey>

/** Whatever else: the file is written in a way that is not read. */
export const remarkKey = (code: string): MessageKey =>
  code in keys ? keys[code as keyof typeof keys] : 'thesaurus.remark.unreadable'
