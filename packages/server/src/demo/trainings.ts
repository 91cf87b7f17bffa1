/**
 * Invented trainings at the hub: two that were held, with attendance, answers and certificates, one open for registration, one
 * study visit, what five states need, ten curricula, a board and a roster. Written by COPY, as of the day around which the demo lies.
 */
import { randomUUID } from 'node:crypto'
import type { MultiText } from '@kerege/contract/common'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import * as words from './trainingTexts.ts'
import { drafted, type Texts } from './texts.ts'
import type { DemoAccount, DemoNode } from './types.ts'

interface Stage {
  client: pg.Client
  demo: DemoNode
  today: string
  who: (key: string) => DemoAccount
  country: (account: DemoAccount) => string | null
}

/** Once: what people changed or made stays as it is. */
export async function fillTrainings(client: pg.Client, demo: DemoNode, today: string): Promise<void> {
  const there = await client.query('select 1 from practices.training_events limit 1')
  if (there.rowCount !== 0) return
  const who = (key: string) => {
    const found = demo.accounts.find(account => account.key === key)
    if (!found) throw new Error(`There is no ${key} in the demo.`)
    return found
  }
  const country = (account: DemoAccount) =>
    demo.agencies.find(agency => agency.id === account.agencyId)?.country ?? null
  const stage: Stage = { client, demo, today, who, country }
  await client.query('begin')
  const curricula = await writeCurricula(stage)
  await writeNeeds(stage)
  const roster = await writeRoster(stage)
  await writeBoard(stage)
  await held(stage, { ...first, curriculum: curricula[0], trainer: roster.get('expert-kz') })
  await held(stage, { ...second, curriculum: curricula[2], trainer: roster.get('expert-kg') })
  await open(stage, curricula[1])
  await studyVisit(stage)
  await client.query('commit')
}

const at = (day: string, hour: number, minute = 0) => momentOf(day, hour * 3600 + minute * 60)

const someTexts = (of: Partial<Texts>): MultiText =>
  Object.fromEntries(Object.entries(of).map(([language, text]) => [language, { text, state: 'draft' }]))

async function writeCurricula({ client, who, today }: Stage): Promise<string[]> {
  const rows = words.curricula.map((one, index) => {
    const account = who(one.by)
    const content = {
      title: someTexts(one.title),
      aims: someTexts(one.aims),
      domains: one.domains,
      professions: one.professions,
      languages: one.languages,
      hours: one.hours,
      modules: one.modules.map(([title, hours]) => ({ title: someTexts(title), hours })),
      materials: [
        { title: 'Handout (invented)', url: `https://material.example/${index + 1}`, language: 'ru' },
      ],
      licence: index % 3 === 2 ? 'ask' : 'CC-BY-4.0',
      practiceIds: [],
    }
    return { id: newId(), account, content, when: at(addDays(today, -300 + index * 20), 6) }
  })
  await copyRows(
    client,
    'practices.curricula',
    [
      ...['id', 'agency_id', 'account_id', 'content', 'domains', 'professions', 'languages'],
      ...['created_at', 'updated_at'],
    ],
    rows.map(({ id, account, content, when }) => [
      ...[id, account.agencyId, account.id, content],
      ...[content.domains, content.professions, content.languages, when, when],
    ]),
  )
  await copyRows(
    client,
    'practices.curriculum_versions',
    ['curriculum_id', 'number', 'content', 'account_id', 'at'],
    rows.map(({ id, account, content, when }) => [id, 1, content, account.id, when]),
  )
  return rows.map(row => row.id)
}

type Need = readonly [Profession, string, string, number, number]
const needs: Readonly<Record<string, readonly Need[]>> = {
  'delegate-kz': [
    ['psychologist', 'psychosocial', 'kk', 40, 200],
    ['social-worker', 'family', 'kk', 60, 300],
    ['teacher', 'education', 'ru', 25, 150],
  ],
  'delegate-kg': [
    ['teacher', 'education', 'ky', 30, 120],
    ['psychologist', 'psychosocial', 'ky', 18, 200],
    ['guardianship', 'protection', 'ru', 12, 250],
  ],
  'delegate-tj': [
    ['psychologist', 'psychosocial', 'tg', 35, 180],
    ['psychologist', 'psychosocial', 'ru', 2, 200],
    ['lawyer', 'papers', 'tg', 14, 150],
    ['case-manager', 'family', 'ru', 22, 260],
  ],
  'delegate-tm': [
    ['doctor', 'health', 'tk', 20, 220],
    ['social-worker', 'psychosocial', 'ru', 10, 200],
  ],
  'delegate-uz': [
    ['psychologist', 'psychosocial', 'uz', 50, 200],
    ['lawyer', 'papers', 'uz', 24, 160],
    ['social-worker', 'livelihood', 'uz', 32, 300],
    ['social-worker', 'psychosocial', 'ru', 15, 200],
  ],
}

