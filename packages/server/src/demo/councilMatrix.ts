/** Forty invented initiatives, with gaps and overlaps to be seen, and a small framework of results with silent states. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import type { ActivityKind, TargetGroup } from '@kerege/contract/council/initiatives/codes'
import { addInitiative, listInitiatives, listPillars } from '@kerege/contract/council/initiatives/routes'
import type { AddInitiative } from '@kerege/contract/council/initiatives/schema'
import { periodsUntil } from '@kerege/contract/council/results/periods'
import { addIndicator, addResult, checkValue, reportValue } from '@kerege/contract/council/results/routes'
import { newId } from '../platform/ids.ts'
import type { Do } from './council.ts'
import { indicators, initiativeTitle, outcomes, type Work } from './councilMatrixTexts.ts'
import { addDays } from './days.ts'

const kinds: Record<Work, readonly [ActivityKind, TargetGroup]> = {
  courses: ['training', 'professionals'],
  playRooms: ['services', 'children'],
  papers: ['services', 'families'],
  law: ['policy', 'officials'],
  exchange: ['exchange', 'professionals'],
  study: ['research', 'children'],
  neighbours: ['awareness', 'communities'],
  grants: ['grants', 'women'],
}

/** Pillar, work, lead, where, begins (days from today), lasts (days). Turkmenistan and the second pillar stay thin. */
const rows: readonly (readonly [string, Work, string, string, number, number])[] = [
  ['I', 'courses', 'UNICEF', 'KZ', -200, 500],
  ['I', 'courses', 'UNDP', 'KZ KG', -150, 420],
  ['I', 'courses', 'OSCE', 'KZ-71', -90, 240],
  ['I', 'courses', 'KZ', 'KZ', -700, 400],
  ['I', 'playRooms', 'UNICEF', 'UZ TJ', -300, 700],
  ['I', 'playRooms', 'GCERF', 'UZ-TK', -120, 300],
  ['I', 'playRooms', 'UZ', 'UZ', -60, 500],
  ['I', 'playRooms', 'KG', 'KG', -400, 380],
  ['I', 'neighbours', 'GCERF', 'KG', -100, 365],
  ['I', 'neighbours', 'UNDP', 'TJ', -30, 300],
  ['I', 'neighbours', 'KZ', 'KZ-75 KZ-71', -500, 300],
  ['I', 'grants', 'GCERF', 'UZ', -250, 730],
  ['I', 'grants', 'EU', 'TJ', -100, 400],
  ['I', 'papers', 'TJ', 'TJ', -200, 365],
  ['I', 'papers', 'UNICEF', 'KG', -500, 365],
  ['I', 'study', 'UNICEF', 'KZ KG TJ UZ', -420, 365],
  ['I', 'study', 'UNRCCA', 'KG', 30, 200],
  ['I', 'courses', 'UNDP', 'TM', 60, 200],
  ['I', 'exchange', 'UNRCCA', 'TM', -20, 90],
  ['II', 'exchange', 'OSCE', 'UZ', -120, 300],
  ['II', 'law', 'UNODC', 'KG', -60, 200],
  ['II', 'courses', 'CTED', 'UZ', 90, 120],
  ['II', 'study', 'UNODC', 'KZ', -800, 300],
  ['III', 'courses', 'UNODC', 'UZ TJ', -180, 365],
  ['III', 'courses', 'UNDP', 'UZ', -100, 300],
  ['III', 'courses', 'OSCE', 'TJ', -365, 330],
  ['III', 'neighbours', 'UNDP', 'KZ', -60, 150],
  ['III', 'exchange', 'UNOCT', 'KZ KG TJ UZ', -90, 365],
  ['III', 'law', 'UNOCT', 'UZ', -45, 365],
  ['III', 'law', 'UNRCCA', 'TM', -300, 250],
  ['III', 'study', 'ISRS', 'UZ', -20, 365],
  ['III', 'neighbours', 'OSCE', 'TM', -330, 180],
  ['IV', 'law', 'UNODC', 'KZ', -150, 365],
  ['IV', 'law', 'UNICEF', 'KZ', -90, 365],
  ['IV', 'papers', 'UZ', 'UZ', -30, 365],
  ['IV', 'papers', 'UNICEF', 'UZ-TK', -365, 500],
  ['IV', 'papers', 'ICRC', 'TJ', -200, 500],
  ['IV', 'papers', 'KG', 'KG', -100, 300],
  ['IV', 'courses', 'EU', 'TJ', 45, 200],
  ['IV', 'study', 'EU', 'UZ', -700, 500],
]

