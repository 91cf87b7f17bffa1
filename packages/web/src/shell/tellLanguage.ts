import { speak } from '@kerege/contract/access/routes'
import { send } from '../api.ts'
import type { Choice } from '../i18n/language.ts'

/** Mail follows the screen. When the node cannot be told, the screen has changed all the same. */
export const tellLanguage = (choice: Choice): void =>
  void send(speak, { body: { language: choice === 'uz-Cyrl' ? 'uz' : choice } }).catch(() => {})