async function writeNeeds({ client, who, today }: Stage) {
  const rows = Object.entries(needs).flatMap(([key, list], index) => {
    const { id, agencyId } = who(key)
    const shape = (share: number) =>
      list.map(([profession, domain, language, people, days]) => ({
        ...{ profession, domain, language, people: Math.round(people * share) },
        by: addDays(today, days),
      }))
    const row = (number: number, days: number, share: number) => [
      ...[newId(), agencyId, number, addDays(today, days), JSON.stringify(shape(share)), id],
      at(addDays(today, days), 7),
    ]
    // Two have revised their answer.
    return index < 2 ? [row(1, -400, 1.3), row(2, -270, 1)] : [row(1, -260 + index * 5, 1)]
  })
  await copyRows(
    client,
    'practices.training_needs',
    ['id', 'agency_id', 'number', 'as_of', 'rows', 'account_id', 'at'],
    rows,
  )
}

const experts = [
  ['expert-kz', ['psychosocial', 'protection'], ['kk', 'ru'], ['train', 'mentor']],
  ['expert-kg', ['education'], ['ky', 'ru'], ['train', 'deploy']],
  ['expert-tj', ['family', 'community'], ['tg', 'ru'], ['train', 'review']],
  ['expert-uz', ['livelihood', 'papers'], ['uz', 'ru', 'en'], ['mentor', 'deploy']],
] as const

async function writeRoster({ client, who, country, today, demo }: Stage): Promise<Map<string, string>> {
  const ids = new Map(experts.map(([key]) => [key as string, newId()]))
  const focal = (account: DemoAccount) =>
    demo.accounts.find(one => one.role === 'delegate' && country(one) === country(account))?.id ?? null
  await copyRows(
    client,
    'practices.roster',
    [
      ...['id', 'account_id', 'agency_id', 'domains', 'languages', 'gives', 'held', 'confirmed_by'],
      ...['confirmed_at', 'created_at', 'updated_at'],
    ],
    experts.map(([key, domains, languages, gives], index) => {
      const account = who(key)
      // The last one waits for their state.
      const confirmed = index < 3
      const when = at(addDays(today, -320 + index), 8)
      return [
        ...[ids.get(key), account.id, account.agencyId, domains, languages, gives],
        JSON.stringify([
          { title: 'Two days for colleagues (invented)', year: Number(today.slice(0, 4)) - 2 },
        ]),
        ...[confirmed ? focal(account) : null, confirmed ? when : null, when, when],
      ]
    }),
  )
  await copyRows(
    client,
    'practices.roster_periods',
    ['id', 'entry_id', 'from_day', 'until_day'],
    experts.map(([key], index) => [
      ...[newId(), ids.get(key), addDays(today, 20 + index * 10), addDays(today, 110 + index * 10)],
    ]),
  )
  await writeDeployments({ client, who, country, today }, focal)
  return ids
}

