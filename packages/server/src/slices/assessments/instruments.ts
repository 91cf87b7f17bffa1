/** What a node has of its own for an instrument: official texts with their licence, and cut-offs for a language. */
import type { Instrument } from '@kerege/contract/assessments/instrument'
import { currentInstruments, findInstrument } from '@kerege/contract/assessments/instruments'
import type { InstrumentRow, InstrumentText, SetCutOff } from '@kerege/contract/assessments/schema'
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'

export async function instrumentRows(ctx: Context): Promise<InstrumentRow[]> {
  const texts = await ctx.tx
    .selectFrom('assessments.texts as t')
    .distinctOn(['t.instrument', 't.instrument_version', 't.language'])
    .select(['t.instrument', 't.instrument_version', 't.language', 't.source', 't.licence', 't.at'])
    .orderBy('t.instrument')
    .orderBy('t.instrument_version')
    .orderBy('t.language')
    .orderBy('t.at', 'desc')
    .execute()
  const own = await latestCutOffs(ctx)
  return currentInstruments.map(one => {
    const of = (row: { instrument: string; instrument_version: string }) =>
      row.instrument === one.id && row.instrument_version === one.version
    return {
      id: one.id,
      version: one.version,
      title: one.title,
      licence: one.licence.name,
      texts: texts
        .filter(of)
        .map(row => ({ language: row.language, source: row.source, licence: row.licence, at: row.at })),
      cutOffs: one.cutOffs.map(cutOff => ({
        id: cutOff.id,
        scale: cutOff.scale,
        published: cutOff.value,
        source: cutOff.source,
        own: own
          .filter(row => of(row) && row.cut_off === cutOff.id)
          .map(row => ({ language: row.language, value: row.value, source: row.source, at: row.at })),
      })),
    }
  })
}

const latestCutOffs = (ctx: Context) =>
  ctx.tx
    .selectFrom('assessments.cut_offs as c')
    .distinctOn(['c.instrument', 'c.instrument_version', 'c.language', 'c.cut_off'])
    .select([
      'c.instrument',
      'c.instrument_version',
      'c.language',
      'c.cut_off',
      'c.value',
      'c.source',
      'c.at',
    ])
    .orderBy('c.instrument')
    .orderBy('c.instrument_version')
    .orderBy('c.language')
    .orderBy('c.cut_off')
    .orderBy('c.at', 'desc')
    .execute()

/** Cut-offs that this node set for a language, by their id. */
export async function ownCutOffs(
  ctx: Context,
  instrument: Instrument,
  language: string,
): Promise<Record<string, number>> {
  const rows = await latestCutOffs(ctx)
  return Object.fromEntries(
    rows
      .filter(
        row =>
          row.instrument === instrument.id &&
          row.instrument_version === instrument.version &&
          row.language === language,
      )
      .map(row => [row.cut_off, row.value]),
  )
}

/** @throws DomainError `not-found` where there is none in that language */
export async function textOf(ctx: Context, id: string, language: string): Promise<InstrumentText> {
  const instrument = current(id)
  const row = await ctx.tx
    .selectFrom('assessments.texts as t')
    .select(['t.language', 't.content', 't.source', 't.licence'])
    .where('t.instrument', '=', instrument.id)
    .where('t.instrument_version', '=', instrument.version)
    .where('t.language', '=', language)
    .orderBy('t.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw notFound()
  // Written by the shape that reads it.
  const content = row.content as Pick<InstrumentText, 'items' | 'answers' | 'intro'>
  return { language: row.language, ...content, source: row.source, licence: row.licence }
}

/** Every item has its words, and every answer: half a text is no official one. */
export async function addText(ctx: Context, id: string, text: InstrumentText): Promise<{ id: string }> {
  const instrument = current(id)
  const items = instrument.items.filter(item => !item.optional).map(item => item.id)
  const known = instrument.items.map(item => item.id)
  const values = Object.values(instrument.responses).flatMap(one => one.values.map(String))
  const faults: Fault[] = [
    ...items
      .filter(item => !Object.hasOwn(text.items, item))
      .map(item => ({ pointer: `/items/${item}`, code: 'required' })),
    ...Object.keys(text.items)
      .filter(item => !known.includes(item))
      .map(item => ({ pointer: `/items/${item}`, code: 'unknown-field' })),
    ...[...new Set(values)]
      .filter(value => !Object.hasOwn(text.answers, value))
      .map(value => ({ pointer: `/answers/${value}`, code: 'required' })),
  ]
  if (faults.length > 0) throw invalid(faults)
  const made = newId(ctx.now.getTime())
  const { intro, items: words, answers } = text
  await ctx.tx
    .insertInto('assessments.texts')
    .values({
      id: made,
      instrument: instrument.id,
      instrument_version: instrument.version,
      language: text.language,
      content: JSON.stringify({ ...(intro ? { intro } : {}), items: words, answers }),
      source: text.source,
      licence: text.licence,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(made)
  return { id: made }
}

export async function cutOff(ctx: Context, id: string, body: SetCutOff): Promise<{ id: string }> {
  const instrument = current(id)
  const known = instrument.cutOffs.find(one => one.id === body.cutOff)
  if (!known) throw invalid([{ pointer: '/cutOff', code: 'not-found' }])
  const scale = instrument.scales.find(one => one.id === known.scale)
  if (scale && (body.value < scale.least || body.value > scale.most))
    throw invalid([{ pointer: '/value', code: 'out-of-range' }])
  const made = newId(ctx.now.getTime())
  await ctx.tx
    .insertInto('assessments.cut_offs')
    .values({
      id: made,
      instrument: instrument.id,
      instrument_version: instrument.version,
      language: body.language,
      cut_off: body.cutOff,
      value: body.value,
      source: body.source,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(made)
  return { id: made }
}

function current(id: string): Instrument {
  const found = findInstrument(id)
  if (!found) throw notFound()
  return found
}
