/** Who took part in trainings that were held, counted by what they do, where and in which language; nobody by name. */
import type { Domain } from '@kerege/contract/domains'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import type { TrainedLine } from '@kerege/contract/practices/trainings/needs/rules'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

interface Found {
  country: string | null
  profession: Profession
  language: string
  people: number
  domains: Domain[]
  until_day: string
}

export async function trainedLines(ctx: Context): Promise<TrainedLine[]> {
  const { rows } = await sql<Found>`
    select p.country, p.profession, p.language, p.people, e.domains, e.until_day
    from practices.trained_people() p join practices.training_events e on e.id = p.event_id`.execute(ctx.tx)
  return rows.map(({ country, until_day: until, ...row }) => ({
    ...row,
    until,
    ...(country === null ? {} : { country }),
  }))
}
