/** Invented workers of a node say how practices of the region went, once these have come from the hub; a coordinator tells the hub of some. */
import { confirmUse, findHeld, sayUsed } from '@kerege/contract/exchange/routes'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../platform/ids.ts'
import type { RegionNode } from '../region/region.ts'
import { pull } from '../slices/exchange/index.ts'
import { enter } from './council.ts'
import { said } from './exchangeTexts.ts'
import type { DemoNode } from './types.ts'

interface Use {
  state: AdoptionState
  words: string
  /** Else it waits for the coordinator. */
  confirmed: boolean
}

const uses: Readonly<Record<string, readonly Use[]>> = {
  kz: [
    { state: 'worked', words: said.usedKz, confirmed: true },
    { state: 'trying', words: said.tryingKz, confirmed: false },
  ],
  uz: [{ state: 'partly', words: said.usedUz, confirmed: true }],
  kg: [{ state: 'stopped', words: said.usedKg, confirmed: true }],
}

/** Safe to repeat: what was said stays. */
export async function fillUses(node: RegionNode, demo: DemoNode): Promise<void> {
  const { hub } = node.running.node
  const own = uses[node.place.id]
  const byRole = (role: string) => demo.accounts.find(one => one.role === role && one.door)
  const [worker, coordinator] = [byRole('caseManager'), byRole('nationalCoordinator')]
  if (!hub || !own || !worker || !coordinator) return
  const [asWorker, asCoordinator] = [
    await enter(node.running, worker),
    await enter(node.running, coordinator),
  ]
  for (let tries = 0; tries < 3; tries++) {
    await pull(node.running.node, hub, true)
    const { rows } = (await asWorker(findHeld, { body: { state: 'published', limit: 5 } })).body
    if (rows.length === 0) {
      await pause(500)
      continue
    }
    for (const [at, { confirmed, ...use }] of own.entries()) {
      const row = rows[at]
      if (!row || row.use) continue
      const id = newId()
      await asWorker(sayUsed, { params: { id: row.id }, body: { id, ...use } })
      if (confirmed) await asCoordinator(confirmUse, { params: { id }, body: { share: true } })
    }
    return
  }
}
