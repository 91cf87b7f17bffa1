/**
 * The check-list for the family's own table, in their language: what they may claim, where, with which papers, and how far it is. What does
 * not concern them is left out, and so is every reason: it may lie anywhere.
 */
import { join } from 'node:path'
import { Id, type MultiText, textIn } from '@kerege/contract/common'
import type { CheckRow } from '@kerege/contract/entitlements/schema'
import { notFound } from '@kerege/contract/errors'
import { z } from 'zod'
import { paperSource } from '../../platform/exports/papers.ts'
import { openMessages } from '../../platform/messages.ts'
import { checkList } from './checkList.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))
const dayCell = (day: string) => day.split('-').reverse().join('.')

const entitlementsPaper = paperSource({
  of: 'entitlements-list',
  access: 'cases.read',
  query: z.strictObject({ personId: Id }),
  sheet: async (ctx, { personId }, language) => {
    const t = (key: string) => words(language, key)
    const text = (map: MultiText) => textIn(map, language).text
    const list = await checkList(ctx, personId)
    if (!list.open) throw notFound()
    const stands = ({ claim }: CheckRow) => {
      if (!claim) return t('paper.look')
      const day = claim.state === 'given' ? claim.givenOn : claim.askedOn
      return [t(`state.${claim.state}`), day && dayCell(day)].filter(Boolean).join(', ')
    }
    const rows = list.rows.filter(({ claim, fits }) => (claim ? claim.state !== 'not' : fits))
    return {
      kind: 'table' as const,
      title: t('paper.title'),
      facts: [list.person, t('paper.text')],
      columns: [
        { heading: t('paper.what'), share: 32 },
        { heading: t('paper.where'), share: 20 },
        { heading: t('paper.papers'), share: 28 },
        { heading: t('paper.stands'), share: 20 },
      ],
      groups: [
        {
          rows: rows.map(row => [
            text(row.title),
            t(`desk.${row.desk}`),
            row.papers.map(one => `• ${text(one)}`).join('\n'),
            stands(row),
          ]),
        },
      ],
      signatures: [t('paper.sign.worker')],
      nothing: t('paper.none'),
    }
  },
})

export const entitlementPapers = [entitlementsPaper]
