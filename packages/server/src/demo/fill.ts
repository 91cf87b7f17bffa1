/**
 * Fills a node of the demo region: staff first, so that the doors open, then families in portions, with progress.
 * Writes as the owner of the tables, by COPY. A node that is filled already is only brought up to today.
 */
import type { DemoDoor } from '@kerege/contract/access/schema'
import pg from 'pg'
import type { z } from 'zod'
import type { Filler, RegionNode } from '../region/region.ts'
import { fillAssessments } from './assessments.ts'
import { fillCasework } from './casework.ts'
import { fillSituation } from './situation.ts'
import { copyCases, inventCases } from './cases.ts'
import { copyConsents } from './consents.ts'
import { fillCouncil } from './council.ts'
import { fillUses } from './exchangeUses.ts'
import { fillDuplicates } from './fillDuplicates.ts'
import { fillFamilies } from './fillFamilies.ts'
import { fillMore } from './fillMore.ts'
import { fillGuidance } from './guidance.ts'
import { inventHub } from './hub.ts'
import { publish } from '../slices/exchange/index.ts'
import { inventNode } from './node.ts'
import { seatCommission } from './commission.ts'
import { copyMeetings } from './meetings.ts'
import { copyPlans } from './plans.ts'
import { copyPapers } from './paperTables.ts'
import { fillAbroad } from './abroad.ts'
import { fillLessons } from './lessons.ts'
import { fillOperations } from './operationTables.ts'
import { fillReception } from './reception.ts'
import { fillGlass } from './glass.ts'
import { fillRights } from './rights.ts'
import { fillReferrals } from './referrals.ts'
import { demoSeed as seed } from './seed.ts'
import { fillServices } from './services.ts'
import { fillStaff } from './fillStaff.ts'
import { inventSecondRecords } from './secondRecords.ts'
import { fillTrainings } from './trainings.ts'
import { fillEntitlements } from './entitlements.ts'
import { fillTransfers } from './transfers.ts'
import { bringUpToDate } from './upToDate.ts'
import { copyNotices, copyTasks } from './tables.ts'
import { demoStates, type DemoNode, type DemoState } from './types.ts'

type Door = z.infer<typeof DemoDoor>

/** `small`: the families of the doors and their colleagues, about 1,300 people a node; `whole`: about 2,000, at every place of the way. */
export type DemoSize = 'small' | 'whole'

/** The first families are three quarters of the work. */
const firstShare = 0.75

/** @param today the day around which everything lies, so that "due today" is never empty */
export function demoFiller(today: string, size: DemoSize): Filler {
  const invented = new Map<string, DemoNode>()
  let hubFilled: Promise<void> | undefined
  const nodeOf = (id: string) => {
    const known = invented.get(id)
    if (known) return known
    const made = isState(id) ? inventNode(id, seed, today) : inventHub(seed, today)
    invented.set(id, made)
    return made
  }
  return {
    doors: id => doorsOf(nodeOf(id)),
    async fill(node, onProgress) {
      const rest = size === 'whole' && node.place.kind === 'national'
      const filled = fillNode(node, nodeOf(node.place.id), today, share =>
        onProgress(rest ? share * firstShare : share),
      )
      // The hub is the first of the region: what it recommends can be fetched when it has been written.
      if (node.place.kind === 'hub') hubFilled = filled
      await filled
      const { id, kind } = node.place
      // Its own fault is told by the hub itself.
      const isThere = await hubFilled?.then(
        () => true,
        () => false,
      )
      // A lesson that came before the practices of the hub would be taken for them.
      if (isState(id)) await fillLessons(node, nodeOf(id), id)
      if (kind === 'national' && isThere) await shareGuidance(node, nodeOf(id))
      if (rest && isState(id)) {
        const tell = (share: number) => onProgress(firstShare + (1 - firstShare) * share)
        await fillRest(node, { ...nodeOf(id), id }, today, tell)
      }
    },
  }
}

const isState = (id: string): id is DemoState => (demoStates as readonly string[]).includes(id)

const doorsOf = (demo: DemoNode): Door[] =>
  demo.accounts
    .filter(account => account.door)
    .map(account => ({ key: account.email, role: account.role, name: account.name, hint: account.key }))

async function shareGuidance(node: RegionNode, demo: DemoNode) {
  await fillGuidance(node, demo)
  await fillUses(node, demo)
}

