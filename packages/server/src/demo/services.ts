/**
 * The invented directory of a state: nineteen services of eleven bodies in its languages, with places in the demo's own districts. Some
 * were checked last month, some long ago, one never; one is closed for a time.
 */
import type { Language, MultiText } from '@kerege/contract/common'
import type { GoalDomain } from '@kerege/contract/plans/domains'
import type { Hours, OrganisationKind } from '@kerege/contract/services/schema'
import type pg from 'pg'
import { copyRows, type Value } from './copy.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { pools } from './names/forms.ts'
import { type Random, random } from './random.ts'
import {
  bodies,
  type BodyKey,
  bodyNames,
  type DirectoryWords,
  offerAbout,
  type OfferKey,
  offerNames,
  offers,
} from './serviceTexts.ts'
import { states } from './states.ts'
import type { DemoNode, DemoState } from './types.ts'

/** What kind of body; and an account of who answers for it inside, where its people work here. */
const kinds: Readonly<Record<BodyKey, readonly [OrganisationKind, string | undefined]>> = {
  school: ['school', 'teacher'],
  clinic: ['clinic', 'doctor'],
  psychology: ['clinic', 'psychologist'],
  social: ['social-service', undefined],
  guardianship: ['guardianship-body', 'guardianship-officer'],
  legal: ['legal-aid', 'lawyer'],
  registry: ['registry', undefined],
  ngo: ['ngo', 'ngo-worker'],
  reeds: ['ngo', undefined],
  work: ['employer', undefined],
  city: ['social-service', 'supervisor-city'],
}

interface Offer {
  readonly of: BodyKey
  readonly domains: readonly GoalDomain[]
  readonly ages?: readonly [number | undefined, number | undefined]
  /** Only in the first region; otherwise the whole state. */
  readonly near?: boolean
  readonly hours?: 'week' | 'afternoons' | 'tuesday' | 'always'
  /** How long ago it was checked; never where nothing stands. */
  readonly checked?: number
  readonly paused?: boolean
}
const facts: Readonly<Record<OfferKey, Offer>> = {
  place: { of: 'school', domains: ['education'], ages: [6, 18], near: true, checked: 20 },
  lessons: { of: 'school', domains: ['education'], ages: [7, 17], near: true, hours: 'afternoons', checked: 45 },
  nursery: { of: 'school', domains: ['education', 'family'], ages: [2, 6], near: true, checked: 290 },
  'children-doctor': { of: 'clinic', domains: ['health'], ages: [0, 17], hours: 'tuesday', checked: 12 },
  vaccination: { of: 'clinic', domains: ['health'], ages: [0, 17], checked: 12 },
  exercises: { of: 'clinic', domains: ['health'], ages: [0, 18], near: true, hours: 'afternoons', checked: 230 },
  'child-talks': { of: 'psychology', domains: ['psychosocial'], ages: [4, 17], checked: 30 },
  'parent-talks': { of: 'psychology', domains: ['psychosocial', 'family'], ages: [18, undefined], checked: 30 },
  allowance: { of: 'social', domains: ['livelihood'], checked: 70 },
  shelter: { of: 'social', domains: ['housing'], near: true, checked: 400, paused: true },
  clothes: { of: 'reeds', domains: ['livelihood', 'education'], checked: 90 },
  guardian: { of: 'guardianship', domains: ['family', 'protection'], checked: 60 },
  'papers-help': { of: 'legal', domains: ['law', 'papers'], checked: 25 },
  'birth-record': { of: 'registry', domains: ['papers'], checked: 110 },
  courses: { of: 'work', domains: ['livelihood'], ages: [16, undefined], near: true, checked: 50 },
  circle: { of: 'ngo', domains: ['community'], ages: [16, undefined], near: true, hours: 'afternoons', checked: 15 },
  job: { of: 'work', domains: ['livelihood'], ages: [18, undefined] },
  hotline: { of: 'reeds', domains: ['protection', 'psychosocial'], ages: [undefined, 17], hours: 'always', checked: 200 },
  families: { of: 'city', domains: ['family', 'housing', 'livelihood'], near: true, checked: 35 },
} // biome-ignore format: a table

const workdays: Hours['days'] = ['MO', 'TU', 'WE', 'TH', 'FR']
const hours: Readonly<Record<NonNullable<Offer['hours']>, Hours[]>> = {
  week: [{ days: workdays, opens: '09:00', closes: '18:00' }],
  afternoons: [{ days: ['MO', 'WE', 'FR'], opens: '14:00', closes: '17:00' }],
  tuesday: [
    { days: ['TU'], opens: '08:00', closes: '13:00' },
    { days: ['TH'], opens: '14:00', closes: '17:00' },
  ],
  always: [{ days: [...workdays, 'SA', 'SU'], opens: '00:00', closes: '23:59' }],
}

