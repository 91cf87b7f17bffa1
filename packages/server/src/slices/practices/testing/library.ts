/**
 * A library in a test: people of states at the hub, and practices that are where a test needs them. What is published here was
 * put there by the owner of the tables; the way to it has tests of its own.
 */
import type { RoleName } from '@kerege/contract/access/roles'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { PublishedReview } from '@kerege/contract/practices/record/schema'
import { type Audience, criteria } from '@kerege/contract/practices/rules'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

const text = (words: string) => ({ en: { text: words, state: 'checked' as const } })

/** A whole record that can be submitted. */
export const practiceContent = (
  title = 'Bridge classes',
  more: { texts?: Partial<PracticeContent['texts']>; facts?: Partial<PracticeContent['facts']> } = {},
): PracticeContent => ({
  texts: {
    title: text(title),
    summary: text('A grade set by what a child knows'),
    problem: text('Children came home without a day of school'),
    forWhom: text('Children of school age'),
    steps: text('Talk\nPlay\nPropose a grade'),
    results: text('Children stayed in school'),
    safeguards: text('The school learns a name and a grade'),
    limits: text('Needs a trained teacher'),
    ...more.texts,
  },
  facts: {
    domains: ['education'],
    themes: [],
    settings: ['school'],
    audience: ['children'],
    ages: { from: 7, to: 17 },
    sex: 'any',
    country: 'TJ',
    evidenceLevel: 'followed',
    figures: [],
    sources: [],
    related: [],
    ...more.facts,
  },
})

const publishedReview: PublishedReview = {
  grades: Object.fromEntries(criteria.map(one => [one, { grade: 3, reasons: [text(`Why ${one}`)] }])),
  words: [{ text: text('Copy the conversation before the test'), country: 'KZ', third: false }],
  reviewers: [
    { country: 'KZ', third: false },
    { country: 'KG', third: false },
  ],
  differed: false,
}

export interface Library {
  w: World
  moderator: Somebody
  /** Somebody with an agency of their own in a state. */
  of: (country: string, role?: RoleName, name?: string) => Promise<Somebody>
  /** A practice that stands published, in its first edition. */
  published: (
    author: Somebody,
    more?: { audience?: Audience; content?: PracticeContent },
  ) => Promise<{ id: string; number: number; editionId: string }>
}

/** @param given a hub that is there already */
export async function library(options: Parameters<typeof world>[0] = {}, given?: World): Promise<Library> {
  const w = given ?? (await world({ ...options, kind: 'hub' }))
  const moderator = await w.somebody('secretariat')
  return {
    w,
    moderator,
    async of(country, role = 'practitioner', name) {
      const { agencyId } = await w.agency()
      await w.admin.query('update access.agencies set country = $2 where id = $1', [agencyId, country])
      return w.somebody(role, { agencyId, ...(name ? { name } : {}) })
    },
    published: (author, more = {}) => publish(w, author, more),
  }
}

async function publish(
  w: World,
  author: Somebody,
  {
    audience = 'practitioners',
    content = practiceContent(),
  }: { audience?: Audience; content?: PracticeContent },
) {
  const id = newId()
  const editionId = newId()
  await w.admin.query('begin')
  const { rows } = await w.admin.query<{ last: number }>(
    'update practices.counter set last = last + 1 returning last',
  )
  const number = rows[0]?.last ?? 0
  await w.admin.query(
    `insert into practices.practices (id, state, number, audience, licence, country, author_id, agency_id, content, edition_id,
       confirm_by, created_at, updated_at, published_at)
     values ($1, 'published', $2, $3, 'CC-BY-4.0', $4, $5, $6, $7, $8, current_date + 1095, now(), now(), now())`,
    [
      ...[id, number, audience, content.facts.country, author.accountId, author.agencyId],
      ...[JSON.stringify(content), editionId],
    ],
  )
  await w.admin.query(
    `insert into practices.editions (id, practice_id, number, content, published_at, review)
     values ($1, $2, 1, $3, now(), $4)`,
    [editionId, id, JSON.stringify(content), JSON.stringify(publishedReview)],
  )
  await w.admin.query('commit')
  return { id, number, editionId }
}