async function fillNode(
  node: RegionNode,
  demo: DemoNode,
  today: string,
  onProgress: (share: number) => void,
) {
  const client = new pg.Client({ connectionString: node.urls.ownerUrl })
  await client.connect()
  try {
    const filled = await client.query('select 1 from access.accounts limit 1')
    if (filled.rowCount === 0) {
      await fillStaff(client, node, demo)
      onProgress(0.1)
    }
    const came = await fillFamilies(client, demo, share => onProgress(0.1 + 0.8 * share))
    const work = await client.query('select 1 from tasks.tasks limit 1')
    if (work.rowCount === 0) await fillWork(client, demo)
    else await bringUpToDate(client, demo)
    await client.query('select people.count_words()')
    await fillSecondRecords(client, node, demo)
    const papers = await client.query('select 1 from people.papers limit 1')
    if (papers.rowCount === 0 && demo.papers.length > 0) await fillPapers(client, demo)
    const operations = await client.query('select 1 from repatriation.operations limit 1')
    if (operations.rowCount === 0 && isState(demo.id)) {
      await fillOperations(client, demo, demo.id, seed, today)
      await fillAbroad(client, demo, demo.id, seed, today)
      await fillReception(client, demo, demo.id, seed, today)
      await fillAssessmentsOnce(client, demo, demo.id, today)
    }
    if (isState(demo.id)) await fillServicesOnce(client, demo, demo.id, today)
    if (demo.kind === 'national') await fillCases(client, node, demo)
    if (isState(demo.id)) await fillCaseworkOnce(client, demo, demo.id, today)
    if (isState(demo.id)) await fillFormsOnce(client, demo, demo.id, today)
    if (isState(demo.id)) await fillRightsOnce(client, demo, demo.id, today)
    if (isState(demo.id)) await fillGlassOnce(client, node, demo, demo.id, today)
    if (demo.kind === 'hub') {
      await fillCouncil(node, demo, today)
      await fillTrainings(client, demo, today)
      // The nodes ask as soon as the hub is filled.
      await publish(node.running.node)
    }
    // Whoever was compared while families were still coming was compared by names that nobody had counted yet.
    if (came > 0) {
      await client.query('update people.compare_state set version = 0, reached = null, compared = 0')
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function fillRest(
  node: RegionNode,
  demo: DemoNode & { id: DemoState },
  today: string,
  tell: (share: number) => void,
) {
  const client = new pg.Client({ connectionString: node.urls.ownerUrl })
  await client.connect()
  try {
    await fillMore(client, node, demo, { seed, today, tell })
  } finally {
    await client.end()
  }
}

async function fillWork(client: pg.Client, demo: DemoNode) {
  await client.query('begin')
  await copyTasks(client, demo.tasks, demo.accounts)
  await copyNotices(client, demo.notifications)
  await client.query('commit')
}

/** Once: who has been merged meanwhile stays merged. */
async function fillSecondRecords(client: pg.Client, node: RegionNode, demo: DemoNode) {
  const second = inventSecondRecords(demo, seed, dayOf(node))
  if (second.people.length === 0) return
  const there = await client.query('select 1 from people.persons where id = any ($1) limit 1', [
    second.people.map(person => person.id),
  ])
  if (there.rowCount === 0) await fillDuplicates(client, node, demo, second)
}

/** Once: whoever opened, gave out or ended a case meanwhile goes on from there. */
async function fillCases(client: pg.Client, node: RegionNode, demo: DemoNode) {
  const there = await client.query('select 1 from cases.cases limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  if (isState(demo.id)) {
    const cases = inventCases({ ...demo, id: demo.id }, seed, dayOf(node))
    await copyCases(client, cases)
    await copyConsents(client, cases, { ...demo, id: demo.id }, dayOf(node))
    await copyPlans(client, cases, demo.id, dayOf(node))
    const commission = await seatCommission(client, node, demo, seed)
    await copyMeetings(client, cases, { ...demo, id: demo.id }, commission, dayOf(node))
    await fillReferrals(client, demo, demo.id, dayOf(node))
    await fillEntitlements(client, demo, demo.id, dayOf(node))
    await fillTransfers(client, demo, demo.id, dayOf(node))
  }
  await client.query('commit')
}

/** Once: whoever changed or checked a service meanwhile is not overwritten. */
async function fillServicesOnce(client: pg.Client, demo: DemoNode, state: DemoState, today: string) {
  const there = await client.query('select 1 from services.organisations limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  await fillServices(client, demo, state, seed, today)
  await client.query('commit')
}

/** Once: whatever was assessed meanwhile stands beside it. */
async function fillAssessmentsOnce(client: pg.Client, demo: DemoNode, state: DemoState, today: string) {
  const there = await client.query('select 1 from assessments.assessments limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  await fillAssessments(client, demo, state, seed, today)
  await client.query('commit')
}

/** Once: whatever was written meanwhile stands beside it. */
async function fillCaseworkOnce(client: pg.Client, demo: DemoNode, state: DemoState, today: string) {
  const there = await client.query('select 1 from casework.notes limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  await fillCasework(client, demo, state, seed, today)
  await fillSituation(client, demo, state, seed, today)
  await client.query('commit')
}

/** Once: whatever was handed in meanwhile stands beside it. */
async function fillFormsOnce(client: pg.Client, demo: DemoNode, state: DemoState, today: string) {
  const there = await client.query('select 1 from forms.forms limit 1')
  if (there.rowCount !== 0) return
  const { fillForms } = await import('./forms.ts')
  await client.query('begin')
  await fillForms(client, demo, state, seed, today)
  await client.query('commit')
}

/** Once: whatever came of the complaints meanwhile stays. */
async function fillRightsOnce(client: pg.Client, demo: DemoNode, state: DemoState, today: string) {
  const there = await client.query('select 1 from rights.complaints limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  await fillRights(client, demo, state, today)
  await client.query('commit')
}

/** Once: whatever was opened and looked at meanwhile stays. */
async function fillGlassOnce(
  client: pg.Client,
  node: RegionNode,
  demo: DemoNode,
  state: DemoState,
  today: string,
) {
  const there = await client.query('select 1 from glass.openings limit 1')
  if (there.rowCount !== 0) return
  await client.query('begin')
  await fillGlass(client, node.running.node.keys, demo, state, today)
  await client.query('commit')
}

const dayOf = (node: RegionNode) => node.running.node.now().toISOString().slice(0, 10)

async function fillPapers(client: pg.Client, demo: DemoNode) {
  await client.query('begin')
  await copyPapers(client, demo.papers)
  await client.query('commit')
}
