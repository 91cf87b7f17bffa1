/** What is said of a list, in seven languages: the same words in the command, on the page and in an answer. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import type { Problem } from '@kerege/contract/repatriation/manifest/schema'
import { openMessages } from '../../../platform/messages.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))

export const problemText = (language: Language, { code, params }: Problem): string =>
  words(language, `problem.${code}`, params)