const together: Record<string, readonly string[]> = { UNRCCA: ['UNOCT'], UNOCT: ['UNRCCA'] }

export async function fillMatrix(
  by: (key: string) => Promise<Do>,
  party: (code: string) => string,
  today: string,
): Promise<void> {
  const secretariat = await by('secretariat')
  const known = await secretariat(listInitiatives, { query: { limit: 1 } })
  if (known.body.rows.length > 0) return
  const { rows: pillars } = (await secretariat(listPillars, {})).body
  const pillar = (code: string) => pillars.find(one => one.code === code)?.id ?? ''
  const actionId = (await secretariat(listActions, { query: { limit: 1 } })).body.rows[0]?.id
  for (const [at, [code, work, lead, places, begins, lasts]] of rows.entries()) {
    const [kind, group] = kinds[work]
    const from = addDays(today, begins)
    const to = addDays(from, lasts)
    const body: AddInitiative = {
      id: newId(),
      pillarId: pillar(code),
      title: initiativeTitle(at, work),
      leadId: party(lead),
      // Who works together does not overlap.
      partnerIds: [...(at % 5 === 0 ? ['EU'] : []), ...(together[lead] ?? [])].map(party),
      places: places.split(' '),
      status: begins > 0 ? 'planned' : to < today ? (at % 2 === 0 ? 'stopped' : 'ended') : 'running',
      kind,
      groups: [group],
      from,
      to,
      plans: at % 4 === 0 ? ['JPoA'] : [],
      actionIds: actionId && at % 13 === 0 ? [actionId] : [],
      decisionIds: [],
      public: at % 3 === 0,
    }
    await secretariat(addInitiative, { body })
  }
  await fillResults(by, pillar, actionId, today)
}

/** What states say, by period counted back from the last; null is what nobody has reported. */
const said: Record<string, Record<string, readonly (number | null)[]>> = {
  '1.1.1': { KZ: [62, 55, 48], KG: [40, 33, null, 21], TJ: [null, 18, 12], UZ: [51, 44, 30] },
  '1.1.2': { KZ: [14, 11], KG: [9, 4], UZ: [null, 12] },
  '2.1.1': { KZ: [21, 26, 30], KG: [null, 45], TJ: [60, 75], UZ: [24, null, 38] },
}
const targets: Record<string, number> = { '1.1.1': 80, '1.1.2': 16, '2.1.1': 15 }

async function fillResults(
  by: (key: string) => Promise<Do>,
  pillar: (code: string) => string,
  actionId: string | undefined,
  today: string,
) {
  const [secretariat, chair, kyrgyz] = [await by('secretariat'), await by('chair'), await by('delegate-kg')]
  const outputs = new Map<string, string>()
  for (const one of outcomes) {
    const id = newId()
    await secretariat(addResult, {
      body: { id, kind: 'outcome', underId: pillar(one.pillar), code: one.code, title: one.title },
    })
    const outputId = newId()
    outputs.set(one.output.code, outputId)
    await secretariat(addResult, { body: { id: outputId, kind: 'output', underId: id, ...one.output } })
  }
  for (const { output, ...one } of indicators) {
    const id = newId()
    const outputId = outputs.get(output) ?? ''
    await secretariat(addIndicator, { body: { id, outputId, actionIds: actionId ? [actionId] : [], ...one } })
    const year = Number(today.slice(0, 4))
    const periods = periodsUntil(one.frequency, year - 2, today).toReversed()
    for (const [state, values] of Object.entries(said[one.code] ?? {})) {
      const who = state === 'KG' ? kyrgyz : secretariat
      const say = async (aspect: 'baseline' | 'target' | 'actual', period: string, value: number) => {
        const valueId = newId()
        await who(reportValue, {
          params: { id },
          body: { id: valueId, state: state as 'KZ', aspect, period, basedOn: 0, value }, // keys of the table above
        })
        return valueId
      }
      await say('baseline', String(year - 2), values.findLast(value => value !== null) ?? 0)
      await say('target', String(year + 1), targets[one.code] ?? 0)
      for (const [at, value] of values.entries()) {
        const period = periods[at]
        if (value === null || period === undefined) continue
        const valueId = await say('actual', period, value)
        if (at > 0) await chair(checkValue, { params: { id, valueId }, body: { verdict: 'checked' } })
      }
    }
  }
}
