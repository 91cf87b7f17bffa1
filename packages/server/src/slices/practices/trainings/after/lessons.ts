/** The lessons report: the system drafts what can be counted, people write what was learnt. What somebody changed is never drafted over. */
import { type Language, languages, type MultiText, textIn } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/trainings/after/routes'
import type { Lessons, LessonSection, LessonTexts } from '@kerege/contract/practices/trainings/after/schema'
import { hoursOf, tookPart } from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../../platform/context.ts'
import { lockMine } from '../events/planning.ts'
import { get, runs } from '../events/store.ts'
import { whole } from '../events/whole.ts'
import { requireVersion } from '../../version.ts'
import { words } from './certificateFile.ts'
import { dayText, hoursText } from './writing.ts'

const found = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('practices.training_lessons').selectAll().where('event_id', '=', id).executeTakeFirst()

export async function read(ctx: Context, id: string): Promise<Lessons> {
  const event = await get(ctx, id)
  const mayWrite = runs(ctx, event)
  const row = await found(ctx, id)
  // What is not shared yet does not exist for others.
  if (!row && !mayWrite) throw notFound()
  ctx.trail.shown([id])
  return {
    eventId: id,
    title: event.title as MultiText,
    version: row?.version ?? 0,
    sections: (row?.sections ?? {}) as LessonTexts,
    shared: row?.shared ?? false,
    mayWrite,
  }
}

/** @throws DomainError `training-to-come` */
export async function draft(ctx: Context, id: string): Promise<Lessons> {
  await lockMine(ctx, id)
  const event = await whole(ctx, id)
  if (event.standing !== 'held' && event.standing !== 'running') {
    throw new DomainError('conflict', 'training-to-come')
  }
  const row = await found(ctx, id)
  const drafted = draftOf(event)
  const [before, sections] = [(row?.drafted ?? {}) as LessonTexts, { ...(row?.sections as LessonTexts) }]
  for (const [section, text] of Object.entries(drafted) as [LessonSection, MultiText][]) {
    const untouched = JSON.stringify(sections[section]) === JSON.stringify(before[section])
    if (sections[section] === undefined || untouched) sections[section] = text
  }
  await keep(ctx, id, row?.version ?? 0, {
    sections: JSON.stringify(sections),
    drafted: JSON.stringify(drafted),
  })
  ctx.trail.touched(id, ['lessons'])
  return read(ctx, id)
}

export async function write(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.writeLessons>['body'],
): Promise<Lessons> {
  await lockMine(ctx, id)
  const row = await found(ctx, id)
  requireVersion(ctx, row?.version ?? 0)
  await keep(ctx, id, row?.version ?? 0, { sections: JSON.stringify(body.sections), shared: body.shared })
  ctx.trail.touched(id, ['lessons'])
  return read(ctx, id)
}

const keep = (
  ctx: Context,
  id: string,
  version: number,
  values: { sections: string; drafted?: string; shared?: boolean },
) => {
  const all = { ...values, account_id: ctx.actor.account, version: version + 1, updated_at: ctx.now }
  return ctx.tx
    .insertInto('practices.training_lessons')
    .values({ event_id: id, drafted: '{}', ...all })
    .onConflict(conflict => conflict.column('event_id').doUpdateSet(all))
    .execute()
}

const inAll = (text: (language: Language) => string): MultiText =>
  Object.fromEntries(
    languages.map(language => [language, { text: text(language), state: 'machine' as const }]),
  )

/** In all seven languages, since it is put together from words of ours and numbers. */
function draftOf(event: Event): Partial<Record<LessonSection, MultiText>> {
  return {
    held: inAll(language => heldText(event, language)),
    figures: inAll(language => figuresText(event, language)),
  }
}

function heldText(event: Event, language: Language): string {
  return words(language, `lessons.held.${event.kind}`, {
    title: textIn(event.title, language).text,
    city: event.city,
    from: dayText(event.from),
    until: dayText(event.until),
    hours: hoursText(hoursOf(event.sessions)),
    agency: textIn(event.agency.name, language).text,
  })
}

function figuresText(event: Event, language: Language): string {
  const say = (key: string, values = {}) => words(language, key, values)
  const coming = event.registrations.filter(one => one.state === 'confirmed')
  const took = coming.filter(one => tookPart(event.sessions, new Set(one.present), event.share))
  const countries = new Set(took.map(one => one.country).filter(Boolean))
  const lines = [
    say('lessons.places', { places: event.places, coming: coming.length, took: took.length }),
    say('lessons.countries', { countries: countries.size }),
    ...event.questions.flatMap(question => {
      const [before, after] = [meanOf(event, 'before', question.id), meanOf(event, 'after', question.id)]
      if (question.kind !== 'scale' || before === undefined || after === undefined) return []
      const text = textIn(question.text, language).text
      return [say('lessons.scale', { question: text, before: number(before), after: number(after) })]
    }),
  ]
  const { results } = event.followUp
  if (results) {
    const { much, some } = results.used
    lines.push(
      say('lessons.follow-up', { answers: event.followUp.answers, much, some, not: results.used['not-yet'] }),
    )
  }
  return lines.join('\n')
}

const number = (value: number) => value.toFixed(1).replace('.', ',')

function meanOf(event: Event, phase: 'before' | 'after', questionId: string): number | undefined {
  const values = event[phase].results?.find(one => one.questionId === questionId)?.values
  if (!values) return undefined
  const count = values.reduce((sum, one) => sum + one.count, 0)
  return values.reduce((sum, one) => sum + one.value * one.count, 0) / count
}
