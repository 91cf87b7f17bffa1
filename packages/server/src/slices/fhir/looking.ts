/** A file that somebody brings, read and divided: the same for looking at it and for taking it in. Writes nothing. */
import { createHash } from 'node:crypto'
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Divided } from '@kerege/contract/fhir/divide'
import type { FhirLook } from '@kerege/contract/fhir/importing'
import type { CaseRecord } from '@kerege/contract/fhir/record'
import { nameText, shownName } from '@kerege/contract/people/rules'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { lookAlikesOf } from '../people/index.ts'
import { takenBefore } from './store.ts'

/** As many faults as anybody mends at once. */
const mostFaults = 50
const mostAlike = 5

export const digestOf = (bundle: object): Buffer =>
  createHash('sha256').update(JSON.stringify(bundle)).digest()

export async function read(bundle: object) {
  // Loaded with the first file.
  const { readBundle } = await import('@kerege/contract/fhir/bundle')
  return readBundle(bundle)
}

export async function divided(ctx: Context, record: CaseRecord, known: boolean): Promise<Divided> {
  const { divide } = await import('@kerege/contract/fhir/divide')
  const { write } = ctx.actor.rights
  return divide(record, {
    // Whoever brings somebody stands beside them from then on.
    writes: (section: Compartment) => write?.[section]?.includes('own') ?? false,
    known,
    today: today(ctx),
  })
}

export async function look(ctx: Context, bundle: object): Promise<FhirLook> {
  const { record, faults, skipped, sender } = await read(bundle)
  const types = new Map<string, number>()
  for (const { type } of skipped) types.set(type, (types.get(type) ?? 0) + 1)
  const head = {
    ...(sender ? { sender } : {}),
    faults: faults.slice(0, mostFaults).map(({ path, code }) => ({ path: path.slice(0, 300), code })),
    moreFaults: Math.max(0, faults.length - mostFaults),
    skipped: [...types].map(([type, n]) => ({ type, n })),
  }
  if (!record || faults.length > 0) return { ...head, alike: [], relatives: 0, goals: 0, told: [] }
  const { contact, area } = record.person
  const { names, birth, sex } = contact
  const [alike = []] = await lookAlikesOf(ctx, [{ sketch: { names, birth, sex, limit: mostAlike } }])
  const before = await takenBefore(ctx, digestOf(bundle))
  const parts = await divided(ctx, record, false)
  const told = new Map<FhirLook['told'][number]['kind'], number>()
  for (const { kind } of parts.told) told.set(kind, (told.get(kind) ?? 0) + 1)
  ctx.trail.shown(alike.map(one => one.id))
  const shown = shownName(names)
  return {
    ...head,
    person: { name: shown ? nameText(shown) : '', birth, sex, ...(area ? { area } : {}) },
    alike,
    ...(before ? { before: { personId: before.person_id, at: before.at } } : {}),
    relatives: parts.relatives.length,
    goals: parts.goals.length,
    told: [...told].map(([kind, n]) => ({ kind, n })),
  }
}
