/** The directory as a file: one page of fully nested services, as an API of HSDS answers, whole and without a second page. */
import type { Language } from '@kerege/contract/common'
import { textIn } from '@kerege/contract/common'
import type { Organisation } from '@kerege/contract/services/schema'
import type { Context } from '../../../platform/context.ts'
import { once, type Outflow } from '../../../platform/handler.ts'
import { knownAreas } from '../keeping.ts'
import * as organisations from '../organisations.ts'
import * as store from '../store.ts'
import { hsdsVersion } from './shape.ts'
import { serviceOut, type Writing } from './write.ts'

export async function hsdsFile(ctx: Context, language: Language): Promise<Outflow> {
  const services = await store.all(ctx)
  const bodies = await everyOrganisation(ctx)
  const areas = await knownAreas(ctx)
  const writing: Writing = {
    language,
    areaName: code => {
      const name = areas.get(code)
      return name ? textIn(name, language).text : code
    },
    offset: offsetOf(ctx.node.info.timeZone, ctx.now),
    country: ctx.node.info.country ?? '',
  }
  const contents = services.flatMap(one => {
    const organisation = bodies.get(one.organisationId)
    return organisation ? [serviceOut(one, organisation, writing)] : []
  })
  const page = {
    total_items: contents.length,
    total_pages: 1,
    page_number: 1,
    size: contents.length,
    first_page: true,
    last_page: true,
    empty: contents.length === 0,
    contents,
  }
  ctx.trail.counted('services', contents.length)
  const bytes = Buffer.from(`${JSON.stringify(page, null, 1)}\n`)
  return {
    contentType: 'application/json',
    fileName: `services-hsds-${hsdsVersion}.json`,
    chunks: once(bytes),
    length: bytes.length,
  }
}

export async function everyOrganisation(ctx: Context): Promise<Map<string, Organisation>> {
  const found = new Map<string, Organisation>()
  let cursor: string | undefined
  do {
    const page = await organisations.list(ctx, { limit: 200, ...(cursor ? { cursor } : {}) })
    for (const one of page.rows) found.set(one.id, one)
    cursor = page.next
  } while (cursor)
  return found
}

/** `+05:00`, as it is on that day. */
function offsetOf(timeZone: string, at: Date): string {
  const part = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(one => one.type === 'timeZoneName')?.value
  return part?.replace('GMT', '') || 'Z'
}
