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
import { type Cells, copied } from '../../platform/exports/copied.ts'
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
  for await (const people of grouped(copied(ctx, register(ctx, filter)))) {
    yield {
      shown: people.map(person => person.id),
      rows: people.map(({ label, spellings, sex, birth, area, household, updated }) => [
        label,
        spellings.filter(name => name !== label).join('; '),
        sexText(sex, language),
        birthText(birth, language),
        ageText(birth, today),
        areaName(area),
        household,
        updated,
      ]),
    }
  }
}

/** A row for each spelling of a person: the database joins all of them at once, and gathering them here is cheap. */
function register(ctx: Context, filter: PersonFilter) {
  const all = store
    .filtered(ctx, filter)
    .leftJoin('people.names as n', join =>
      join.onRef('n.person_id', '=', 'p.id').on('n.compartment', '=', 'contact'),
    )
    // Joined to each other first: the policies of both are then asked once, and not once a person.
    .leftJoin(
      eb =>
        eb
          .selectFrom('people.household_members as m')
          .innerJoin('people.households as h', 'h.id', 'm.household_id')
          .select(['m.person_id', 'h.name'])
          .where('m.valid_to', 'is', null)
          .as('home'),
      join => join.onRef('home.person_id', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.label',
      'p.sex',
      'p.birth',
      'p.area_code',
      sql<string>`to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD')`.as('updated'),
      sql<string>`concat_ws(' ', n.family, n.given, n.patronymic)`.as('spelling'),
      'home.name as household',
    ])
  const sorted =
    filter.sort === 'updated'
      ? all.orderBy('p.updated_at', 'desc').orderBy('p.id', 'desc')
      : all.orderBy('p.sort_key').orderBy('p.id')
  return sorted.orderBy('n.ordinal')
}

interface Entry {
  id: string
  label: string
  sex: Sex
  birth: BirthDate
  area: string
  updated: string
  spellings: string[]
  household: string
}

/** One entry a person, from rows that stand beside each other. */
async function* grouped(parts: AsyncIterable<Cells[]>): AsyncGenerator<Entry[]> {
  let last: Entry | undefined
  for await (const part of parts) {
    const whole: Entry[] = []
    for (const cells of part) {
      const entry = entryOf(cells)
      if (last && last.id === entry.id) {
        last.spellings.push(...entry.spellings.filter(name => !last?.spellings.includes(name)))
        continue
      }
      if (last) whole.push(last)
      last = entry
    }
    yield whole
  }
  if (last) yield [last]
}

function entryOf([id, label, sex, birth, area, updated, spelling, household]: Cells): Entry {
  return {
    id: id ?? '',
    label: label ?? '',
    sex: sex as Sex,
    // Written by this slice, checked by this very shape.
    birth: JSON.parse(birth ?? '') as BirthDate,
    area: area ?? '',
    updated: updated ?? '',
    spellings: spelling ? [spelling] : [],
    household: household ?? '',
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