async function writeDeployments(
  { client, who, country, today }: Omit<Stage, 'demo'>,
  focal: (account: DemoAccount) => string | null,
) {
  const asker = who('delegate-tj')
  const expert = who('expert-kg')
  const make = async (
    state: string,
    from: number,
    steps: readonly (readonly [string, string | null, string?])[],
  ) => {
    const id = newId()
    const asked = Math.min(from - 40, -3)
    const when = at(addDays(today, asked), 9)
    await copyRows(
      client,
      'practices.deployments',
      [
        ...['id', 'account_id', 'country', 'agency_id', 'asked_by', 'gives', 'title', 'place'],
        ...['from_day', 'until_day', 'state', 'created_at', 'updated_at'],
      ],
      [
        [
          ...[id, expert.id, country(expert), asker.agencyId, asker.id, 'deploy'],
          ...[drafted(words.said.deployment), 'Khujand', addDays(today, from), addDays(today, from + 30)],
          ...[state, when, when],
        ],
      ],
    )
    await copyRows(
      client,
      'practices.deployment_steps',
      ['id', 'deployment_id', 'number', 'state', 'account_id', 'words', 'at'],
      steps.map(([to, by, said], index) => [
        ...[newId(), id, index + 1, to, by, said ?? null, at(addDays(today, asked + index * 8), 9)],
      ]),
    )
  }
  await make('ended', -150, [
    ['asked', asker.id, words.said.whyTj],
    ['offered', expert.id],
    ['agreed', focal(expert)],
    ['under-way', expert.id],
    ['ended', expert.id, words.said.deploymentReport],
  ])
  await make('asked', 60, [['asked', asker.id, words.said.whyTj]])
}

async function writeBoard({ client, who, today }: Stage) {
  const wish = (
    kind: 'request' | 'offer',
    key: string,
    title: Texts,
    facts: readonly [
      domains: readonly string[],
      professions: readonly string[],
      languages: readonly string[],
    ],
    [people, from, until]: readonly [number, number, number],
  ) => {
    const account = who(key)
    const when = at(addDays(today, -from), 6)
    return [
      ...[newId(), kind, account.agencyId, account.id, drafted(title), ...facts, people],
      ...[addDays(today, 10), addDays(today, until), 'open', when, when],
    ]
  }
  const psychology = [['psychosocial'], ['psychologist'], ['ru', 'kk']] as const
  const rows = [
    wish('request', 'practitioner-tj', words.said.request, psychology, [12, 6, 200]),
    wish('offer', 'delegate-kg', words.titles.firstTalk, psychology, [16, 4, 160]),
    wish('request', 'delegate-tm', words.titles.papersPath, [['papers'], ['lawyer'], ['ru']], [8, 9, 150]),
    wish('offer', 'delegate-uz', words.titles.papersPath, [['papers'], [], ['uz', 'ru']], [20, 12, 240]),
  ]
  await copyRows(
    client,
    'practices.training_wishes',
    [
      ...['id', 'kind', 'agency_id', 'account_id', 'title', 'domains', 'professions', 'languages'],
      ...['people', 'from_day', 'until_day', 'state', 'created_at', 'updated_at'],
    ],
    rows,
  )
  const answerer = who('delegate-kg')
  await copyRows(
    client,
    'practices.training_wish_answers',
    ['id', 'wish_id', 'agency_id', 'account_id', 'words', 'state', 'at'],
    [
      [
        ...[newId(), rows[0]?.[0], answerer.agencyId, answerer.id, words.said.answer, 'asked'],
        at(addDays(today, -2), 8),
      ],
    ],
  )
}

interface EventFacts {
  key: string
  kind?: 'training' | 'study-visit'
  title: Texts
  domains: readonly string[]
  professions: readonly Profession[]
  languages: readonly string[]
  country: string
  city: string
  zone: string
  from: number
  days: number
  places: number
  quotas?: Readonly<Record<string, number>>
  curriculum?: string | undefined
  trainer?: string | undefined
  state?: string
  followUp?: number
}

const eventColumns = [
  ...['id', 'kind', 'agency_id', 'account_id', 'title', 'domains', 'professions', 'languages', 'country'],
  ...['city', 'zone', 'from_day', 'until_day', 'register_until', 'places', 'quotas', 'curriculum_id'],
  ...['share', 'state', 'follow_up_at', 'created_at', 'updated_at'],
]

