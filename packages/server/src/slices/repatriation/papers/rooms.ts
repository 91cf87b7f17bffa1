/**
 * Who sleeps in which room. A room list hangs on doors and is seen by whoever comes to the house: names, ages and rooms, and nothing
 * that says where people came from.
 */
import { Id } from '@kerege/contract/common'
import { ageOn } from '@kerege/contract/people/rules'
import { z } from 'zod'
import { paperSource } from '../../../platform/exports/papers.ts'
import { wholeSite } from '../reception/index.ts'
import { dayCell, say } from './words.ts'

export const roomPaper = paperSource({
  of: 'room-list',
  access: 'reception.work',
  query: z.strictObject({ siteId: Id }),
  sheet: async (ctx, { siteId }, language) => {
    const t = say(language)
    const site = await wholeSite(ctx, siteId)
    const today = dayCell(ctx.now.toISOString())
    const rooms = [
      ...site.rooms.map(room => ({ id: room.id as string | undefined, head: room.name })),
      { id: undefined, head: t('rooms.without') },
    ]
    return {
      kind: 'table' as const,
      title: t('rooms.title'),
      facts: [site.name, today, ...(site.notShown > 0 ? [t('notShown', { n: site.notShown })] : [])],
      columns: [
        { heading: t('name'), share: 40 },
        { heading: t('age'), share: 12 },
        { heading: t('since'), share: 14 },
        { heading: t('interpreter'), share: 20 },
        { heading: t('there'), share: 14, box: true },
      ],
      groups: rooms
        .map(room => ({
          head: room.head,
          rows: site.stays
            .filter(stay => stay.roomId === room.id)
            .map(stay => [
              stay.guest.name,
              ageCell(ageOn(stay.guest.birth, ctx.now.toISOString().slice(0, 10))),
              dayCell(stay.since),
              stay.interpreter ? (stay.interpreter.who?.name ?? stay.interpreter.name ?? '') : '',
              '',
            ]),
        }))
        .filter(group => group.rows.length > 0),
      signatures: [],
      nothing: t('rooms.none'),
    }
  },
})

const ageCell = (age: { min: number; max: number } | null) =>
  age === null ? '' : age.min === age.max ? String(age.min) : `${age.min}–${age.max}`
