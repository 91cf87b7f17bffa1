/**
 * What becomes of the practices of the demo: tried, worked, stopped, put together, kept and cited. Done through the hub's own
 * ways in, by the practices that stand published, whichever they are.
 */
import { citePractice } from '@kerege/contract/council/citations/routes'
import { listActions } from '@kerege/contract/council/actionRoutes'
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import { listBodies, listSessions } from '@kerege/contract/council/routes'
import {
  adoptPractice,
  answerAdoption,
  listAdoptions,
  reportAdoption,
  whereUsed,
  withdrawAdoption,
} from '@kerege/contract/practices/adoption/routes'
import { keepPractice, makeCollection } from '@kerege/contract/practices/collections/routes'
import { chooseMonth } from '@kerege/contract/practices/month/routes'
import { listPractices } from '@kerege/contract/practices/record/routes'
import type { PracticeRow } from '@kerege/contract/practices/record/schema'
import { newId } from '../platform/ids.ts'
import * as texts from './adoptionTexts.ts'
import { addDays } from './days.ts'
import type { Stage } from './exchange.ts'

/** Safe to repeat: what is there stays. */
export async function fillAdoptions(stage: Stage): Promise<void> {
  const secretariat = await stage.by('secretariat')
  if ((await secretariat(listAdoptions, { query: { limit: 1 } })).body.rows.length > 0) return
  const { rows } = (await secretariat(listPractices, { query: { state: 'published', limit: 50 } })).body
  const published = rows.filter(row => row.number !== undefined)
  if (published.length === 0) return
  for (const [at, told] of texts.told.entries()) {
    const practice = published[at]
    if (practice) for (const one of told) await adopt(stage, practice, one)
  }
  await answer(stage, published)
  await collect(stage, published)
  await choose(stage, published)
  await cite(stage, published)
}

async function adopt(stage: Stage, practice: PracticeRow, told: texts.Told) {
  const who = await stage.by(told.key)
  const { id, language } = { id: newId(), language: told.language }
  const { mine } = (await who(whereUsed, { params: { id: practice.id } })).body
  if (!mine.as.includes(told.by)) return
  await who(adoptPractice, {
    params: { id: practice.id },
    body: {
      id,
      reportId: newId(),
      by: told.by,
      country: told.country,
      place: told.place,
      since: addDays(stage.today, -120),
      words: told.words,
      language,
      ...(told.adaptation ? { adaptation: told.adaptation } : {}),
    },
  })
  if (told.later)
    await who(reportAdoption, { params: { id }, body: { id: newId(), language, ...told.later } })
  if (told.withdrawn) {
    await who(withdrawAdoption, { params: { id }, body: { id: newId(), language, words: told.withdrawn } })
  }
}

/** Whoever wrote the first practice asks back, where they are somebody of the demo. */
async function answer({ by, people }: Stage, [first]: readonly PracticeRow[]) {
  const author = [...people.values()].find(one => one.id === first?.author.id)
  if (!author || !first) return
  const who = await by(author.key)
  const [adopted] = (await who(listAdoptions, { query: { practiceId: first.id, standing: 'worked' } })).body
    .rows
  if (adopted) {
    await who(answerAdoption, { params: { id: adopted.id }, body: { id: newId(), ...texts.answer } })
  }
}

async function collect({ by }: Stage, published: readonly PracticeRow[]) {
  const [secretariat, author, delegate] = [
    await by('secretariat'),
    await by('practitioner-tj'),
    await by('delegate-uz'),
  ]
  const ids = published.map(row => row.id)
  const group = (await secretariat(listBodies, {})).body.rows.find(row => row.code !== 'REC')
  const { firstWeeks, mine } = texts.collections
  await secretariat(makeCollection, {
    body: {
      id: newId(),
      ...firstWeeks,
      ...(group ? { group: group.code } : {}),
      domains: [],
      curated: true,
      shared: true,
      practiceIds: ids.slice(0, 5),
    },
  })
  const open = published.filter(row => row.audience !== 'state' && row.audience !== 'council')
  await author(makeCollection, {
    body: {
      id: newId(),
      ...mine,
      domains: ['education'],
      curated: false,
      shared: true,
      practiceIds: open.slice(0, 2).map(row => row.id),
    },
  })
  const sessions = (await delegate(listSessions, { query: { of: 'council', limit: 50 } })).body.rows
  const session = sessions.find(row => row.state === 'invited')
  for (const { id } of open.slice(0, 3)) await delegate(keepPractice, { params: { id }, body: {} })
  const [first] = open
  if (session && first) {
    await delegate(keepPractice, {
      params: { id: first.id },
      body: { sessionId: session.id, note: texts.note },
    })
  }
}

async function choose({ by, today }: Stage, published: readonly PracticeRow[]) {
  const secretariat = await by('secretariat')
  const forAll = published.find(row => row.audience === 'public')
  if (!forAll) return
  await secretariat(chooseMonth, {
    params: { month: today.slice(0, 7) },
    body: { practiceId: forAll.id, words: texts.whyThisMonth },
  })
}

/** In what was adopted last, in the first promise, and at the session to come. */
async function cite({ by }: Stage, published: readonly PracticeRow[]) {
  const secretariat = await by('secretariat')
  const put = (
    practice: PracticeRow | undefined,
    kind: 'decision' | 'action' | 'session',
    id: string | undefined,
  ) =>
    practice && id
      ? secretariat(citePractice, { body: { id: newId(), practiceId: practice.id, source: { kind, id } } })
      : undefined
  const [decision] = (await secretariat(listDecisions, { query: { state: 'adopted', limit: 1 } })).body.rows
  const [action] = (await secretariat(listActions, { query: { limit: 1 } })).body.rows
  const sessions = (await secretariat(listSessions, { query: { of: 'council', limit: 50 } })).body.rows
  const [first, second] = published
  await put(first, 'decision', decision?.id)
  await put(second, 'decision', decision?.id)
  await put(first, 'action', action?.id)
  await put(first, 'session', sessions.find(row => row.state === 'invited')?.id)
}
