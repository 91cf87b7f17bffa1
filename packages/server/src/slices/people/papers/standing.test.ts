/** Whatever commands come in whatever order, a paper stands where its recorded transitions put it, and nowhere else. */
import {
  changePaper,
  getPaper,
  makePaper,
  markStep,
  movePaper,
  undoPaperMove,
} from '@kerege/contract/people/papers/routes'
import { nextStates, type PaperState, paperStates, standing } from '@kerege/contract/people/papers/rules'
import { registerPerson } from '@kerege/contract/people/routes'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let worker: Somebody
let lead: Somebody
let personId: string
beforeAll(async () => {
  w = await world({ now: () => new Date('2026-11-24T05:00:00Z') })
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
  const body = draft()
  await w.as(worker)(registerPerson, { body })
  personId = body.id
})
afterAll(() => w.close())

const day = fc.integer({ min: 0, max: 20 }).map(ago => `2026-11-${String(24 - ago).padStart(2, '0')}`)
const who = fc.constantFrom('worker', 'lead')
const command = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      who,
      // Mostly one of those that may follow, so that sequences go far; now and then any state at all.
      step: fc.oneof(
        { weight: 4, arbitrary: fc.nat({ max: 5 }) },
        { weight: 1, arbitrary: fc.constantFrom<PaperState>(...paperStates) },
      ),
      on: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: day }),
      reason: fc.oneof(
        { weight: 4, arbitrary: fc.constant('Because it is so') },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mark' as const), who, on: day }) },
)

test('no sequence of commands reaches a state without its transition', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), day, async (commands, on) => {
      const id = newId()
      const stepId = newId()
      const params = { id }
      const made = await w.as(worker)(makePaper, {
        params: { id: personId },
        body: { id, fact: 'birth', pathway: 'court', steps: [{ id: stepId, code: 'hearing' }], on },
      })
      expect(made.status).toBe(201)
      const read = async () => (await w.as(worker)(getPaper, { params })).body
      let before = await read()
      for (const one of commands) {
        const as = w.as(one.who === 'lead' ? lead : worker)
        const follow = nextStates(before.state)
        const reply = await (one.kind === 'move'
          ? as(movePaper, {
              params,
              body: {
                to: typeof one.step === 'number' ? (follow[one.step % follow.length] ?? 'needed') : one.step,
                ...(one.on ? { on: one.on } : {}),
                ...(one.reason ? { reason: one.reason } : {}),
              },
            })
          : one.kind === 'undo'
            ? as(undoPaperMove, { params, body: {} })
            : one.kind === 'mark'
              ? as(markStep, { params: { id, stepId }, body: { doneOn: one.on } })
              : as(
                  changePaper,
                  { params, body: { pathway: 'registry', responsibleId: before.responsible.id } },
                  { ifMatch: `"${before.version}"` },
                ))
        expect([200, 409, 422, 404]).toContain(reply.status)
        const after = await read()
        // The database and the contract say the same of what was recorded.
        expect(standing(after.transitions)).toEqual({
          state: after.state,
          stateSince: after.stateSince,
          waitingSince: after.waitingSince,
          ...(after.filedOn ? { filedOn: after.filedOn } : {}),
          ...(after.closedOn ? { closedOn: after.closedOn } : {}),
        })
        // A refusal changed nothing, and nothing that was recorded is ever gone.
        if (reply.status !== 200) expect(after).toEqual(before)
        expect(after.transitions.length).toBeGreaterThanOrEqual(before.transitions.length)
        expect(after.days).toBeGreaterThanOrEqual(0)
        before = after
      }
    }),
    { numRuns: 30, seed: 20_261_124 },
  )
}, 120_000)