/** Once: what was written or checked meanwhile stays. */
export async function fillServices(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const chance = random(seed).fork(`services ${state}`)
  const { language, regions, phone, address, mainTradition } = states[state]
  const keeper = demo.accounts.find(one => one.role === 'nationalCoordinator')
  if (!keeper) return
  const said = inLanguages([language, 'ru', 'en'])
  const began = addDays(today, -500)
  const at = momentOf(began, 36_000)
  const id = () => chance.id(idTime(timeOf(began), today))
  const ids = new Map(bodies.map(key => [key, id()]))
  const phones = new Map(bodies.map(key => [key, phone(chance)]))
  await copyRows(
    client,
    'services.organisations',
    'id name label kind phone email agency_id created_by created_at updated_at'.split(' '),
    bodies.map((key): Value[] => {
      const [kind, who] = kinds[key]
      const inside = who && demo.accounts.find(one => one.key === who)?.agencyId
      const name = bodyNames[key]
      const mail = `${key}@${state}.example`
      return [
        ids.get(key),
        said(name),
        textOf(name, language),
        kind,
        phones.get(key),
        mail,
        inside,
        keeper.id,
        at,
        at,
      ]
    }),
  )
  const rows = offers.map(key => ({ key, id: id(), offer: facts[key] }))
  await copyRows(
    client,
    'services.services',
    `id organisation_id name description min_age max_age languages domains areas cost phone state verified_on verified_by words
      created_by created_at updated_at`.split(/\s+/),
    rows.map(({ key, id: own, offer }): Value[] => {
      const [name, about, body] = [offerNames[key], offerAbout[key], bodyNames[offer.of]]
      const words = [name, body, about].flatMap(one =>
        [language, 'ru', 'en'].map(tag => textOf(one, tag as Language)),
      )
      return [
        ...[own, ids.get(offer.of), said(name), said(about), offer.ages?.[0], offer.ages?.[1]],
        ...[[language, 'ru'], offer.domains, offer.near ? [regions[0] ?? ''] : []],
        ...['free', phones.get(offer.of), offer.paused ? 'paused' : 'open'],
        ...(offer.checked === undefined ? [null, null] : [addDays(today, -offer.checked), keeper.id]),
        ...[words.join('\n').toLocaleLowerCase(), keeper.id, at, at],
      ]
    }),
  )
  // Of its own, so that what was invented before stays as it is.
  const points = chance.fork('points')
  await copyRows(
    client,
    'services.places',
    'service_id id ordinal area address hours latitude longitude'.split(' '),
    rows
      .filter(({ offer }) => offer.hours !== 'always')
      .flatMap(({ key, id: own, offer }) =>
        demo.areas
          .filter(area => area.parent === regions[0])
          .slice(0, offer.near ? 1 : 2)
          .map((area, ordinal): Value[] => {
            const village = chance.pick(pools[mainTradition].stems)
            return [
              ...[own, id(), ordinal, area.code, address(village, streets[state], chance.int(1, 60))],
              JSON.stringify(hours[offer.hours ?? 'week']),
              // A shelter is not for everybody to find.
              ...(key === 'shelter' ? [null, null] : pointIn(points, state, ordinal)),
            ]
          }),
      ),
  )
}

/** About the middle of the first region; the districts around it are invented, and so is every door. */
const middles: Readonly<Record<DemoState, readonly [latitude: number, longitude: number]>> = {
  kz: [44.1, 52.6],
  kg: [42.8, 74.6],
  tj: [38.55, 68.75],
  uz: [37.95, 67.55],
}

/** Somewhere in the district of this number. */
function pointIn(chance: Random, state: DemoState, district: number): [number, number] {
  const [latitude, longitude] = middles[state]
  const off = (most: number) => chance.int(-most, most) / 10_000
  return [round(latitude + district * 0.19 + off(700)), round(longitude + district * 0.3 + off(1100))]
}
const round = (degrees: number) => Number(degrees.toFixed(4))

const streets: Readonly<Record<DemoState, string>> = { kz: 'Бұлақ', kg: 'Булак', tj: 'Чашма', uz: 'Buloq' }

const textOf = (words: DirectoryWords, language: Language): string =>
  language === 'tk' ? words.en : words[language]
const inLanguages =
  (languages: readonly Language[]) =>
  (words: DirectoryWords): MultiText =>
    Object.fromEntries(
      languages.map(language => [language, { text: textOf(words, language), state: 'draft' }]),
    )
