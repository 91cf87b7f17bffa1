/**
 * The frame of a journey: a page of its own for each that is opened. Where no browser starts, the whole file is skipped, and so reported as
 * not run.
 */
import type { Browser } from 'playwright-core'
import { describe, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import type { Owner } from './door.ts'
import type {} from './provided.ts'
import type { Place, Region } from './region.ts'
import { newPage, type Visit, type VisitOptions } from './visit.ts'

export type Open = (options?: VisitOptions) => Promise<Visit>

/** One for all files that a worker goes through; it ends with the worker. */
let browser: Promise<Browser> | undefined

/** @param tell declares the tests; `open` gives each a page of its own */
export function journey(name: string, tell: (open: Open) => void): void {
  const spec = inject('browser')
  describe.skipIf(spec === null)(name, () => {
    tell(async options => {
      if (!spec) throw new Error('no browser')
      browser ??= openBrowser(spec)
      return newPage(await browser, options)
    })
  })
}

/** Whom the journeys before met, who may be signed in still: a code is there every half minute only, and nobody waits for one. */
const met = new Map<string, { readonly since: number; readonly owner: Promise<Owner> }>()
/** Shorter than a session is fresh by minutes, so that no journey is asked for another proof because of one before it. */
const staysMs = 150_000

/** The region of this run, filled; the first journey to ask waits some seconds. */
export async function theRegion(): Promise<Region> {
  const place = JSON.parse(await ask('/')) as Place // made by region-setup.ts in this very run
  const owners = new Map<string, Promise<Owner>>()
  const meet = async (whose: string): Promise<Owner> => ({
    email: await ask(`/owner?${whose}`),
    code: () => ask(`/code?${whose}`),
  })
  return {
    ...place,
    owner(node, role) {
      const whose = String(new URLSearchParams({ node, role }))
      const here = owners.get(whose)
      if (here) return here
      const now = Date.now()
      const before = met.get(whose)
      const one = before && now - before.since < staysMs ? before : { since: now, owner: meet(whose) }
      met.set(whose, one)
      owners.set(whose, one.owner)
      return one.owner
    },
  }
}

async function ask(what: string): Promise<string> {
  const response = await fetch(inject('region') + what)
  const text = await response.text()
  if (!response.ok) throw new Error(`No region for this journey: ${text}`)
  return text
}
