/** What files of results say, in seven languages. */
import { join } from 'node:path'
import { openMessages } from '../../../platform/messages.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))
