/** The invented coordinator of a node says how guidance of the Council is put into practice, once it has come from the hub. */
import { listGuidance, sayUse } from '@kerege/contract/guidance/routes'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../platform/ids.ts'
import type { RegionNode } from '../region/region.ts'
import { pull } from '../slices/exchange/index.ts'
import { enter } from './council.ts'
import { said } from './exchangeTexts.ts'
import type { DemoNode } from './types.ts'

const uses: Readonly<Record<string, { state: 'in-use' | 'planned'; words: string }>> = {
  kz: { state: 'in-use', words: said.useKz },
  kg: { state: 'planned', words: said.useKg },
}

/** Safe to repeat: what was said stays. */
export async function fillGuidance(node: RegionNode, demo: DemoNode): Promise<void> {
  const { hub } = node.running.node
  const coordinator = demo.accounts.find(({ role, door }) => role === 'nationalCoordinator' && door)
  if (!hub || !coordinator) return
  const by = await enter(node.running, coordinator)
  for (let tries = 0; tries < 10; tries++) {
    // The hub was asked before it had anything to say; its next turn is now.
    await pull(node.running.node, hub, true)
    const { rows } = (await by(listGuidance, { query: { domain: 'education', state: 'in-force' } })).body
    const [first] = rows
    if (first) {
      const use = uses[node.place.id]
      if (use && !first.use) {
        await by(sayUse, { params: { id: first.id }, body: { id: newId(), ...use, share: true } })
      }
      return
    }
    await pause(500)
  }
}
