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
import { ahead } from '../../platform/exports/ahead.ts'
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
  const all = store
    .filtered(ctx, filter)
    .select(['p.id', 'p.label', 'p.sex', 'p.birth', 'p.area_code', 'p.updated_at'])
  const sorted =
    filter.sort === 'name'
      ? all.orderBy('p.sort_key').orderBy('p.id')
      : all.orderBy('p.updated_at', 'desc').orderBy('p.id', 'desc')
  for await (const people of ahead(fetched(ctx, sorted))) {
    const ids = people.map(person => person.id)
    // Sent together: they wait for each other in the connection, and not for this process.
    const [spellings, homes] = await Promise.all([otherNames(ctx, ids), households(ctx, ids)])
    yield {
      shown: ids,
      rows: people.map(person => {
        const birth = person.birth as BirthDate // written by this slice, checked by this very shape
        return [
          person.label,
          (spellings.get(person.id) ?? []).filter(name => name !== person.label).join('; '),
          sexText(person.sex as Sex, language),
          birthText(birth, language),
          ageText(birth, today),
          areaName(person.area_code),
          homes.get(person.id) ?? '',
          person.updated_at.slice(0, 10),
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

async function otherNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await ctx.tx
    .selectFrom('people.names')
    .select(['person_id', sql<string>`concat_ws(' ', family, given, patronymic)`.as('text')])
    // An array is one parameter: the statement stays prepared, whatever the size of the batch.
    .where(sql<boolean>`person_id = any (${ids}::uuid[])`)
    .where('compartment', '=', 'contact')
    .orderBy('ordinal')
    .execute()
  const names = new Map<string, string[]>()
  for (const { person_id, text } of rows) {
    const known = names.get(person_id) ?? []
    if (!known.includes(text)) names.set(person_id, [...known, text])
  }
  return names
}

async function households(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['m.person_id', 'h.name'])
    .where(sql<boolean>`m.person_id = any (${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.person_id, row.name]))
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