/** The training with its programme: each day a morning of four hours, by UTC five hours before the clock of the host. */
async function writeEvent({ client, who, today }: Stage, facts: EventFacts) {
  const { key, from, days, followUp } = facts
  const id = newId()
  const account = who(key)
  const first = addDays(today, from)
  const when = at(addDays(today, Math.min(from - 60, -5)), 7)
  await copyRows(client, 'practices.training_events', eventColumns, [
    [
      ...[id, facts.kind ?? 'training', account.agencyId, account.id, drafted(facts.title), facts.domains],
      ...[facts.professions, facts.languages, facts.country, facts.city, facts.zone, first],
      ...[addDays(first, days - 1), addDays(first, -7), facts.places, JSON.stringify(facts.quotas ?? {})],
      ...[facts.curriculum ?? null, 80, facts.state ?? 'open'],
      ...[followUp === undefined ? null : at(addDays(today, followUp), 2), when, when],
    ],
  ])
  await copyRows(
    client,
    'practices.training_rooms',
    ['event_id', 'venue', 'url'],
    [[id, 'Street of the Invented 5, hall 2', 'https://meet.example/training']],
  )
  const titles = [words.titles.day1, words.titles.day2, words.titles.day3]
  const sessions = Array.from({ length: days }, (_, index) => ({
    id: newId(),
    title: titles[index % titles.length] ?? words.titles.day1,
    day: addDays(first, index),
  }))
  await copyRows(
    client,
    'practices.training_sessions',
    ['id', 'event_id', 'title', 'starts_at', 'ends_at'],
    sessions.map(one => [one.id, id, drafted(one.title), at(one.day, 4), at(one.day, 8)]),
  )
  const { trainer } = facts
  if (trainer) {
    await copyRows(
      client,
      'practices.training_trainers',
      ['session_id', 'entry_id'],
      sessions.map(one => [one.id, trainer]),
    )
  }
  const questions = words.questions.map((one, position) => ({ ...one, id: newId(), position }))
  await copyRows(
    client,
    'practices.training_questions',
    ['id', 'event_id', 'position', 'kind', 'text', 'options'],
    questions.map(one => [
      ...[one.id, id, one.position, one.kind, drafted(one.text)],
      JSON.stringify(one.options.map(drafted)),
    ]),
  )
  return { id, account, sessions, questions, first, last: addDays(first, days - 1) }
}

type Coming = readonly [key: string, profession: Profession, language: string, words: string]
const practitioners: readonly Coming[] = [
  ['practitioner-kz', 'social-worker', 'kk', words.said.whyKz],
  ['practitioner-tj', 'psychologist', 'ru', words.said.whyTj],
  ['practitioner-tm', 'social-worker', 'ru', words.said.whyTm],
  ['practitioner-uz', 'social-worker', 'ru', words.said.whyUz],
  ['expert-tj', 'psychologist', 'ru', words.said.whyTj],
  ['expert-uz', 'social-worker', 'ru', words.said.whyUz],
  ['expert', 'trainer', 'ru', words.said.whyKz],
]

async function register(
  { client, who, country, demo }: Stage,
  eventId: string,
  list: readonly (readonly [Coming, string])[],
  when: string,
) {
  const rows = list.map(([[key, profession, language, why], state]) => {
    const account = who(key)
    const home = country(account)
    const focal = demo.accounts.find(one => one.role === 'delegate' && country(one) === home && home)
    const nominated = state !== 'asked'
    return {
      id: newId(),
      account,
      cells: [
        ...[account.id, account.agencyId, home, profession, language, why, state, when],
        ...[nominated ? (focal?.id ?? null) : null, nominated ? when : null],
      ],
    }
  })
  await copyRows(
    client,
    'practices.training_registrations',
    [
      ...['id', 'event_id', 'account_id', 'agency_id', 'country', 'profession', 'language', 'words', 'state'],
      ...['asked_at', 'nominated_by', 'nominated_at'],
    ],
    rows.map(row => [row.id, eventId, ...row.cells]),
  )
  return rows
}

const first: EventFacts = {
  key: 'delegate-kz',
  title: words.titles.firstTalk,
  domains: ['psychosocial'],
  professions: ['psychologist', 'social-worker'],
  languages: ['ru', 'kk'],
  country: 'KZ',
  city: 'Astana',
  zone: 'Asia/Almaty',
  from: -228,
  days: 3,
  places: 12,
  followUp: -42,
}
const second: EventFacts = {
  key: 'delegate-kg',
  title: words.titles.schoolMonth,
  domains: ['education'],
  professions: ['teacher', 'social-worker'],
  languages: ['ru', 'kk'],
  country: 'KG',
  city: 'Osh',
  zone: 'Asia/Bishkek',
  from: -90,
  days: 2,
  places: 10,
}

