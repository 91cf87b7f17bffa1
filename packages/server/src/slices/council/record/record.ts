/**
 * The summary record of a session: drafted by the program, edited as a document, drafted anew while nobody else has it,
 * circulated with a term for corrections, and approved from inside the agenda of a later session.
 */
import { type Language, languages } from '@kerege/contract/common'
import type { DocumentState } from '@kerege/contract/council/documents/states'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { redrafted } from '@kerege/contract/council/record/redrafting'
import type * as routes from '@kerege/contract/council/record/routes'
import type { Redrafting, SessionRecord } from '@kerege/contract/council/record/schema'
import { correctionsOver, correctionsReminder, correctionsUntil } from '@kerege/contract/council/record/term'
import { parseSymbol, recordOf } from '@kerege/contract/council/symbols'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { rulesOf } from '../bodies.ts'
import { tellEverybody } from '../deciding.ts'
import * as documents from '../documents/actions.ts'
import * as documentStore from '../documents/store.ts'
import { findText, indexSymbol, writeText } from '../documents/textStore.ts'
import { nextSource, sameText } from '../documents/texts.ts'
import { type FoundSession, get as getSession } from '../sessionStore.ts'
import { draftRecord } from './draft.ts'
import * as store from './recordStore.ts'
import { sourcesOf } from './sources.ts'

const draftable: readonly string[] = ['under-way', 'closed']

/**
 * In the language asked for, and in the working languages of the body as translations that wait for a reader.
 * @throws DomainError `session-state`, `symbol-without-base`, `record-drafted` when there is one already
 */
export async function draft(
  ctx: Context,
  sessionId: string,
  { documentId, language }: Parsed<typeof routes.draftRecord>['body'],
): Promise<SessionRecord> {
  const session = await store.lockSession(ctx, sessionId)
  const there = await store.findRecord(ctx.tx, sessionId)
  if (there?.document_id === documentId) return store.read(ctx, sessionId)
  if (there) throw new DomainError('conflict', 'record-drafted')
  if (session.body_id === null) throw notFound()
  if (!draftable.includes(session.state))
    throw new DomainError('conflict', 'session-state', { state: session.state })
  const meeting = parseSymbol(session.symbol ?? '')
  if (!meeting) throw new DomainError('conflict', 'symbol-without-base')
  const texts = await write(ctx, session, [
    language,
    ...(await rulesOf(ctx.tx, session.body_id)).rules.languages,
  ])
  await begin(ctx, { id: documentId, session, bodyId: session.body_id, language, texts })
  await number(ctx, documentId, recordOf(meeting))
  ctx.trail.touched(sessionId, ['record'])
  return store.read(ctx, sessionId)
}

type Texts = ReadonlyMap<Language, DocumentText>

/** What the program says today, in each language once. */
async function write(ctx: Context, session: FoundSession, wanted: readonly Language[]): Promise<Texts> {
  const sources = await sourcesOf(ctx, session)
  return new Map([...new Set(wanted)].map(language => [language, draftRecord(sources, language)]))
}

const kept = (texts: Texts) => JSON.stringify(Object.fromEntries(texts))

async function begin(
  ctx: Context,
  made: { id: string; session: FoundSession; bodyId: string; language: Language; texts: Texts },
) {
  const { id, session, bodyId, language, texts } = made
  const source = texts.get(language)
  if (!source) throw new Error('The original was not drafted.')
  await documents.draft(ctx, {
    id,
    bodyId,
    sessionId: session.id,
    kind: 'record',
    distribution: 'general',
    sourceLanguage: language,
    text: source,
  })
  await ctx.tx
    .insertInto('council.records')
    .values({ session_id: session.id, document_id: id, drafted: kept(texts), drafted_at: ctx.now })
    .execute()
  for (const [other, text] of texts)
    if (other !== language) await writeText(ctx, id, other, { number: 1, text, madeFrom: 1, stale: false })
}

/** A session has one record, so its symbol needs no counting; somebody may have given it by hand to another paper. */
async function number(ctx: Context, id: string, symbol: string) {
  const taken = await ctx.tx
    .selectFrom('council.documents')
    .select('id')
    .where('symbol', '=', symbol)
    .executeTakeFirst()
  if (taken) throw new DomainError('conflict', 'symbol-taken')
  await documentStore.touch(ctx, await documentStore.get(ctx.tx, id), { symbol })
  await indexSymbol(ctx, id, symbol)
}

interface Fresh {
  language: Language
  drafted: DocumentText
  now: DocumentText
  fresh: DocumentText
}

/** Language by language: what the program wrote last, what stands, and what it would write today. */
async function compared(ctx: Context, session: FoundSession, row: store.FoundRecord): Promise<Fresh[]> {
  const drafted = store.draftedTexts(row)
  const texts = await write(ctx, session, [...drafted.keys()])
  const all: Fresh[] = []
  for (const language of languages) {
    const [before, fresh] = [drafted.get(language), texts.get(language)]
    const now = await findText(ctx.tx, row.document_id, language)
    if (before && fresh && now) all.push({ language, drafted: before, now: now.text, fresh })
  }
  return all
}

function requireDraft(row: store.FoundRecord) {
  if (row.state !== 'draft') throw new DomainError('conflict', 'record-circulated')
}

export async function preview(ctx: Context, sessionId: string): Promise<Redrafting> {
  const session = await getSession(ctx.tx, sessionId)
  const row = await store.getRecord(ctx.tx, sessionId)
  requireDraft(row)
  const made = (await compared(ctx, session, row)).map(one => ({
    ...redrafted(one.drafted, one.now, one.fresh),
    language: one.language,
  }))
  ctx.trail.shown([row.document_id])
  return {
    version: row.version,
    followed: made.reduce((sum, one) => sum + one.followed, 0),
    asks: made.flatMap(({ language, asks }) =>
      asks.map(({ id, mine, theirs }) => ({
        language,
        blockId: id,
        ...(mine ? { mine } : {}),
        ...(theirs ? { theirs } : {}),
      })),
    ),
  }
}

