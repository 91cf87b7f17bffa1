/** Recording what was said about sharing, and that it was taken back. Nothing is changed or deleted afterwards. */
import { draftFaults } from '@kerege/contract/consents/rules'
import type {
  Consent,
  PersonConsents,
  RecordConsent,
  WithdrawConsent,
} from '@kerege/contract/consents/schema'
import { invalid, notFound } from '@kerege/contract/errors'
import { termsOf } from '@kerege/contract/profile/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { longestMonths, type Whose, whose } from './standing.ts'
import * as store from './store.ts'

export async function ofPerson(ctx: Context, personId: string): Promise<PersonConsents> {
  const { label, standing, writable } = await whose(ctx, personId)
  const rows = await store.ofPerson(ctx, personId)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const may = (verb: (typeof ctx.actor.verbs)[number]) => ctx.actor.verbs.includes(verb)
  const { adultFrom } = standing
  return {
    person: label,
    rows: rows.map(row => store.toConsent(ctx, row, standing)),
    word: standing.word,
    assent: standing.assent,
    ...(adultFrom && adultFrom > today(ctx) ? { adultFrom } : {}),
    asked: rows.length > 0,
    longestMonths: longestMonths(ctx.node),
    carers: await store.carersOf(ctx, personId),
    mayRecord: may('consents.record') && writable.includes('contact'),
    mayTell: may('disclosures.make'),
    mayAnswer: may('requests.answer'),
  }
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function record(ctx: Context, personId: string, draft: RecordConsent): Promise<Consent> {
  const one = await whose(ctx, personId)
  const known = await store.find(ctx, draft.id)
  if (known && known.person_id !== personId) throw notFound()
  if (!known) await write(ctx, personId, draft, one)
  const row = await store.find(ctx, draft.id)
  if (!row) throw notFound()
  ctx.trail.touched(draft.id, known ? [] : ['kind'])
  ctx.trail.touched(personId)
  return store.toConsent(ctx, row, one.standing)
}

async function write(ctx: Context, personId: string, draft: RecordConsent, one: Whose) {
  const faults = [
    ...draftFaults(draft, one.standing, today(ctx), longestMonths(ctx.node)),
    ...(await strangers(ctx, personId, draft)),
    ...(draft.view && !one.writable.includes('protection') ? [{ pointer: '/view', code: 'not-yours' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
  const made = await ctx.tx
    .insertInto('consents.consents')
    .values({
      id: draft.id,
      person_id: personId,
      kind: draft.kind,
      given_by: draft.givenBy ?? null,
      giver_relation_id: draft.giver?.relationId ?? null,
      giver_name: draft.giver?.name ?? null,
      capacity: draft.capacity,
      language: draft.language ?? null,
      explained: draft.explained ?? null,
      interpreter: draft.interpreter,
      purposes: draft.purposes,
      recipients: draft.recipients,
      contacts: draft.contacts,
      classes: draft.classes,
      since: draft.since,
      until: draft.until ?? null,
      evidence: draft.evidence,
      evidence_note: draft.evidenceNote ?? null,
      document_id: draft.documentId ?? null,
      basis: draft.basis ?? null,
      basis_words: draft.basisWords ?? null,
      account_id: ctx.actor.account,
      recorded_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await say(ctx, draft.id, personId, { explained: draft.explainedWords, view: draft.view })
}

/** Carers, contacts and papers that are not there, or not this person's. */
async function strangers(ctx: Context, personId: string, draft: RecordConsent) {
  const carers = draft.giver?.relationId ? await store.carersOf(ctx, personId) : []
  const carer = !draft.giver?.relationId || carers.some(one => one.relationId === draft.giver?.relationId)
  const contacts = await ctx.tx
    .selectFrom('consents.contacts as k')
    .select('k.id')
    .where(sql<boolean>`k.id = any (${draft.contacts}::uuid[])`)
    .execute()
  const paper = draft.documentId
    ? await ctx.tx
        .selectFrom('documents.documents as d')
        .select('d.id')
        .where('d.id', '=', draft.documentId)
        .where('d.subject_id', '=', personId)
        .executeTakeFirst()
    : { id: '' }
  return [
    ...(carer ? [] : [{ pointer: '/giver/relationId', code: 'not-found' }]),
    ...draft.contacts.flatMap((id, at) =>
      contacts.some(one => one.id === id) ? [] : [{ pointer: `/contacts/${at}`, code: 'not-found' }],
    ),
    ...(paper ? [] : [{ pointer: '/documentId', code: 'not-found' }]),
  ]
}

const say = async (
  ctx: Context,
  consentId: string,
  personId: string,
  words: Partial<Record<'explained' | 'view' | 'withdrawn', string | undefined>>,
) => {
  const rows = Object.entries(words).flatMap(([part, text]) =>
    text === undefined
      ? []
      : [
          {
            consent_id: consentId,
            person_id: personId,
            part,
            compartment: part === 'view' ? 'protection' : 'social',
            words: text,
          },
        ],
  )
  if (rows.length > 0) await ctx.tx.insertInto('consents.words').values(rows).execute()
}

/**
 * Taken back twice is taken back once. From this moment nothing more is told on it; whoever was told is called to mind.
 * @throws DomainError `not-found`
 */
export async function withdraw(ctx: Context, id: string, { who, why }: WithdrawConsent): Promise<Consent> {
  const seen = await store.find(ctx, id)
  if (!seen) throw notFound()
  const { standing } = await whose(ctx, seen.person_id)
  const moved = await ctx.tx
    .updateTable('consents.consents')
    .set({
      withdrawn_at: ctx.now,
      withdrawn_by: ctx.actor.account,
      withdrawn_who: who,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows) {
    await say(ctx, id, seen.person_id, { withdrawn: why })
    await sql`select consents.call_withdrawn(${id}::uuid, ${addDays(today(ctx), termsOf(ctx.node.profile).tellBackDays)}::date, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    ctx.trail.touched(id, ['withdrawn'])
  }
  ctx.trail.touched(seen.person_id)
  const row = await store.find(ctx, id)
  // Who may not write in the contact section of the person changed nothing.
  if (!row?.withdrawn_at) throw notFound()
  return store.toConsent(ctx, row, standing)
}
