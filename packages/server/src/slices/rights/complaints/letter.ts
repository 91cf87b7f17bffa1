/** The answer to a complaint as a letter, in the language of the family. It names nobody it is about, and no file. */
import { join } from 'node:path'
import { Id } from '@kerege/contract/common'
import { z } from 'zod'
import { paperSource } from '../../../platform/exports/papers.ts'
import { openMessages } from '../../../platform/messages.ts'
import { whole } from './store.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))
const shown = (day: string) => day.split('-').reverse().join('.')

export const complaintPaper = paperSource({
  of: 'answer-to-complaint',
  access: 'complaints.handle',
  query: z.strictObject({ complaintId: Id }),
  sheet: async (ctx, { complaintId }, language) => {
    const one = await whole(ctx, complaintId)
    const answered = one.answeredOn !== undefined
    const t = (key: string, values = {}) => words(language, key, values)
    return {
      kind: 'table' as const,
      title: t(answered ? 'answer.title' : 'received.title'),
      facts: [
        ...(one.name ? [`${t('to')}: ${one.name}`] : []),
        `${t('received')}: ${shown(one.receivedOn)}`,
        `${t('about')}: ${t(`kind.${one.kind}`)}`,
        ...(one.answeredOn ? [`${t('answered')}: ${shown(one.answeredOn)}`] : []),
        ...(one.outcome ? [`${t('outcome')}: ${t(`outcome.${one.outcome}`)}`] : []),
        ...(one.state === 'answered' && one.due ? [t('appeal', { day: shown(one.due) })] : []),
        ...(!answered && one.due ? [t('until', { day: shown(one.due) })] : []),
        t('goes-on'),
      ],
      columns: [{ heading: t(answered ? 'answer' : 'said'), share: 100 }],
      groups: [
        { rows: (answered ? one.answer : one.words) ? [[(answered ? one.answer : one.words) ?? '']] : [] },
      ],
      signatures: [t('signs')],
      nothing: t('nothing'),
    }
  },
})
