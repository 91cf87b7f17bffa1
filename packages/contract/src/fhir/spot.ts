/**
 * Reading what somebody else wrote: a value and where it stands, so that a fault names the place in the words of FHIR. Nothing is
 * believed: not that a list is a list, nor that a text is a text.
 */
import type { z } from 'zod'
import { faultsOf } from '../errors.ts'
import { extensionUrl, system } from './systems.ts'

export interface FhirFault {
  /** `Bundle.entry[3].resource.birthDate` */
  readonly path: string
  readonly code: string
}

/** What is found wrong on the way. */
export interface Reading {
  readonly faults: FhirFault[]
}

export class Spot {
  readonly reading: Reading
  readonly path: string
  readonly value: unknown
  constructor(reading: Reading, path: string, value: unknown) {
    this.reading = reading
    this.path = path
    this.value = value
  }

  get(name: string): Spot {
    const { value } = this
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    return new Spot(this.reading, `${this.path}.${name}`, own ? Reflect.get(value, name) : undefined)
  }

  /** The parts of a list; what stands where a list belongs and is none is a fault. */
  each(name: string): Spot[] {
    const list = this.get(name)
    if (list.value === undefined) return []
    if (!Array.isArray(list.value)) {
      list.fault('wrong-type')
      return []
    }
    return list.value.map((value, at) => new Spot(this.reading, `${list.path}[${at}]`, value))
  }

  first(name: string): Spot {
    return this.each(name)[0] ?? new Spot(this.reading, `${this.path}.${name}`, undefined)
  }

  /** A text, or nothing; anything else is a fault. */
  text(): string | undefined {
    if (this.value === undefined || typeof this.value === 'string') return this.value
    this.fault('wrong-type')
    return undefined
  }

  /** An extension, ours by its short name and others by their address. */
  extension(name: string): Spot {
    const url = name.startsWith('http') ? name : extensionUrl(name)
    return (
      this.each('extension').find(one => one.get('url').value === url) ??
      new Spot(this.reading, `${this.path}.extension`, undefined)
    )
  }

  /** The code of ours in a concept. */
  code(name: string): Spot {
    return codeAmong(this, this.each('coding'), name)
  }

  fault(code: string): void {
    this.reading.faults.push({ path: this.path, code })
  }
}

const codeAmong = (spot: Spot, codings: readonly Spot[], name: string): Spot =>
  codings.find(one => one.get('system').value === system(name))?.get('code') ??
  new Spot(spot.reading, `${spot.path}.coding`, undefined)

/** Of a coding that stands alone. */
export const codeOf = (coding: Spot): string | undefined => coding.get('code').text()

type Fields = Readonly<Record<string, unknown>>

/**
 * One piece by its own shape. Each field is a value, or a spot whose value counts; a fault is told where the spot stands.
 * @param places where parts of a field stand, by how their pointer begins
 * @returns nothing where anything is wrong with it
 */
export function piece<Shape extends z.ZodType>(
  spot: Spot,
  shape: Shape,
  fields: Fields,
  places: Readonly<Record<string, Spot>> = {},
): z.output<Shape> | undefined {
  const plain = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const is = value instanceof Spot ? value.value : value
      return is === undefined ? [] : [[name, is]]
    }),
  )
  const parsed = shape.safeParse(plain, { reportInput: true })
  if (parsed.success) return parsed.data
  for (const { pointer, code } of faultsOf(parsed.error)) {
    const field = fields[pointer.split('/')[1] ?? '']
    const place = Object.entries(places).find(([start]) => pointer.startsWith(start))?.[1]
    const path = place ? place.path : field instanceof Spot ? field.path : spot.path
    if (!spot.reading.faults.some(one => one.path === path && one.code === code))
      spot.reading.faults.push({ path, code })
  }
  return undefined
}

/** Those that could be read. */
export const all = <Value>(list: readonly (Value | undefined)[]): Value[] =>
  list.filter((one): one is Value => one !== undefined)