/** @throws DomainError `record-circulated`: what others have read is changed by corrections; `stale-version` */
export async function redraft(
  ctx: Context,
  sessionId: string,
  { basedOn, take }: Parsed<typeof routes.redraftRecord>['body'],
): Promise<SessionRecord> {
  const session = await store.lockSession(ctx, sessionId)
  const row = await store.getRecord(ctx.tx, sessionId)
  requireDraft(row)
  const document = await documentStore.lock(ctx, row.document_id, basedOn)
  const all = await compared(ctx, session, row)
  const source = all.find(one => one.language === document.source_language)
  for (const one of source ? [source, ...all.filter(other => other !== source)] : all) {
    const taken = take.filter(each => each.language === one.language).map(each => each.blockId)
    await save(ctx, document, one, redrafted(one.drafted, one.now, one.fresh, new Set(taken)).text)
  }
  await ctx.tx
    .updateTable('council.records')
    .set({ drafted: kept(new Map(all.map(one => [one.language, one.fresh]))), drafted_at: ctx.now })
    .where('session_id', '=', sessionId)
    .execute()
  ctx.trail.touched(row.document_id, ['text'])
  return store.read(ctx, sessionId)
}

async function save(
  ctx: Context,
  document: documentStore.FoundDocument,
  { language, now }: Fresh,
  text: DocumentText,
) {
  if (language === document.source_language) {
    if (!sameText(now, text)) await nextSource(ctx, document, text)
    return
  }
  const [source, there] = [
    await findText(ctx.tx, document.id, document.source_language),
    await findText(ctx.tx, document.id, language),
  ]
  // A translation that was behind stays so: what it owes was written by hand, and the program did not translate it.
  const behind = document.texts.find(one => one.language === language)?.stale ?? false
  const madeFrom = behind ? there?.madeFrom : source?.version
  if (sameText(now, text) && madeFrom === there?.madeFrom) return
  await writeText(ctx, document.id, language, {
    number: (there?.version ?? 0) + 1,
    text,
    madeFrom,
    stale: behind,
  })
}

/** @throws DomainError `session-state` while the session goes on, `document-state` when it is circulated already */
export async function circulate(ctx: Context, sessionId: string, basedOn: number): Promise<SessionRecord> {
  const session = await store.lockSession(ctx, sessionId)
  const row = await store.getRecord(ctx.tx, sessionId)
  if (session.state !== 'closed') throw new DomainError('conflict', 'session-state', { state: session.state })
  const document = await documentStore.lock(ctx, row.document_id, basedOn)
  if (document.state !== 'draft')
    throw new DomainError('conflict', 'document-state', { state: document.state })
  await documents.become(ctx, document, 'circulated')
  const { rules } = await rulesOf(ctx.tx, document.body_id)
  const now = ctx.now.toISOString()
  await ctx.tx
    .updateTable('council.records')
    .set({
      circulated_at: now,
      corrections_until: correctionsUntil(rules, now),
      remind_at: correctionsReminder(rules, now),
    })
    .where('session_id', '=', sessionId)
    .execute()
  await tellEverybody(ctx.tx, 'record.circulated', { documentId: row.document_id })
  return store.read(ctx, sessionId)
}

/**
 * By the chair, under the item of a later session that names the record: the newest text, with the corrections that were
 * taken, is issued. The term of corrections is a right, so nobody approves before it is over.
 * @throws DomainError `session-state`, `agenda-not-adopted`, `corrections-running`, `document-unchecked`, `amendments-open`
 */
export async function approve(
  ctx: Context,
  sessionId: string,
  itemId: string,
  basedOn: number,
): Promise<SessionRecord> {
  const here = await store.lockSession(ctx, sessionId)
  const item = await ctx.tx
    .selectFrom('council.agenda_items')
    .select(['id', 'approves'])
    .where('id', '=', itemId)
    .where('session_id', '=', sessionId)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!item) throw notFound()
  if (item.approves === null) throw invalid([{ pointer: '/itemId', code: 'not-found' }])
  // Statements are filed and taken back under the lock of their session: they wait, and find the record approved.
  await store.lockSession(ctx, item.approves)
  const row = await store.getRecord(ctx.tx, item.approves)
  if (here.state !== 'under-way') throw new DomainError('conflict', 'session-state', { state: here.state })
  if (here.agenda_state !== 'adopted') throw new DomainError('conflict', 'agenda-not-adopted')
  const document = await documentStore.lock(ctx, row.document_id, basedOn)
  requireTermOver(ctx, document, row)
  await documents.become(ctx, document, 'issued')
  await ctx.tx
    .updateTable('council.records')
    .set({ approved_at: ctx.now, approved_in: sessionId, approved_item: itemId, remind_at: null })
    .where('session_id', '=', item.approves)
    .execute()
  ctx.trail.touched(item.approves, ['record'])
  return store.read(ctx, item.approves)
}

function requireTermOver(ctx: Context, document: documentStore.FoundDocument, row: store.FoundRecord) {
  const state = document.state as DocumentState
  if (state !== 'circulated' || row.corrections_until === null)
    throw new DomainError('conflict', 'document-state', { state })
  if (!correctionsOver(row.corrections_until, ctx.now.toISOString()))
    throw new DomainError('conflict', 'corrections-running', { until: row.corrections_until })
}
