/**
 * The plan for the family's own table, in their language: what they want, what is done, who does it until when, and places to
 * sign. It may lie anywhere, so that it names no operation, no camp, no place of birth and no section of a file.
 */
import { join } from 'node:path'
import { goalDomains } from '@kerege/contract/plans/domains'
import { Id } from '@kerege/contract/common'
import { z } from 'zod'
import { paperSource } from '../../platform/exports/papers.ts'
import { openMessages } from '../../platform/messages.ts'
import * as store from './store.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))
const dayCell = (day: string) => day.slice(0, 10).split('-').reverse().join('.')

const planPaper = paperSource({
  of: 'plan',
  access: 'plans.read',
  query: z.strictObject({ planId: Id }),
  sheet: async (ctx, { planId }, language) => {
    const t = (key: string) => words(language, key)
    const row = await store.get(ctx, planId)
    const [plan] = await store.wholePlans(ctx, [row], () => [])
    const person = await ctx.tx
      .selectFrom('people.persons')
      .select('label')
      .where('id', '=', row.person_id)
      .executeTakeFirst()
    ctx.trail.shown([planId, row.person_id])
    const goals = plan?.goals ?? []
    const yes = plan?.agreements.at(-1)
    return {
      kind: 'table' as const,
      title: t(row.kind === 'family' ? 'plan.family' : 'plan.title'),
      facts: [
        person?.label ?? '',
        `${t('plan.version')}: ${row.number}`,
        ...(yes ? [`${t('plan.agreed')}: ${dayCell(yes.on)}, ${yes.who}`] : []),
      ],
      columns: [
        { heading: t('plan.want'), share: 28 },
        { heading: t('plan.now'), share: 22 },
        { heading: t('plan.does'), share: 34 },
        { heading: t('plan.until'), share: 16 },
      ],
      groups: goalDomains.flatMap(domain => {
        const its = goals.filter(goal => goal.domain === domain)
        if (its.length === 0) return []
        return [
          {
            head: t(`domain.${domain}`),
            rows: its.map(goal => [
              goal.words,
              [goal.baseline, goal.target].filter(Boolean).join(' → '),
              goal.actions
                .map(one =>
                  [
                    `• ${one.words}`,
                    [one.owner?.name ?? one.who, one.due && dayCell(one.due)].filter(Boolean).join(', '),
                  ]
                    .filter(Boolean)
                    .join(': '),
                )
                .join('\n'),
              dayCell(goal.due),
            ]),
          },
        ]
      }),
      signatures: [t('plan.sign.family'), t('plan.sign.worker')],
      nothing: t('plan.none'),
    }
  },
})

export const planPapers = [planPaper]
