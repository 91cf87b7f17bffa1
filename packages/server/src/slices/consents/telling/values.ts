/**
 * What the file says of each field that can be told, in the language of whoever is told. Read under the policies of the actor: a
 * section that is shut gives nothing.
 */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { fieldFacts, type ToldField } from '@kerege/contract/consents/recipients'
import { ageOn, birthText, nameText, shownName } from '@kerege/contract/people/rules'
import type { ContactSection, Disability, IdentitySection, PersonName } from '@kerege/contract/people/schema'
import { disabilityDomains } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { openMessages } from '../../../platform/messages.ts'
import { carersOf } from '../store.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

export type Values = Partial<Record<ToldField, string>>

export async function valuesOf(
  ctx: Context,
  personId: string,
  fields: readonly ToldField[],
  language: Language,
): Promise<Values> {
  const parts = new Set<string>(fields.map(field => fieldFacts[field].compartment))
  const found: Values = {
    ...(parts.has('contact') ? await contactValues(ctx, personId, language) : {}),
    ...(parts.has('identity') ? await identityValues(ctx, personId, language) : {}),
    ...(parts.has('kinship') ? await kinshipValues(ctx, personId) : {}),
    ...(parts.has('health') ? await healthValues(ctx, personId, language) : {}),
  }
  return Object.fromEntries(
    fields.flatMap(field =>
      found[field] && fieldFacts[field].from === 'register' ? [[field, found[field]]] : [],
    ),
  )
}

const names = (ctx: Context, personId: string, compartment: 'contact' | 'identity') =>
  ctx.tx
    .selectFrom('people.names')
    .select(['family', 'given', 'patronymic', 'script', 'use', 'source'])
    .where('person_id', '=', personId)
    .where('compartment', '=', compartment)
    .orderBy('ordinal')
    .execute() as Promise<unknown> as Promise<PersonName[]> // shapes that the register let in

async function contactValues(ctx: Context, personId: string, language: Language): Promise<Values> {
  const row = await ctx.tx
    .selectFrom('people.persons')
    .select(['birth', 'sex', 'languages', 'contacts'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return {}
  const section = row as unknown as Pick<ContactSection, 'birth' | 'sex' | 'languages' | 'contacts'>
  const shown = shownName(await names(ctx, personId, 'contact'))
  const age = ageOn(section.birth, today(ctx))
  const speak = new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'code' })
  return filled({
    name: shown && nameText(shown),
    // As exactly as it is known: 14.03.2017, 03.2017, ~2017.
    birth: birthText(section.birth)?.split('-').reverse().join('.'),
    age: age && (age.min === age.max ? String(age.min) : `${age.min}–${age.max}`),
    sex:
      section.sex === 'female' || section.sex === 'male' ? words(language, `sex.${section.sex}`) : undefined,
    languages: section.languages.map(({ tag }) => speak.of(tag) ?? tag).join(', '),
    // What is never to be mentioned is not told to anybody.
    reach: section.contacts
      .filter(one => one.discretion !== 'never-mention')
      .map(one => (one.belongsTo ? `${one.value} (${one.belongsTo})` : one.value))
      .join('; '),
  })
}

async function identityValues(ctx: Context, personId: string, language: Language): Promise<Values> {
  const row = await ctx.tx
    .selectFrom('people.identities')
    .select('citizenships')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const numbers = await ctx.tx
    .selectFrom('people.identifiers')
    .select(['system', 'value'])
    .where('person_id', '=', personId)
    .orderBy('ordinal')
    .execute()
  const official = await names(ctx, personId, 'identity')
  const [first] = [...official.filter(one => one.use === 'official'), ...official]
  const regions = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'code' })
  const systems = ctx.node.profile.identifierSystems
  const citizenships = (row?.citizenships ?? []) as IdentitySection['citizenships']
  return filled({
    'official-name': first && nameText(first),
    citizenship: citizenships
      .filter(one => one.standing === 'proved' || one.standing === 'claimed')
      .map(
        one => `${regions.of(one.country) ?? one.country} (${words(language, `standing.${one.standing}`)})`,
      )
      .join(', '),
    identifiers: numbers
      .map(({ system, value }) => {
        const known = systems.find(one => one.system === system)
        return `${known ? textIn(known.name, language).text : system}: ${value}`
      })
      .join('; '),
  })
}

async function kinshipValues(ctx: Context, personId: string): Promise<Values> {
  const carers = await carersOf(ctx, personId)
  const home = await ctx.tx
    .selectFrom('people.household_members as me')
    .innerJoin('people.household_members as m', 'm.household_id', 'me.household_id')
    .innerJoin('people.persons as p', 'p.id', 'm.person_id')
    .select('p.label')
    .where('me.person_id', '=', personId)
    .where('me.valid_to', 'is', null)
    .where('m.valid_to', 'is', null)
    .where('m.person_id', '<>', personId)
    .orderBy('p.sort_key')
    .execute()
  return filled({
    carers: carers.map(one => one.name).join(', '),
    household: home.map(row => row.label).join(', '),
  })
}

async function healthValues(ctx: Context, personId: string, language: Language): Promise<Values> {
  const row = await ctx.tx
    .selectFrom('people.healths')
    .select('disability')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const told = row?.disability as z.infer<typeof Disability> | null | undefined
  if (!told) return {}
  const hard = disabilityDomains.filter(one => ['some', 'a-lot', 'cannot'].includes(told[one]))
  return filled({
    functioning: hard
      .map(one => `${words(language, `functioning.${one}`)}: ${words(language, `difficulty.${told[one]}`)}`)
      .join('; '),
  })
}

const filled = (values: Partial<Record<ToldField, string | null | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value ? [[field, value]] : [])))

/** Words of the journey that are open to the actor: none of them stands in what is told. */
export async function journeyWords(ctx: Context, personId: string): Promise<string[]> {
  const places = await ctx.tx
    .selectFrom('people.journeys')
    .select(sql<string | null>`birth_place ->> 'place'`.as('place'))
    .where('person_id', '=', personId)
    .execute()
  return places.flatMap(({ place }) => (place && place.length >= 4 ? [place.toLocaleLowerCase()] : []))
}
