/**
 * A calendar as a file (RFC 5545), for whatever has days: sessions of the Council, sessions of a training. Its writer is loaded with
 * the first of them: with its rules of recurrence it is one of the largest things that a quiet node would carry.
 */

export interface CalendarEntry {
  id: string
  /** A later one of the same id takes its place in whoever's calendar. */
  version: number
  title: string
  start: Date
  end?: Date
  wholeDay: boolean
  changedAt: Date
  calledOff: boolean
  url: string
  place?: string
}

/** @param of whose calendar: the product that made it, as `council` */
export async function calendarFile(
  entries: readonly CalendarEntry[],
  of: string,
  host: string,
): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator')
  const feed = ical({
    name: 'Kerege',
    prodId: { company: 'kerege', product: of, language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const one of entries) {
    feed.createEvent({
      id: `${one.id}@${host}`,
      start: one.start,
      ...(one.end ? { end: one.end } : {}),
      allDay: one.wholeDay,
      summary: one.title,
      stamp: one.changedAt,
      sequence: one.version,
      status: one.calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: one.url,
      location: one.place ?? null,
    })
  }
  return feed.toString()
}
