/**
 * What members of the invented Council do for each other: offers, questions between focal points, and guidance for the nodes.
 * Done through the hub's own ways in, as everything of the Council in the demo.
 */
import { markGuidance } from '@kerege/contract/council/guidance/routes'
import { adoptDecision, draftDecision, putDecision } from '@kerege/contract/council/decisionRoutes'
import { listActions } from '@kerege/contract/council/actionRoutes'
import { addFocalPoint } from '@kerege/contract/council/focalPoints/routes'
import {
  decideTaking,
  listOffers,
  makeOffer,
  reportTaking,
  takeUpOffer,
  withdrawOffer,
} from '@kerege/contract/council/offers/routes'
import { askForInformation, takeTurn } from '@kerege/contract/council/requests/routes'
import { listSessions } from '@kerege/contract/council/routes'
import type { Input } from '@kerege/contract/route'
import { newId } from '../platform/ids.ts'
import type { Do, Past } from './council.ts'
import { addDays } from './days.ts'
import * as texts from './exchangeTexts.ts'
import type { DemoAccount } from './types.ts'

export interface Stage {
  by: (key: string) => Promise<Do>
  people: ReadonlyMap<string, DemoAccount>
  council: string
  party: (code: string) => string
  today: string
}

/** Safe to repeat: what is there stays. What the Council adopted, it adopted weeks ago. */
export async function fillExchange(stage: Stage, past: Past): Promise<void> {
  const secretariat = await stage.by('secretariat')
  if ((await secretariat(listOffers, { query: { limit: 1 } })).body.rows.length > 0) return
  await nameFocalPoints(stage)
  await recommend(stage, past)
  await offer(stage)
  await ask(stage)
}

const focal: readonly (readonly [string, string])[] = [
  ['KZ', 'chair'],
  ['KG', 'delegate-kg'],
  ['TJ', 'delegate-tj'],
  ['TM', 'delegate-tm'],
  ['UZ', 'delegate-uz'],
]

async function nameFocalPoints({ by, people, party, today }: Stage) {
  const secretariat = await by('secretariat')
  for (const [at, [code, key]] of focal.entries()) {
    const account = people.get(key)
    if (!account) continue
    const common = { partyId: party(code), office: texts.offices[code] ?? '' }
    await secretariat(addFocalPoint, {
      body: {
        ...common,
        id: newId(),
        role: 'focal-point',
        name: account.name,
        languages: [...new Set([account.language, 'ru' as const])],
        accountId: account.id,
        from: `${today.slice(0, 4)}-01-01`,
        contact: {
          email: `focal-${code.toLowerCase()}@demo.example`,
          phone: `+7 700 000 00 0${at + 1}`,
        },
      },
    })
    if (code !== 'KG') continue
    await secretariat(addFocalPoint, {
      body: {
        ...common,
        id: newId(),
        role: 'deputy',
        name: 'Орун басар (ойдон)',
        languages: ['ky', 'en'],
        from: addDays(today, -400),
        to: addDays(today, -30),
      },
    })
  }
}

async function recommend({ council, today }: Stage, { by, on }: Past) {
  on(addDays(today, -33))
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const guide = async (
    decision: { title: object; texts: object },
    where: Omit<Input<typeof markGuidance>['body'], 'id'>,
  ) => {
    const id = newId()
    await secretariat(draftDecision, {
      body: { id, bodyId: council, title: decision.title, texts: decision.texts } as Input<
        typeof draftDecision
      >['body'],
    })
    await chair(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
    await chair(adoptDecision, { params: { id }, body: { basedOn: 2 } })
    await secretariat(markGuidance, { params: { id }, body: { id: newId(), ...where } })
  }
  await guide(texts.firstYears, { domains: ['health', 'family'], ages: { to: 3 } })
  const { note } = texts.schoolPlace
  await guide(texts.schoolPlace, { domains: ['education'], ages: { from: 6, to: 17 }, note })
}

async function offer({ by, today }: Stage) {
  const [uz, kg, kz] = [await by('delegate-uz'), await by('delegate-kg'), await by('chair')]
  const [tj, tm] = [await by('delegate-tj'), await by('delegate-tm')]
  const make = async (
    who: Do,
    body: Omit<Input<typeof makeOffer>['body'], 'id' | 'from' | 'until'>,
    days = 120,
  ) => {
    const id = newId()
    await who(makeOffer, {
      body: { id, from: addDays(today, -60), until: addDays(today, days), ...body },
    })
    return id
  }
  const take = async (who: Do, id: string, words: string, places: number) => {
    const taking = newId()
    await who(takeUpOffer, { params: { id }, body: { id: taking, words, places } })
    return taking
  }
  const camp = await make(tm, {
    kind: 'other',
    ...texts.offers.withdrawn,
    domains: ['community'],
    places: 20,
  })
  await tm(withdrawOffer, { params: { id: camp }, body: { reason: texts.said.noCamp } })
  await make(kg, { kind: 'share', ...texts.offers.share, domains: ['family'] })
  const training = await make(kz, {
    kind: 'train',
    ...texts.offers.train,
    domains: ['psychosocial', 'staff'],
    places: 6,
  })
  await take(tj, training, texts.said.takeTrain, 3)
  const links = await linksOf(uz)
  const week = await make(
    uz,
    { kind: 'host', ...texts.offers.host, domains: ['family', 'staff'], places: 4, ...links },
    40,
  )
  const taken = await take(kg, week, texts.said.takeHost, 2)
  await uz(decideTaking, { params: { id: taken }, body: { confirm: true } })
  const report = (who: Do, outcome: 'as-agreed' | 'partly', words: string) =>
    who(reportTaking, { params: { id: taken }, body: { id: newId(), outcome, words } })
  await report(kg, 'as-agreed', texts.said.wentForTaker)
  await report(uz, 'partly', texts.said.wentForOfferer)
}

/** What the offer is made for: the session to come, and the first promise that others made. */
async function linksOf(who: Do) {
  const sessions = (await who(listSessions, { query: { of: 'council', limit: 50 } })).body.rows
  const actions = (await who(listActions, { query: { limit: 1 } })).body.rows
  const session = sessions.find(row => row.state === 'invited' || row.state === 'planned')
  return { ...(session ? { sessionId: session.id } : {}), actionIds: actions.map(row => row.id) }
}

async function ask({ by, party, today }: Stage) {
  const [kz, kg] = [await by('chair'), await by('delegate-kg')]
  const [tj, uz] = [await by('delegate-tj'), await by('delegate-uz')]
  const births = newId()
  await kz(askForInformation, {
    body: {
      id: births,
      toAll: true,
      ...texts.questions.births,
      domains: ['papers', 'law'],
      due: addDays(today, 14),
    },
  })
  const say = (who: Do, id: string, kind: 'answer' | 'clarification', words: string) =>
    who(takeTurn, { params: { id }, body: { id: newId(), kind, words, reusable: kind === 'answer' } })
  await say(uz, births, 'answer', texts.said.answerUz)
  await say(kg, births, 'answer', texts.said.answerKg)
  const carers = newId()
  await kg(askForInformation, {
    body: { id: carers, to: [party('TJ')], ...texts.questions.carers, domains: ['family'], due: today },
  })
  await say(tj, carers, 'clarification', texts.said.clarify)
  await say(kg, carers, 'clarification', texts.said.clarified)
}
