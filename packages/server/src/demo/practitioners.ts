/**
 * The invented directory and questions of the hub: everybody comes in by their own door, writes about their own work and is
 * confirmed by the focal points of their state. So it leaves what such work leaves: entries in the log, notices, receipts.
 */
import {
  confirmPractitioner,
  listPractitioners,
  standInDirectory,
} from '@kerege/contract/practices/people/routes'
import {
  askPeople,
  askQuestion,
  markHelpful,
  reportText,
  sayAnswer,
  sayAnswered,
  suggestPeople,
} from '@kerege/contract/practices/questions/routes'
import type { MultiText } from '@kerege/contract/common'
import { newId } from '../platform/ids.ts'
import type { Do } from './council.ts'
import { crafts, questions } from './practitionersTexts.ts'
import type { Texts } from './texts.ts'
import type { DemoAccount } from './types.ts'

interface Stage {
  by: (key: string) => Promise<Do>
  people: ReadonlyMap<string, DemoAccount>
}

/** Safe to repeat: what is there stays. */
export async function fillPractitioners(stage: Stage): Promise<void> {
  const secretariat = await stage.by('secretariat')
  if ((await secretariat(listPractitioners, { query: { limit: 1 } })).body.rows.length > 0) return
  // Each is entered once, however often they speak.
  const entered = new Map<string, Do>()
  const by = async (key: string): Promise<Do> => {
    const known = entered.get(key) ?? (await stage.by(key))
    entered.set(key, known)
    return known
  }
  await stand(by, stage.people)
  await ask(by)
}

const inTheirs = (of: Texts, account: DemoAccount): MultiText => ({
  [account.language]: { text: of[account.language], state: 'checked' },
  ru: { text: of.ru, state: account.language === 'ru' ? 'checked' : 'draft' },
})

async function stand(by: Stage['by'], people: Stage['people']) {
  const delegates: Readonly<Record<string, string>> = {
    kg: 'delegate-kg',
    tj: 'delegate-tj',
    tm: 'delegate-tm',
    uz: 'delegate-uz',
  }
  for (const craft of crafts) {
    for (const state of ['kz', 'kg', 'tj', 'tm', 'uz']) {
      const account = people.get(`${craft.profession}-${state}`)
      if (!account) continue
      const id = newId()
      const who = await by(account.key)
      await who(standInDirectory, {
        body: {
          id,
          profession: craft.profession,
          languages: [...new Set([account.language, 'ru'])],
          domains: [...craft.domains],
          about: inTheirs(craft.about, account),
          answers: craft.profession !== 'doctor' || state !== 'tm',
          reviews: false,
          consent: 1,
        },
      })
      const delegate = delegates[state]
      // Some wait: the focal point has something to do.
      if (!delegate || craft.profession === 'doctor') continue
      await (await by(delegate))(confirmPractitioner, { params: { id }, body: { id: newId() } })
    }
  }
}

async function ask(by: Stage['by']) {
  let first = true
  for (const { settled, answers, by: key, ...asked } of questions) {
    const id = newId()
    const asker = await by(key)
    await asker(askQuestion, { body: { id, ...asked, domains: [...asked.domains] } })
    const said: string[] = []
    for (const [who, language, words] of answers) {
      const answer = newId()
      await (await by(who))(sayAnswer, {
        params: { id },
        body: { id: answer, kind: 'answer', language, words },
      })
      said.push(answer)
    }
    const [best] = said
    if (best && settled) {
      await asker(sayAnswered, { params: { id }, body: { answerId: best } }, { ifMatch: '"1"' })
      await asker(markHelpful, { params: { id: best }, body: { on: true } })
    }
    if (answers.length === 0) {
      const { rows } = (await asker(suggestPeople, { params: { id } })).body
      const [one] = rows.filter(row => !row.busy)
      if (one) await asker(askPeople, { params: { id }, body: { entryIds: [one.entryId] } })
    }
    if (best && first) {
      // One text waits for those who keep order.
      const reporter = await by('expert-kg')
      await reporter(reportText, {
        body: {
          id: newId(),
          kind: 'answer',
          targetId: best,
          reason: 'Это место похоже на нашу школу (вымысел)',
        },
      })
      first = false
    }
  }
}
