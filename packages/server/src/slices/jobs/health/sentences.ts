/** Findings in words. The same catalogue speaks on the page and, in English, at the command line. */
import { join } from 'node:path'
import type { Finding } from '@kerege/contract/jobs/health'
import type { Language } from '@kerege/contract/common'
import { openMessages } from '../../../platform/messages.ts'
import type { Found } from './look.ts'

const messages = openMessages(join(import.meta.dirname, '../messages'))

export const inWords = (language: Language, found: readonly Found[]): Finding[] =>
  found.map(({ code, verdict, which, values }) => ({
    code,
    verdict,
    text: messages(language, `health.${code}.${which || (verdict === 'ok' ? 'ok' : 'not')}`, values),
  }))
