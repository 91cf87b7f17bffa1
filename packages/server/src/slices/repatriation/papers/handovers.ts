/**
 * The note of a handover: to whom, who, what went with them, and places to sign. It goes home with the family and may lie on any
 * table, so that it names no operation and no place that people came from.
 */
import { Id, textIn } from '@kerege/contract/common'
import { z } from 'zod'
import { paperSource } from '../../../platform/exports/papers.ts'
import { get } from '../handover/store.ts'
import { dayCell, say } from './words.ts'

export const handoverPaper = paperSource({
  of: 'handover-note',
  access: 'people.read',
  query: z.strictObject({ handoverId: Id }),
  sheet: async (ctx, { handoverId }, language) => {
    const t = say(language)
    const handover = await get(ctx, handoverId)
    ctx.trail.shown([handoverId, ...handover.people.map(one => one.id)])
    const hidden = handover.count - handover.people.length
    return {
      kind: 'table' as const,
      title: t('handover.title'),
      facts: [
        `${t(`handover.to.${handover.to}`)}${handover.receiver ? `: ${handover.receiver}` : ''}`,
        `${t('handover.on')}: ${dayCell(handover.on)}`,
        `${t('handover.agency')}: ${textIn(handover.agency, language).text}${handover.team ? `, ${handover.team}` : ''}`,
        ...(hidden > 0 ? [t('notShown', { n: hidden })] : []),
      ],
      columns: [
        { heading: t('name'), share: 34 },
        { heading: t('handover.papers'), share: 22 },
        { heading: t('handover.belongings'), share: 22 },
        { heading: t('handover.medicine'), share: 22 },
      ],
      groups: [
        {
          rows: handover.people.map(person => [
            person.name,
            ...(['paper', 'belonging', 'medicine'] as const).map(kind =>
              person.items
                .filter(item => item.kind === kind)
                .map(item => item.what)
                .join('\n'),
            ),
          ]),
        },
      ],
      signatures: [
        handover.signedBy ? `${t('handover.receiver')}: ${handover.signedBy}` : t('handover.receiver'),
        t('signs.reception'),
      ],
      nothing: t('nobody'),
    }
  },
})
