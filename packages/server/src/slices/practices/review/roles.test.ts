/**
 * Every role of the hub, in every relation to a practice, in every state and audience: what may be read, and what may be done.
 * The expectation is written anew from the role table and not from the policies.
 */
import { type RoleName, roleNames, roles } from '@kerege/contract/access/roles'
import { getPractice, savePractice } from '@kerege/contract/practices/record/routes'
import {
  archivePractice,
  confirmPractice,
  getReview,
  listCandidates,
  publishPractice,
  retractPractice,
  sendBack,
  takeBack,
} from '@kerege/contract/practices/review/routes'
import {
  type Audience,
  audiences,
  type PracticeState,
  practiceStates,
} from '@kerege/contract/practices/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'

let l: Library
let author: Somebody
const made: { id: string; state: PracticeState; audience: Audience }[] = []
const hubRoles = roleNames.filter(name => (roles[name].nodes as readonly string[]).includes('hub'))
const holds = (name: RoleName, verb: string) => (roles[name].verbs as readonly string[]).includes(verb)
const published = (state: PracticeState) => ['published', 'archived', 'retracted'].includes(state)

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  for (const state of practiceStates) {
    for (const audience of audiences) made.push({ id: await place(state, audience), state, audience })
  }
}, 60_000)
afterAll(() => l.w.close())

/** Put there by the owner of the tables, since the way to it is not what is tested here. */
async function place(state: PracticeState, audience: Audience): Promise<string> {
  if (published(state)) {
    const { id } = await l.published(author, { audience })
    await l.w.admin.query('update practices.practices set state = $2 where id = $1', [id, state])
    return id
  }
  const id = newId()
  await l.w.admin.query(
    `insert into practices.practices (id, state, audience, licence, country, author_id, agency_id, content, created_at, updated_at)
     values ($1, $2, $3, 'CC-BY-4.0', 'TJ', $4, $5, $6, now(), now())`,
    [id, state, audience, author.accountId, author.agencyId, JSON.stringify(practiceContent())],
  )
  return id
}

/** Sees what is being written: who moderates, and who confirms for its state once it was handed in. */
const inside = (name: RoleName, ofState: boolean, state: PracticeState) =>
  holds(name, 'practices.moderate') || (ofState && holds(name, 'practices.confirm') && state !== 'draft')

function reads(name: RoleName, ofState: boolean, state: PracticeState, audience: Audience): boolean {
  if (!holds(name, 'practices.read')) return false
  if (inside(name, ofState, state)) return true
  if (!published(state)) return false
  switch (audience) {
    case 'state':
      return ofState
    case 'council':
      return holds(name, 'practices.council')
    default:
      return true
  }
}

describe.each(hubRoles)('%s', name => {
  test.each([
    ['of its state', true],
    ['of another state', false],
  ] as const)('%s', async (_, ofState) => {
    const who = await l.of(ofState ? 'TJ' : 'UZ', name)
    const as = l.w.as(who)
    for (const { id, state, audience } of made) {
      const at = [state, audience]
      const params = { id }
      const sees = reads(name, ofState, state, audience)
      const found = holds(name, 'practices.read') ? (sees ? 200 : 404) : 403
      const one = await as(getPractice, { params })
      expect([...at, one.status]).toEqual([...at, found])
      if (sees) expect([...at, one.body.working !== undefined]).toEqual([...at, inside(name, ofState, state)])
      const review = await as(getReview, { params })
      const open = found === 403 ? 403 : inside(name, ofState, state) ? 200 : 404
      expect([...at, review.status]).toEqual([...at, open])
      // Nobody but its author writes it or takes it back.
      const { audience: _, ...rest } = { audience, licence: 'CC-BY-4.0' as const, content: practiceContent() }
      const save = await as(savePractice, { params, body: { audience, ...rest } }, { ifMatch: '"1"' })
      expect([...at, save.status]).toEqual([...at, holds(name, 'practices.write') ? (sees ? 403 : 404) : 403])
      const back = await as(takeBack, { params })
      expect([...at, back.status < 400]).toEqual([...at, false])
    }
  })

  test('leads nothing on that is not theirs to lead', async () => {
    const who = await l.of('UZ', name)
    const as = l.w.as(who)
    const may = holds(name, 'practices.moderate')
    const reason = { reason: 'For the test of roles' }
    for (const { id, state, audience } of made) {
      const params = { id }
      const tried = [
        ['candidates', await as(listCandidates, { params })],
        ['publish', await as(publishPractice, { params })],
        // What changes something comes last, and only where it is refused to this role.
        ...(may
          ? []
          : ([
              ['send back', await as(sendBack, { params, body: reason })],
              ['archive', await as(archivePractice, { params, body: reason })],
              ['retract', await as(retractPractice, { params, body: reason })],
              ['confirm', await as(confirmPractice, { params })],
            ] as const)),
      ] as const
      for (const [act, reply] of tried) {
        const allowed = may && act === 'candidates'
        expect([state, audience, act, reply.status < 400]).toEqual([state, audience, act, allowed])
      }
    }
  })
})
