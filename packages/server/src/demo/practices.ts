/**
 * The library of the demo: what is publicly reported, led through an invented review by the hub's invented people, so that some
 * of it stands in every state. Done through the hub's own ways in; safe to repeat.
 */
import { listPractices, makePractice, submitPractice } from '@kerege/contract/practices/record/routes'
import type { Recommendation } from '@kerege/contract/practices/review/rules'
import {
  answerInvitation,
  archivePractice,
  giveReview,
  inviteReviewer,
  publishPractice,
  retractPractice,
  sendBack,
  setReviewerProfile,
} from '@kerege/contract/practices/review/routes'
import { criteria } from '@kerege/contract/practices/rules'
import { newId } from '../platform/ids.ts'
import type { Do } from './council.ts'
import { practiceSeeds } from './practiceSeeds/index.ts'
import { drafted, texts } from './texts.ts'
import { adviceTexts, authorTexts, reasonTexts } from './practiceTexts.ts'
import type { DemoAccount } from './types.ts'

interface Hub {
  by: (key: string) => Promise<Do>
  people: ReadonlyMap<string, DemoAccount>
}

/** What becomes of the seeds, in their order; those beyond the list wait as drafts for their state. */
const plan = [
  ...([
    'published',
    'differ',
    'published',
    'published',
    'published',
    'published',
    'review',
    'third',
  ] as const),
  ...(['submitted', 'revise', 'published', 'draft', 'archived', 'retracted', 'asked', 'published'] as const),
  ...(['revise', 'draft', 'submitted', 'differ'] as const),
] as const
type Course = (typeof plan)[number]

const authors: Record<string, string> = {
  KZ: 'practitioner-kz',
  KG: 'expert-kg',
  TJ: 'practitioner-tj',
  UZ: 'practitioner-uz',
}
const reviewers = ['expert-kz', 'expert-kg', 'expert-tj', 'expert-uz'] as const
const knows = {
  'expert-kz': [
    ['education', 'family'],
    ['kk', 'ru'],
  ],
  'expert-kg': [
    ['psychosocial', 'protection'],
    ['ky', 'ru', 'kk'],
  ],
  'expert-tj': [
    ['law', 'papers'],
    ['tg', 'ru'],
  ],
  'expert-uz': [
    ['livelihood', 'community'],
    ['uz', 'ru', 'tg'],
  ],
} as const

export async function fillPractices({ by, people }: Hub): Promise<void> {
  // One door for each, however often they act.
  const doors = new Map<string, Promise<Do>>()
  const hub: Hub = {
    people,
    by: key => {
      const door = doors.get(key) ?? by(key)
      doors.set(key, door)
      return door
    },
  }
  const secretariat = await hub.by('secretariat')
  const there = (await secretariat(listPractices, { query: { limit: 1 } })).body.rows
  if (there.length > 0) return
  for (const key of reviewers) {
    const [domains, reads] = knows[key]
    const say = await hub.by(key)
    const body = { domains: [...domains], languages: [...reads], available: true }
    await say(setReviewerProfile, { body }, { ifMatch: '"0"' })
  }
  for (const [at, course] of plan.entries()) {
    const seed = practiceSeeds[at]
    if (seed) await lead(hub, secretariat, seed, course, at)
  }
}

type Seed = (typeof practiceSeeds)[number]

