/** The programme as a calendar file. Where one goes or calls in stands in it for those who come, and for nobody else. */
import { textIn } from '@kerege/contract/common'
import { calendarFile } from '../../../../platform/calendarFile.ts'
import type { Context } from '../../../../platform/context.ts'
import { type Outflow, once } from '../../../../platform/handler.ts'
import { get } from './store.ts'
import { whole } from './whole.ts'

export async function calendar(ctx: Context, id: string): Promise<Outflow> {
  const event = await whole(ctx, id)
  const { updated_at: changedAt } = await get(ctx, id)
  const { language } = ctx.actor
  const { baseUrl } = ctx.node
  const place = [event.room?.venue, event.city, event.room?.url].filter(Boolean).join(', ')
  const title = textIn(event.title, language).text
  const file = await calendarFile(
    event.sessions.map(one => ({
      id: one.id,
      version: event.version,
      title: `${title}: ${textIn(one.title, language).text}`,
      start: new Date(one.startsAt),
      end: new Date(one.endsAt),
      wholeDay: false,
      changedAt: new Date(changedAt),
      calledOff: event.standing === 'called-off',
      url: `${baseUrl}/trainings/${id}`,
      place,
    })),
    'trainings',
    new URL(baseUrl).hostname,
  )
  ctx.trail.counted('sessions', event.sessions.length)
  const bytes = new TextEncoder().encode(file)
  return {
    contentType: 'text/calendar; charset=utf-8',
    fileName: `training-${event.from}.ics`,
    length: bytes.length,
    chunks: once(bytes),
  }
}
