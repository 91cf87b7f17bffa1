/**
 * Cards for the journey: one for each bracelet. A card is carried in a pocket and may be found anywhere, so that it says the name,
 * the family and the seat, and neither the operation nor a place.
 */
import { Id } from '@kerege/contract/common'
import { codeOf } from '@kerege/contract/repatriation/boarding/code'
import { isOnList } from '@kerege/contract/repatriation/operations/states'
import { z } from 'zod'
import { paperSource } from '../../../platform/exports/papers.ts'
import { wholeList } from '../operations/wholeList.ts'
import { say } from './words.ts'

export const cardPaper = paperSource({
  of: 'cards',
  access: 'repatriation.read',
  query: z.strictObject({ operationId: Id }),
  sheet: async (ctx, { operationId }, language) => {
    const t = say(language)
    const list = await wholeList(ctx, operationId)
    const legs = await ctx.tx
      .selectFrom('repatriation.legs')
      .select(['id', 'vehicle', 'kind'])
      .where('operation_id', '=', operationId)
      .orderBy('ordinal')
      .execute()
    // A family after the other, whoever is alone after them.
    const order = (id: string | undefined) => {
      const at = list.families.findIndex(family => family.id === id)
      return at < 0 ? list.families.length : at
    }
    const families = new Map(list.families.map(family => [family.id, family.name]))
    const seats = (line: (typeof list.lines)[number]) =>
      legs.flatMap(leg => {
        const seat = line.legs.find(one => one.legId === leg.id)
        if (!seat) return []
        const on = leg.vehicle ?? t(`leg.${leg.kind}`)
        return [seat.seat ? t('card.seat', { on, seat: seat.seat }) : on]
      })
    return {
      kind: 'cards' as const,
      title: t('cards.title'),
      cards: list.lines
        .filter(line => isOnList(line.state) && line.bracelet !== undefined)
        .toSorted((one, other) => order(one.familyId) - order(other.familyId))
        .map(line => ({
          code: codeOf(line.id),
          number: line.bracelet ?? '',
          title: line.name,
          ...(line.familyId ? { group: line.familyId } : {}),
          lines: [
            ...(line.familyId ? [families.get(line.familyId) ?? ''] : []),
            ...line.otherNames.slice(0, 2),
            ...seats(line),
          ].filter(Boolean),
        })),
      nothing: t('cards.none'),
    }
  },
})
