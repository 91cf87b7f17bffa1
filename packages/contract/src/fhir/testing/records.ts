/** Cases of every shape, as the register lets them in. */
import fc from 'fast-check'
import { abouts, needDomains, needLevels } from '../../assessments/needs.ts'
import { caseStates } from '../../cases/states.ts'
import { languages } from '../../common.ts'
import { consentKinds, effects, givers, purposes } from '../../consents/kinds.ts'
import { recipientKinds, tellable } from '../../consents/recipients.ts'
import { kinBases, kinKinds } from '../../people/kinship/kinds.ts'
import { endReasons, kinStandings, lifeStates } from '../../people/kinship/schema.ts'
import {
  difficulties,
  disabilityDomains,
  householdRoles,
  nameSources,
  nameUses,
  sexes,
} from '../../people/schema.ts'
import { goalDomains } from '../../plans/domains.ts'
import { actionKinds } from '../../plans/schema.ts'
import { goalOutcomes, planKinds, planStates } from '../../plans/states.ts'
import { referralStates } from '../../referrals/rules.ts'
import { anyText } from '../../testing/anyText.ts'
import type { Origin } from '../provenance.ts'
import { CaseRecord } from '../record.ts'

export const origin: Origin = {
  node: 'kz',
  by: 'Айгүл Сәрсен',
  at: '2026-11-26T09:00:00.000Z',
  reason: 'The family moves',
  mark: 'Copy of Айгүл Сәрсен, 2026-11-26',
  told: { to: 'School 4', purpose: 'school', disclosureId: '019a0000-0000-7000-8000-000000000000' },
}

const one = <const Value>(values: readonly Value[]) => fc.constantFrom(...values)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 })
/** As fields let them in: composed, no control marks, no space at the ends. */
const word = anyText({ minLength: 1, maxLength: 12 })
  .map(text =>
    text
      .replace(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu, '')
      .normalize('NFC')
      .trim(),
  )
  .filter(text => text !== '' && text === text.normalize('NFC').trim() && text.length <= 60)
const day = fc
  .integer({ min: 0, max: 50_000 })
  .map(days => new Date(Date.UTC(1960, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const moment = fc
  .integer({ min: 0, max: 1_900_000_000 })
  .map(seconds => new Date(seconds * 1000).toISOString())
const rough = fc.oneof(
  day.map(date => ({ precision: 'day' as const, date })),
  day.map(date => ({ precision: 'month' as const, month: date.slice(0, 7) })),
  fc.integer({ min: 1900, max: 2199 }).map(year => ({ precision: 'year' as const, year })),
)
const birth = fc.oneof(
  rough,
  fc.record({
    precision: fc.constant('estimated' as const),
    age: fc.integer({ min: 0, max: 120 }),
    asOf: day,
  }),
  one([{ precision: 'unknown' as const }, { precision: 'withheld' as const }]),
)
const tag = one(['kk', 'ru', 'ar', 'uz-Cyrl', 'tg-Cyrl-TJ'])
const country = one(['KZ', 'SY', 'XX'])

const name = fc
  .record({
    family: maybe(word),
    given: maybe(word),
    patronymic: maybe(word),
    script: one(['Latn', 'Cyrl', 'Arab', 'Zyyy']),
    language: maybe(tag),
    use: one(nameUses),
    source: one(nameSources),
  })
  .filter(each => Boolean(each.family ?? each.given ?? each.patronymic))
const reach = (system: fc.Arbitrary<string>) =>
  fc.record({
    system,
    value: word,
    belongsTo: maybe(word),
    discretion: one(['open', 'ask-first', 'never-mention']),
  })
const contact = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  sex: one(sexes),
  birth,
  languages: few(
    fc.record({ tag, level: one(['mother-tongue', 'good', 'some', 'unknown']), preferred: fc.boolean() }),
  ),
  contacts: fc
    .tuple(few(reach(one(['phone', 'email', 'other']))), few(reach(fc.constant('address'))))
    .map(([before, after]) => [...before, ...after]),
})
const identity = fc.record({
  names: few(name),
  citizenships: few(fc.record({ country, standing: one(['claimed', 'proved', 'refused', 'unknown']) })),
  identifiers: few(
    fc.record({ system: one(['iin', 'passport']), value: word, issuer: maybe(word), validFrom: maybe(day) }),
  ),
})
const journey = fc.record({
  names: few(name),
  birthPlace: maybe(
    fc.record({ country, place: maybe(word), certainty: one(['proved', 'stated', 'unknown']) }),
  ),
})
const action = fc.record({
  kind: one(actionKinds),
  words: word,
  who: maybe(word),
  due: maybe(day),
  done: fc.boolean(),
})
const goal = fc.record({
  domain: one(goalDomains),
  words: word,
  language: tag,
  baseline: maybe(word),
  target: word,
  indicator: maybe(word),
  due: day,
  came: maybe(one(goalOutcomes)),
  actions: few(action),
})
const functioning = fc
  .tuple(fc.array(one(difficulties), { minLength: 6, maxLength: 6 }), day, one(['self', 'carer', 'other']))
  .map(([said, askedOn, answeredBy]) => ({
    ...Object.fromEntries(disabilityDomains.map((domain, at) => [domain, said[at]])),
    askedOn,
    answeredBy,
  }))

export const aRecord: fc.Arbitrary<CaseRecord> = fc
  .record({
    person: fc.record({
      contact,
      identity: maybe(identity),
      journey: maybe(journey),
      area: maybe(fc.constant('KZ-75.demo-03')),
    }),
    functioning: maybe(functioning),
    relatives: few(
      fc.record({
        kind: one(kinKinds),
        basis: one(kinBases),
        standing: one(kinStandings),
        name: maybe(word),
        sex: one(sexes),
        birth: maybe(birth),
        life: maybe(one(lifeStates)),
        died: maybe(rough),
        since: maybe(rough),
        until: maybe(rough),
        endReason: maybe(one(endReasons)),
      }),
    ),
    household: maybe(
      fc.record({
        name: word,
        role: one(householdRoles),
        members: few(fc.record({ name: word, role: one(householdRoles), since: maybe(day) })),
      }),
    ),
    episode: maybe(
      fc.record({
        state: one(caseStates),
        openedAt: moment,
        steps: few(fc.record({ to: one(caseStates), at: moment })),
      }),
    ),
    plans: few(fc.record({ kind: one(planKinds), state: one(planStates), madeAt: moment, goals: few(goal) })),
    referrals: few(
      fc.record({
        state: one(referralStates),
        purpose: one(purposes),
        language: one(languages),
        task: word,
        answerBy: day,
        service: word,
      }),
    ),
    consents: few(
      fc.record({
        kind: one(consentKinds),
        givenBy: maybe(one(givers)),
        effect: one(effects),
        purposes: fc.uniqueArray(one(purposes), { maxLength: 3 }),
        recipients: fc.uniqueArray(one(recipientKinds), { maxLength: 3 }),
        contacts: few(word),
        classes: fc.uniqueArray(one(tellable), { maxLength: 3 }),
        since: day,
        until: maybe(day),
        recordedAt: moment,
      }),
    ),
    needs: few(
      fc.record({
        about: one(abouts),
        version: fc.constant('1'),
        takenOn: day,
        levels: fc.uniqueArray(
          fc.record({ domain: one(needDomains), level: one(needLevels), reason: word }),
          { maxLength: 3, selector: level => level.domain },
        ),
      }),
    ),
  })
  .map(raw => CaseRecord.parse(JSON.parse(JSON.stringify(raw))))
