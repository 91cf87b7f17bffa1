/**
 * The register as a file: the rows of the list, under the same filter and the same policies. Other spellings come
 * from the contact compartment only: how a list abroad wrote a name betrays the journey and stays in the register.
 */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { ageOn } from '@kerege/contract/people/rules'
import { type BirthDate, PersonFilter, type Sex } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'
import * as store from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['name', 36],
  ['otherNames', 40],
  ['sex', 12],
  ['birth', 22],
  ['age', 8],
  ['area', 32],
  ['household', 28],
  ['updated', 18],
] as const

export const peopleExport = exportSource({
  of: 'people',
  access: 'people.read',
  query: PersonFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: PersonFilter, language: Language): AsyncGenerator<Batch> {
  const today = ctx.now.toISOString().slice(0, 10)
  const areaName = await areaNames(ctx, language)
  const all = store.filtered(ctx, filter).select([
    'p.id',
    'p.label',
    'p.sex',
    'p.birth',
    'p.area_code',
    sql<string>`to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD')`.as('updated'),
    // One row a person: asked for beside each other, spellings and families cost more than the rest.
    sql<
      string | null
    >`(select string_agg(concat_ws(' ', n.family, n.given, n.patronymic), '; ' order by n.ordinal)
      from people.names n where n.person_id = p.id and n.compartment = 'contact'
       and concat_ws(' ', n.family, n.given, n.patronymic) <> p.label)`.as('spellings'),
    sql<string | null>`(select h.name from people.household_members m
      join people.households h on h.id = m.household_id where m.person_id = p.id)`.as('household'),
  ])
  const sorted =
    filter.sort === 'name'
      ? all.orderBy('p.sort_key').orderBy('p.id')
      : all.orderBy('p.updated_at', 'desc').orderBy('p.id', 'desc')
  for await (const people of fetched(ctx, sorted)) {
    yield {
      shown: people.map(person => person.id),
      rows: people.map(person => {
        const birth = person.birth as BirthDate // written by this slice, checked by this very shape
        return [
          person.label,
          person.spellings ?? '',
          sexText(person.sex as Sex, language),
          birthText(birth, language),
          ageText(birth, today),
          areaName(person.area_code),
          person.household ?? '',
          person.updated,
        ]
      }),
    }
  }
}

async function areaNames(ctx: Context, language: Language): Promise<(code: string) => string> {
  const areas = await ctx.tx.selectFrom('access.areas').select(['code', 'name']).execute()
  const names = new Map(areas.map(area => [area.code, textIn(area.name as MultiText, language).text]))
  return code => (names.get(code) ? `${names.get(code)} (${code})` : code)
}

function sexText(sex: Sex, language: Language): string {
  return messages(language, sex === 'female' || sex === 'male' ? `export.sex.${sex}` : `export.${sex}`)
}

/** As it was given, with the precision that it has. */
function birthText(birth: BirthDate, language: Language): string {
  switch (birth.precision) {
    case 'day':
      return birth.date
    case 'month':
      return birth.month
    case 'year':
      return String(birth.year)
    case 'estimated':
      return messages(language, 'export.estimated', { age: birth.age, day: birth.asOf })
    case 'unknown':
    case 'withheld':
      return messages(language, `export.${birth.precision}`)
  }
}

function ageText(birth: BirthDate, today: string): string {
  const age = ageOn(birth, today)
  if (!age) return ''
  return age.min === age.max ? String(age.min) : `${age.min}–${age.max}`
}
