/** From what the form asks to what the directory holds: numbers are numbers, languages left blank are left out. */
import { onlySaid } from '../council/parts/TextsField.tsx'

type Loose = Record<string, unknown>
const list = (value: unknown) => (value as unknown[] | undefined) ?? []

/** A whole number as typed; what is none stays as it is, and the schema says so. */
const whole = (value: unknown): unknown => {
  const text = String(value ?? '').trim()
  if (text === '') return undefined
  return /^\d{1,3}$/.test(text) ? Number(text) : text
}

/** Degrees as typed, with a comma or a point. */
const degrees = (value: unknown): unknown => {
  const text = String(value ?? '').trim()
  if (text === '') return undefined
  return /^-?\d{1,3}([.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : text
}

export function serviceShape(values: unknown): unknown {
  const given = values as Loose
  return {
    ...given,
    name: onlySaid(given.name) ?? {},
    description: onlySaid(given.description),
    eligibility: onlySaid(given.eligibility),
    apply: onlySaid(given.apply),
    minAge: whole(given.minAge),
    maxAge: whole(given.maxAge),
    languages: list(given.languages),
    domains: list(given.domains),
    areas: list(given.areas),
    places: list(given.places).map(place => {
      const one = place as Loose
      return {
        ...one,
        latitude: degrees(one.latitude),
        longitude: degrees(one.longitude),
        hours: list(one.hours).map(hours => ({ ...(hours as Loose), days: list((hours as Loose).days) })),
      }
    }),
  }
}

export const organisationShape = (values: unknown): unknown => ({
  ...(values as Loose),
  name: onlySaid((values as Loose).name) ?? {},
})