/** With who was there, what the group answered, certificates, and for the first the look back and the report. */
async function held(stage: Stage, facts: EventFacts) {
  const { client, today } = stage
  const event = await writeEvent(stage, facts)
  const people = await register(
    stage,
    event.id,
    practitioners.map(one => [one, 'confirmed'] as const),
    at(addDays(event.first, -20), 6),
  )
  await copyRows(
    client,
    'practices.training_attendance',
    ['session_id', 'registration_id', 'present', 'noted_by', 'at'],
    // One was away for a day, and has no certificate.
    people.flatMap((one, who) =>
      event.sessions.map((session, index) => [
        ...[session.id, one.id, who !== 6 || index !== 0, event.account.id, at(session.day, 5)],
      ]),
    ),
  )
  const [scale, choice] = event.questions
  const answers = (phase: 'before' | 'after', values: readonly number[]) =>
    values.map((value, index) => [
      ...[randomUUID(), event.id, phase],
      JSON.stringify([
        { questionId: scale?.id, value },
        { questionId: choice?.id, value: (index + (phase === 'after' ? 1 : 0)) % 3 },
      ]),
    ])
  await copyRows(
    client,
    'practices.training_answers',
    ['id', 'event_id', 'phase', 'answers'],
    [...answers('before', [1, 2, 2, 3, 2, 3]), ...answers('after', [4, 4, 3, 5, 4, 4])],
  )
  const year = Number(event.last.slice(0, 4))
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(number), 0) as last from practices.certificates where year = $1',
    [year],
  )
  await copyRows(
    client,
    'practices.certificates',
    ['id', 'registration_id', 'year', 'number', 'code', 'holder', 'hours', 'issued_by', 'issued_at'],
    people
      .slice(0, 6)
      .map((one, index) => [
        ...[newId(), one.id, year, (rows[0]?.last ?? 0) + index + 1, inventedCode(), one.account.name],
        ...[event.sessions.length * 4, event.account.id, at(addDays(event.last, 1), 6)],
      ]),
  )
  if (facts.followUp === undefined) return
  await copyRows(
    client,
    'practices.training_follow_ups',
    ['registration_id', 'event_id', 'used', 'used_words', 'hindered', 'hindered_words'],
    people
      .slice(0, 6)
      .map((one, index) => [
        ...[one.id, event.id, index < 2 ? 'much' : index < 5 ? 'some' : 'not-yet'],
        words.said.used[index] ?? null,
        [index % 2 === 0 ? 'time' : 'material'],
        words.said.obstacles[index] ?? null,
      ]),
  )
  await copyRows(
    client,
    'practices.training_lessons',
    ['event_id', 'sections', 'drafted', 'shared', 'account_id', 'updated_at'],
    [
      [
        ...[event.id, { worked: drafted(words.said.worked), next: drafted(words.said.next) }, {}, true],
        ...[event.account.id, at(addDays(today, -10), 6)],
      ],
    ],
  )
}

const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const inventedCode = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => codeSigns[byte % 32]).join('')

async function open(stage: Stage, curriculum: string | undefined) {
  const facts: EventFacts = {
    key: 'delegate-uz',
    title: words.titles.papersPath,
    domains: ['papers'],
    professions: ['lawyer', 'case-manager'],
    languages: ['ru', 'uz'],
    country: 'UZ',
    city: 'Tashkent',
    zone: 'Asia/Tashkent',
    from: 33,
    days: 3,
    places: 4,
    quotas: { TJ: 1, KG: 1 },
    curriculum,
  }
  const event = await writeEvent(stage, facts)
  const by = (index: number) => practitioners[index] ?? practitioners[0]
  const list = [
    [by(0), 'confirmed'],
    [by(1), 'nominated'],
    [by(4), 'waiting'],
    [by(2), 'asked'],
  ].flatMap(([coming, state]) => (coming ? [[coming, state] as [Coming, string]] : []))
  await register(stage, event.id, list, at(addDays(stage.today, -3), 6))
}

async function studyVisit(stage: Stage) {
  await writeEvent(stage, {
    key: 'delegate-tj',
    kind: 'study-visit',
    title: words.titles.visit,
    domains: ['family', 'community'],
    professions: ['manager', 'social-worker'],
    languages: ['ru', 'tg'],
    country: 'TJ',
    city: 'Dushanbe',
    zone: 'Asia/Dushanbe',
    from: 70,
    days: 5,
    places: 8,
    quotas: { KZ: 2, KG: 2, UZ: 2 },
  })
}