async function lead(hub: Hub, secretariat: Do, seed: Seed, course: Course, at: number) {
  const author = await hub.by(authors[seed.country] ?? 'practitioner-uz')
  const id = newId()
  const { audience, licence, content } = seed
  const doer = organisations[seed.country]
  const organisation = doer ? { organisation: drafted(doer) } : {}
  const body = {
    id,
    audience: at % 5 === 4 ? ('practitioners' as const) : audience,
    licence,
    content,
    ...organisation,
  }
  const { things = [] } = (await author(makePractice, { body: { ...body, sourceLanguage: 'ru' } })).body
  if (course === 'draft') return
  const kept = things.map(({ field, language, code, words }) => {
    return { field, language, code, words, why: 'ru' === language ? 'так в источнике' : 'as its source says' }
  })
  await author(submitPractice, { params: { id }, body: { kept } })
  if (course === 'submitted') return
  const chosen = reviewers.filter(key => !key.endsWith(seed.country.toLowerCase()))
  const [one, other, third] = [0, 1, 2].map(step => chosen[(at + step) % chosen.length] ?? 'expert-kz')
  const seats = [one, other].filter(key => key !== undefined)
  for (const key of seats) await ask(hub, secretariat, id, key, course !== 'asked')
  if (course === 'asked') return
  const words: Recommendation = course === 'revise' ? 'revise' : 'publish'
  await grade(hub, id, seats[0] ?? '', words, at)
  if (course === 'review') return
  const differs = course === 'differ' || course === 'third'
  await grade(hub, id, seats[1] ?? '', differs ? 'revise' : words, at + 1, differs ? 1 : undefined)
  if (course === 'third') return
  if (course === 'revise') {
    await secretariat(sendBack, {
      params: { id },
      body: { reason: 'Reviewers ask for the limits and for who pays' },
    })
    return
  }
  if (course === 'differ' && third) {
    await ask(hub, secretariat, id, third, true)
    await grade(hub, id, third, 'publish', at + 2)
  }
  await secretariat(publishPractice, { params: { id } })
  if (course === 'archived')
    await author(archivePractice, {
      params: { id },
      body: { reason: 'The procedure was replaced by a newer one' },
    })
  if (course === 'retracted')
    await author(retractPractice, {
      params: { id },
      body: { reason: 'It is told better, and with its limits, elsewhere' },
    })
}

async function ask({ by, people }: Hub, secretariat: Do, id: string, key: string, accepts: boolean) {
  const accountId = people.get(key)?.id ?? ''
  await secretariat(inviteReviewer, { params: { id }, body: { id: newId(), accountId } })
  if (!accepts) return
  const reviewer = await by(key)
  await reviewer(answerInvitation, { params: { id }, body: { answer: 'accept', noConflict: true } })
}

/** @param evidence the grade of the evidence, where it parts the reviewers */
async function grade(
  { by }: Hub,
  id: string,
  key: string,
  recommendation: Recommendation,
  at: number,
  evidence?: number,
) {
  const grades = Object.fromEntries(
    criteria.map((one, index) => {
      const pool = reasonTexts[one]
      const reason = pool[(at + index) % pool.length] ?? pool[0]
      const usual = one === 'rights' ? 4 : 3 + ((at + index) % 2)
      return [one, { grade: one === 'evidence' ? (evidence ?? 3) : usual, reason: drafted(reason) }]
    }),
  ) as Record<(typeof criteria)[number], { grade: number; reason: ReturnType<typeof drafted> }>
  const reviewer = await by(key)
  await reviewer(giveReview, {
    params: { id },
    body: {
      grades,
      recommendation,
      wordsAuthor: drafted(authorTexts[at % authorTexts.length] ?? reasonTexts.relevance[0]),
      wordsPublished: drafted(adviceTexts[at % adviceTexts.length] ?? reasonTexts.relevance[0]),
    },
  })
}

const organisations: Readonly<Record<string, Parameters<typeof drafted>[0]>> = Object.fromEntries(
  (
    [
      ['KZ', 'Kazakhstan', 'Казахстан', 'Қазақстан', 'Казакстан', 'Қазоқистон', 'Gazagystan', 'Qozogʻiston'],
      [
        'KG',
        'Kyrgyzstan',
        'Кыргызстан',
        'Қырғызстан',
        'Кыргызстан',
        'Қирғизистон',
        'Gyrgyzystan',
        'Qirgʻiziston',
      ],
      ['TJ', 'Tajikistan', 'Таджикистан', 'Тәжікстан', 'Тажикстан', 'Тоҷикистон', 'Täjigistan', 'Tojikiston'],
      ['UZ', 'Uzbekistan', 'Узбекистан', 'Өзбекстан', 'Өзбекстан', 'Ӯзбекистон', 'Özbegistan', 'Oʻzbekiston'],
    ] as const
  ).map(([code, en, ru, kk, ky, tg, tk, uz]) => [
    code,
    texts(
      `Authorities of ${en}, as publicly reported`,
      `Органы власти, ${ru}, по открытым сообщениям`,
      `${kk} органдары, ашық хабарлар бойынша`,
      `${ky} органдары, ачык кабарлар боюнча`,
      `Мақомоти ${tg}, аз рӯи хабарҳои ошкор`,
      `${tk} edaralary, açyk habarlara görä`,
      `${uz} idoralari, ochiq xabarlar asosida`,
    ),
  ]),
)
