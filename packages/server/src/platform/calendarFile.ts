/** A calendar as a file (RFC 5545), for whatever has days: sessions of the Council, sessions of a training. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

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
export function calendarFile(entries: readonly CalendarEntry[], of: string, host: string): string {
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
