/** What is needed now, for those who plan: the latest level of each domain that is open, and whether needs were looked at. */
import { needs, needsOf, type NeedDomain, type NeedLevel } from '@kerege/contract/assessments/needs'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { GuardFill } from '../cases/index.ts'

export interface AskingNeed {
  need: NeedDomain
  level: NeedLevel
  reason: string
  takenOn: string
}

/** Domains whose latest level asks for a goal, the most urgent first. Whose levels are shut to the actor is not among them. */
export async function askingNeeds(ctx: Context, personId: string): Promise<AskingNeed[]> {
  const latest = await sql<{
    domain: string
    level: number
    reason: string
    taken_on: string
    version: string
  }>`
    select distinct on (l.domain) l.domain, l.level, l.reason, a.taken_on, a.instrument_version as version
    from assessments.levels l join assessments.assessments a on a.id = l.assessment_id
    where l.person_id = ${personId}::uuid and a.state = 'finished'
    order by l.domain, a.taken_on desc, a.finished_at desc, a.id desc`.execute(ctx.tx)
  return latest.rows
    .filter(row => row.level >= (needsOf(row.version) ?? needs).asksGoalFrom)
    .map(row => ({
      need: row.domain as NeedDomain, // the shapes that wrote it
      level: row.level as NeedLevel,
      reason: row.reason,
      takenOn: row.taken_on,
    }))
    .toSorted((one, other) => other.level - one.level)
}

/** A finished look at the needs since the case was opened, by whomever. */
export const needsFill: GuardFill = {
  guards: ['needs'],
  of: async (ctx, cases) => {
    const ids = cases.map(one => one.id)
    // Who reads no assessments is not told whether there is one.
    if (!ctx.actor.verbs.includes('assessments.read'))
      return new Map(ids.map(id => [id, { needs: undefined }]))
    const found = await sql<{ id: string }>`
      select distinct c.id from cases.cases c
      join assessments.assessments a on a.person_id = c.person_id and a.instrument = 'needs' and a.state = 'finished'
        and a.finished_at >= c.opened_at
      where c.id = any (${ids}::uuid[])`.execute(ctx.tx)
    const there = new Set(found.rows.map(row => row.id))
    return new Map(ids.map(id => [id, { needs: there.has(id) }]))
  },
}
