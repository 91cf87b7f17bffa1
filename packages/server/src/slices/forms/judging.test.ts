/** The engine over the forms that ship: what is asked after which answers, what is missing, and that nothing wild breaks it. */
import { type Answers, readAnswers } from '@kerege/contract/forms/answers'
import { definitions, findForm } from '@kerege/contract/forms/definitions'
import { type Engine, judge, surveyOf } from '@kerege/contract/forms/judging'
import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'

const pageOf = (id: string, version: number, name: string) => {
  const page = findForm(id, version)?.pages.find(one => one.name === name)
  if (!page) throw new Error(`no page ${id} ${version} ${name}`)
  return page
}
const judged = (id: string, name: string, answers: Answers, version = 1) => {
  const page = pageOf(id, version, name)
  return judge(new (Model as unknown as Engine)(surveyOf(page)), page, answers)
}

describe('answers', () => {
  test('to what is hidden go, and what must not stay empty is named at once', () => {
    expect(judged('intake', 'arrival', {}).missing.map(one => one.pointer)).toEqual([
      '/told',
      '/stay',
      '/needs',
    ])
    const nowhere = judged('intake', 'arrival', { told: 'A', stay: 'nowhere', needs: ['food'] })
    expect(nowhere.missing).toEqual([{ pointer: '/tonight', code: 'required' }])
    expect(nowhere.asked).toContain('needsWords')
    const moved = judged('intake', 'arrival', {
      told: ' A ',
      stay: 'relatives',
      tonight: 'A bed',
      needs: ['nothing'],
      needsWords: 'Bread',
    })
    expect(moved).toMatchObject({
      missing: [],
      wrong: [],
      answers: { told: 'A', stay: 'relatives', needs: ['nothing'] },
    })
    expect(moved.answers).not.toHaveProperty('tonight')
    expect(moved.answers).not.toHaveProperty('needsWords')
  })

  test('that do not fit are named where they stand', () => {
    const { wrong } = judged('intake', 'household', {
      livesWith: ['mother', 'stranger'],
      members: [
        { who: 'x'.repeat(200), kin: 'mother', age: 300 },
        { who: 'Apa', kin: 'aunt', more: 'x' },
      ],
      missed: 7,
      none: 'x',
    })
    expect(wrong.map(one => `${one.pointer} ${one.code}`)).toEqual([
      '/none not-found',
      '/livesWith not-valid',
      '/members/0/who too-big',
      '/members/0/age too-big',
      '/members/1/more not-found',
      '/members/1/kin not-valid',
      '/missed not-valid',
    ])
    expect(judged('review', 'goals', { goals: [{ words: 'x' }] }).missing.map(one => one.pointer)).toEqual([
      '/goals/0/goal',
      '/goals/0/change',
    ])
  })

  const anything: fc.Arbitrary<Answers> = fc.dictionary(
    fc.constantFrom(
      'told',
      'stay',
      'needs',
      'tonight',
      'members',
      'livesWith',
      'goals',
      'seen',
      'day',
      'zzz',
      '__proto__',
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom('nowhere', 'relatives', '2026-01-02'),
      fc.double(),
      fc.array(fc.constantFrom('food', 'nothing', 'mother', 'x')),
      fc.array(
        fc.dictionary(fc.constantFrom('who', 'kin', 'age', 'goal'), fc.oneof(fc.string(), fc.integer())),
      ),
    ),
  )
  test('however wild, break nothing; and what is kept is kept the same the second time', () => {
    const pages = definitions.flatMap(form => form.pages)
    const ready = pages.map(page => ({ page, survey: new (Model as unknown as Engine)(surveyOf(page)) }))
    fc.assert(
      fc.property(anything, fc.nat(ready.length - 1), (said, at) => {
        const { page, survey } = ready[at] as (typeof ready)[number]
        const first = judge(survey, page, said)
        for (const name of Object.keys(first.answers)) expect(first.asked).toContain(name)
        expect(readAnswers(page, first.answers)).toEqual({ answers: first.answers, faults: [] })
        expect(judge(survey, page, first.answers).answers).toEqual(first.answers)
      }),
      { numRuns: 60 },
    )
  })
})
