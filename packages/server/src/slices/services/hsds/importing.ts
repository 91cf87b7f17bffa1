/** A directory that comes as a file: looked at row by row, then taken whole as it was shown, in one transaction. */
import { createHash } from 'node:crypto'
import type { Language } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import type { AddService, HsdsReport, Organisation, Service } from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import * as keeping from '../keeping.ts'
import * as organisations from '../organisations.ts'
import * as store from '../store.ts'
import { everyOrganisation } from './file.ts'
import { type ReadRow, readHsds } from './read.ts'

const mostRows = 5000
const mostFaults = 200

interface Planned extends ReadRow {
  outcome: HsdsReport['rows'][number]['outcome']
  before?: Service | undefined
}

export async function preview(ctx: Context, bytes: Uint8Array, language: Language): Promise<HsdsReport> {
  const planned = await plan(ctx, bytes, language)
  return count(ctx, reportOf(planned))
}

/** @throws DomainError `import-changed` when what would be done is no longer what was shown */
export async function take(
  ctx: Context,
  bytes: Uint8Array,
  { language, seen }: { language: Language; seen: string },
): Promise<HsdsReport> {
  // Two people who bring a directory at once: the second one sees what the first one brought.
  await sql`select pg_advisory_xact_lock(68)`.execute(ctx.tx)
  const planned = await plan(ctx, bytes, language)
  const report = reportOf(planned)
  if (report.seen !== seen) throw new DomainError('conflict', 'import-changed')
  const known = await everyOrganisation(ctx)
  for (const one of planned) await bring(ctx, one, known)
  return count(ctx, report)
}

function count(ctx: Context, report: HsdsReport): HsdsReport {
  ctx.trail.counted('new', report.fresh)
  ctx.trail.counted('changed', report.changed)
  ctx.trail.counted('left-out', report.leftOut)
  return report
}

async function plan(ctx: Context, bytes: Uint8Array, language: Language): Promise<Planned[]> {
  const areas = await keeping.knownAreas(ctx)
  const byName = new Map(
    [...areas].flatMap(([code, name]) =>
      Object.values(name).map(one => [one.text.toLocaleLowerCase(), code] as const),
    ),
  )
  const rows = readHsds(dataOf(bytes), {
    language,
    findArea: said => (areas.has(said) ? said : byName.get(said.trim().toLocaleLowerCase())),
  })
  if (!rows) throw new DomainError('invalid', 'hsds-unreadable')
  if (rows.length > mostRows) throw new DomainError('too-large', 'too-large', { limit: mostRows })
  const before = new Map((await store.all(ctx)).map(one => [one.id, one]))
  const bodies = await everyOrganisation(ctx)
  const twice = new Set<string>()
  return rows.map(row => {
    const { service, organisation } = row
    if (!service || !organisation) return { ...row, outcome: 'left-out' }
    if (twice.has(service.id))
      return { ...row, outcome: 'left-out', faults: [{ field: '/id', code: 'twice' }] }
    twice.add(service.id)
    const old = before.get(service.id)
    if (!old) return { ...row, outcome: 'new' }
    const alike =
      fingerprint(service) === fingerprint(old) &&
      sameBody(organisation, bodies.get(organisation.id)) &&
      (row.checkedOn === undefined || row.checkedOn === old.verifiedOn)
    return { ...row, outcome: alike ? 'same' : 'changed', before: old }
  })
}

function dataOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new DomainError('invalid', 'hsds-unreadable')
  }
}

/** Of what a file says, and nothing of what only we know. */
function fingerprint(one: AddService | Service): string {
  const { organisationId, name, description, eligibility, apply, minAge, maxAge, areas, cost } = one
  const { languages, domains, costNote, capacity, phone, email, website, state, places } = one
  const texts = [name, description, eligibility, apply].map(map =>
    Object.entries(map ?? {})
      .map(([language, { text }]) => [language, text])
      .toSorted(),
  )
  const ordered = places.map(place => Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify([
    ...[organisationId, texts, minAge, maxAge, languages.toSorted(), domains.toSorted(), areas.toSorted()],
    ...[cost, costNote, capacity, phone, email, website, state, ordered],
  ])
}

type Body = NonNullable<ReadRow['organisation']>
const sameBody = (one: Body, old: Organisation | undefined) => {
  const of = ({ name, kind, phone, email, website }: Body | Organisation) =>
    JSON.stringify([
      Object.entries(name)
        .map(([language, { text }]) => [language, text])
        .toSorted(),
      ...[kind, phone, email, website],
    ])
  return old !== undefined && of(one) === of(old)
}

async function bring(ctx: Context, planned: Planned, known: Map<string, Organisation>): Promise<void> {
  const { outcome, service, organisation, before, checkedOn } = planned
  if (!service || !organisation || outcome === 'same' || outcome === 'left-out') return
  const there = known.get(organisation.id)
  if (!there) known.set(organisation.id, await organisations.add(ctx, organisation))
  else if (!sameBody(organisation, there)) {
    // Which agency of ours it is, and that it closed, no file says.
    await organisations.write(ctx, there, {
      ...organisation,
      ...(there.agencyId ? { agencyId: there.agencyId } : {}),
      closed: there.closed,
    })
    known.set(organisation.id, { ...there, ...organisation, version: there.version + 1 })
  }
  const checked = checkedOn && checkedOn <= today(ctx) ? { on: checkedOn, by: null } : undefined
  const { id: _, ...facts } = service
  if (before) await keeping.update(ctx, before, facts, organisation.name, checked)
  else await keeping.insert(ctx, service, organisation.name, checked ?? { on: null, by: null })
}

function reportOf(planned: readonly Planned[]): HsdsReport {
  const of = (outcome: Planned['outcome']) => planned.filter(one => one.outcome === outcome).length
  const faults = planned.flatMap(({ row, faults: own }) =>
    own.map(({ field, code }) => ({ row, column: '', field, code })),
  )
  const rows = planned.map(({ row, outcome, title }) => ({ row, outcome, title }))
  return {
    fresh: of('new'),
    changed: of('changed'),
    same: of('same'),
    leftOut: of('left-out'),
    rows,
    faults: faults.slice(0, mostFaults),
    moreFaults: Math.max(0, faults.length - mostFaults),
    unread: [...new Set(planned.flatMap(one => one.unread))].slice(0, 40),
    seen: createHash('sha256')
      .update(
        JSON.stringify(
          planned.map(({ outcome, service, organisation, checkedOn, before }) => [
            ...[outcome, service, organisation, checkedOn, before?.version],
          ]),
        ),
      )
      .digest('hex'),
  }
}
