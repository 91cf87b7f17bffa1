/** Beginning an assessment: whose, with what, and whether somebody looks at the same a second time. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { domainsFor, needs, needsId } from '@kerege/contract/assessments/needs'
import type { StartAssessment } from '@kerege/contract/assessments/schema'
import { invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'
import { today } from '../../platform/localDay.ts'

/** What is taken, as far as the actor writes in its section: an instrument, or needs with a domain that is theirs. */
export function takes(
  writable: readonly string[],
  instrument: string,
): { version: string; compartment: string } | null {
  if (instrument === needsId) {
    const mine = needs.domains.some(domain => writable.includes(domain.compartment))
    return mine ? { version: needs.version, compartment: 'contact' } : null
  }
  const found = findInstrument(instrument)
  return found && writable.includes(found.compartment)
    ? { version: found.version, compartment: found.compartment }
    : null
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function begin(ctx: Context, personId: string, body: StartAssessment): Promise<void> {
  const { writable } = await store.standing(ctx, personId)
  const known = await store.selected(ctx).where('a.id', '=', body.id).executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return
  }
  const taken = takes(writable, body.instrument)
  if (!taken) throw invalid([{ pointer: '/instrument', code: 'not-found' }])
  if (body.instrument === needsId) {
    const mine = domainsFor(needs, body.about).some(one => writable.includes(one.compartment))
    if (!mine) throw invalid([{ pointer: '/about', code: 'not-found' }])
  } else if (!body.agreed) throw invalid([{ pointer: '/agreed', code: 'required' }])
  if (body.besideId) await requireBeside(ctx, personId, body, body.besideId)
  const made = await ctx.tx
    .insertInto('assessments.assessments')
    .values({
      id: body.id,
      person_id: personId,
      case_id: sql<string | null>`assessments.case_of(${personId}::uuid)`,
      instrument: body.instrument,
      instrument_version: taken.version,
      compartment: taken.compartment,
      about: body.about,
      language: body.language ?? null,
      agreed: body.agreed ?? null,
      taken_on: today(ctx),
      account_id: ctx.actor.account,
      beside_id: body.besideId ?? null,
      started_at: ctx.now,
      updated_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  ctx.trail.touched(body.id, ['state'])
  ctx.trail.touched(personId)
}

/** A second look is somebody else's, at something finished, with the same instrument. */
async function requireBeside(ctx: Context, personId: string, body: StartAssessment, besideId: string) {
  const first = await store.selected(ctx).where('a.id', '=', besideId).executeTakeFirst()
  const fits =
    first?.person_id === personId && first.instrument === body.instrument && first.state === 'finished'
  if (!fits) throw invalid([{ pointer: '/besideId', code: 'not-found' }])
  if (first.account_id === ctx.actor.account) throw invalid([{ pointer: '/besideId', code: 'own-work' }])
}
