/**
 * Keeping what was said, and finishing. What is finished does not change; who sees it differently assesses anew. An answer
 * that is a matter of safety opens its task as soon as it is kept, since a form may never be finished.
 */
import { readAnswers } from '@kerege/contract/assessments/answers'
import type { Instrument } from '@kerege/contract/assessments/instrument'
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { domainsFor, needsId, needsOf } from '@kerege/contract/assessments/needs'
import type { DraftLevels, SaveAssessment } from '@kerege/contract/assessments/schema'
import { type Answers, safetyRules, score } from '@kerege/contract/assessments/score'
import { type Fault, invalid } from '@kerege/contract/errors'
import type { z } from 'zod'
import type { Compartment } from '@kerege/contract/access/compartments'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { makeByProgram } from '../tasks/index.ts'
import { ownCutOffs } from './instruments.ts'
import * as store from './store.ts'
import { today } from '../../platform/localDay.ts'

type Levels = z.output<typeof DraftLevels>

export async function save(ctx: Context, id: string, body: SaveAssessment): Promise<void> {
  const row = await store.lock(ctx, id)
  await keep(ctx, row, body)
}

/** @throws DomainError `invalid` naming each domain that lacks its level or its reason */
export async function finish(ctx: Context, id: string, body: SaveAssessment): Promise<void> {
  const row = await store.lock(ctx, id)
  await keep(ctx, row, body)
  if (row.instrument === needsId) await finishNeeds(ctx, row, body.levels ?? {})
  else await finishInstrument(ctx, row, body.answers ?? {})
}

export async function discard(ctx: Context, id: string): Promise<void> {
  const row = await store.lock(ctx, id)
  await ctx.tx.deleteFrom('assessments.assessments').where('id', '=', id).execute()
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(row.person_id)
}

async function keep(ctx: Context, row: store.Found, body: SaveAssessment): Promise<void> {
  const wanted = row.instrument === needsId ? body.levels : body.answers
  const other = row.instrument === needsId ? '/answers' : '/levels'
  if (!wanted || (body.answers && body.levels)) throw invalid([{ pointer: other, code: 'unknown-field' }])
  if (row.instrument === needsId) await requireDomains(ctx, row, body.levels ?? {})
  else requireAnswers(instrumentOf(row), body.answers ?? {})
  await ctx.tx
    .updateTable('assessments.assessments')
    .set({ answers: JSON.stringify(wanted), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
  ctx.trail.touched(row.id, ['answers'])
  ctx.trail.touched(row.person_id)
  if (body.answers) await lookIn(ctx, row, body.answers)
}

function requireAnswers(instrument: Instrument, said: Answers): void {
  const { faults } = readAnswers(instrument, said)
  const [first] = faults
  if (first) throw invalid(faults.map(fault => ({ pointer: `/answers/${fault.item}`, code: fault.code })))
}

/** A domain whose section is not the actor's to write does not exist for them. */
async function requireDomains(ctx: Context, row: store.Found, levels: Levels): Promise<void> {
  const mine = (await writableDomains(ctx, row)).map(one => one.id as string)
  const strange = Object.keys(levels).filter(domain => !mine.includes(domain))
  if (strange.length > 0)
    throw invalid(strange.map(domain => ({ pointer: `/levels/${domain}`, code: 'not-found' })))
}

export async function writableDomains(ctx: Context, row: store.Found) {
  const { writable, birth } = await store.standing(ctx, row.person_id)
  const set = needsOf(row.instrument_version)
  const age = store.ageOf(ctx, birth)
  return set ? domainsFor(set, row.about as never, age).filter(one => writable.includes(one.compartment)) : []
}

async function finishNeeds(ctx: Context, row: store.Found, levels: Levels): Promise<void> {
  const domains = await writableDomains(ctx, row)
  const faults = domains.flatMap(({ id }): Fault[] => {
    const said = levels[id]
    if (!said) return [{ pointer: `/levels/${id}/level`, code: 'required' }]
    return (said.reason ?? '').length < 3 ? [{ pointer: `/levels/${id}/reason`, code: 'required' }] : []
  })
  if (faults.length > 0) throw invalid(faults)
  for (const { id, compartment } of domains) {
    const said = levels[id]
    if (!said?.reason) continue
    await ctx.tx
      .insertInto('assessments.levels')
      .values({
        assessment_id: row.id,
        person_id: row.person_id,
        domain: id,
        compartment,
        level: said.level,
        reason: said.reason,
      })
      .execute()
    leave(ctx, row, compartment, 'needs', { domain: id, ...said })
  }
  await close(ctx, row, { answers: '{}' })
}

async function finishInstrument(ctx: Context, row: store.Found, answers: Answers): Promise<void> {
  const instrument = instrumentOf(row)
  const own = row.language ? await ownCutOffs(ctx, instrument, row.language) : {}
  const outcome = score(instrument, answers, own)
  await close(ctx, row, { outcome: JSON.stringify(outcome), cut_offs: JSON.stringify(own) })
  leave(ctx, row, instrument.compartment, 'assessment', { instrument: row.instrument, ...outcome })
}

const close = (ctx: Context, row: store.Found, more: Record<string, string>) =>
  ctx.tx
    .updateTable('assessments.assessments')
    .set({ ...more, state: 'finished', finished_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()

function leave(
  ctx: Context,
  row: store.Found,
  compartment: Compartment,
  field: string,
  after: unknown,
): void {
  ctx.trail.changed({
    personId: row.person_id,
    subjectId: row.person_id,
    compartment,
    kind: 'created',
    version: row.version,
    changes: [{ field, before: null, after }],
  })
}

/** Whoever does the psychosocial work with this person gets a task for today; each once for this form. */
async function lookIn(ctx: Context, row: store.Found, answers: Answers): Promise<void> {
  if (safetyRules(instrumentOf(row), answers).length === 0) return
  const staff = await sql<{ account: string }>`
    select f as account from assessments.who_looks_in(${row.person_id}::uuid) f`.execute(ctx.tx)
  const told = await ctx.tx
    .selectFrom('tasks.tasks')
    .select('owner_id')
    .where('origin', '=', 'assessment')
    .where('origin_id', '=', row.id)
    .execute()
  const owners = new Set([ctx.actor.account, ...staff.rows.map(one => one.account)])
  for (const { owner_id } of told) owners.delete(owner_id)
  for (const ownerId of owners) {
    await makeByProgram(ctx, {
      kind: 'safety-follow-up',
      ownerId,
      subjectId: row.person_id,
      compartment: 'mhpss',
      due: today(ctx),
      origin: 'assessment',
      originId: row.id,
    })
  }
}

function instrumentOf(row: store.Found): Instrument {
  const found = findInstrument(row.instrument, row.instrument_version)
  if (!found) throw new Error('an assessment by a version that does not ship')
  return found
}
