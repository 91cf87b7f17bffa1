/**
 * What differs between the four demo nodes: who lives there, what papers look like, which numbers are invented.
 * Every number is made to be wrong: an impossible day and, where the rule is known, a wrong check digit.
 */
import type { Language } from '@kerege/contract/common'
import type { Tradition } from './names/pool.ts'
import type { Random } from './random.ts'
import type { DemoState } from './types.ts'

export interface StateFacts {
  readonly country: string
  readonly language: Language
  /** The one whose words name villages, districts and teams. */
  readonly mainTradition: Tradition
  readonly traditions: readonly (readonly [Tradition, number])[]
  /** Regions in which the demo's families live; the first one is where the reception is. */
  readonly regions: readonly string[]
  readonly phone: (random: Random) => string
  readonly personalNumber: {
    readonly system: string
    readonly make: (random: Random, born: string) => string
  }
  readonly passport: (random: Random) => string
  /** An address in an invented village, and it says so. */
  readonly address: (village: string, street: string, house: number) => string
  /** Words of the state's language for whose telephone it is, and for a household. */
  readonly whose: { readonly mother: string; readonly guardian: string }
  readonly household: (surname: string) => string
  readonly team: (word: string) => string
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.int(0, 9)).join('')

/** Puts a check digit that is off by one: right length, never valid. */
const wronglyChecked = (body: string, weights: readonly number[], modulus: number) => {
  const sum = weights.reduce((so, weight, at) => so + weight * Number(body[at]), 0)
  return body + String(((sum % modulus) + 1) % 10)
}
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const shortYear = (born: string) => born.slice(2, 4)

export const states: Readonly<Record<DemoState, StateFacts>> = {
  kz: {
    country: 'KZ',
    language: 'kk',
    mainTradition: 'kazakh',
    traditions: [
      ['kazakh', 78],
      ['uyghur', 6],
      ['dungan', 4],
      ['uzbek', 6],
      ['slavic', 6],
    ],
    regions: ['KZ-47', 'KZ-61', 'KZ-15', 'KZ-35'],
    phone: random => `+7 700 000 ${digits(random, 2)} ${digits(random, 2)}`,
    personalNumber: {
      system: 'iin',
      make: (random, born) => wronglyChecked(`${shortYear(born)}0000${digits(random, 5)}`, upTo(11), 11),
    },
    passport: random => `N0000${digits(random, 4)}`,
    address: (village, street, house) => `${village} ауылы, ${street} көшесі, ${house} (ойдан шығарылған)`,
    whose: { mother: 'анасы', guardian: 'қамқоршысы' },
    household: surname => `${surname} отбасы`,
    team: word => `«${word}» тобы`,
  },
  uz: {
    country: 'UZ',
    language: 'uz',
    mainTradition: 'uzbek',
    traditions: [
      ['uzbek', 88],
      ['tajik', 5],
      ['kyrgyz', 3],
      ['slavic', 4],
    ],
    regions: ['UZ-SU', 'UZ-FA', 'UZ-AN', 'UZ-TO'],
    phone: random => `+998 00 000 ${digits(random, 2)} ${digits(random, 2)}`,
    personalNumber: {
      system: 'pinfl',
      make: (random, born) =>
        wronglyChecked(
          `50000${shortYear(born)}${digits(random, 6)}`,
          [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7],
          10,
        ),
    },
    passport: random => `ZZ000${digits(random, 4)}`,
    address: (village, street, house) =>
      `${village} qishlogʻi, ${street} koʻchasi, ${house} (oʻylab topilgan)`,
    whose: { mother: 'onasi', guardian: 'vasiysi' },
    household: surname => `${surname} oilasi`,
    team: word => `«${word}» guruhi`,
  },
  kg: {
    country: 'KG',
    language: 'ky',
    mainTradition: 'kyrgyz',
    traditions: [
      ['kyrgyz', 70],
      ['uzbek', 20],
      ['uyghur', 3],
      ['dungan', 4],
      ['slavic', 3],
    ],
    regions: ['KG-C', 'KG-O', 'KG-J', 'KG-B'],
    phone: random => `+996 000 00 ${digits(random, 2)} ${digits(random, 2)}`,
    personalNumber: { system: 'pin', make: (random, born) => `20000${born.slice(0, 4)}${digits(random, 5)}` },
    passport: random => `ID000${digits(random, 4)}`,
    address: (village, street, house) => `${village} айылы, ${street} көчөсү, ${house} (ойдон чыгарылган)`,
    whose: { mother: 'апасы', guardian: 'камкорчусу' },
    household: surname => `${surname} үй-бүлөсү`,
    team: word => `«${word}» тобу`,
  },
  tj: {
    country: 'TJ',
    language: 'tg',
    mainTradition: 'tajik',
    traditions: [
      ['tajik', 87],
      ['uzbek', 11],
      ['slavic', 2],
    ],
    regions: ['TJ-DU', 'TJ-KT', 'TJ-SU', 'TJ-RA'],
    phone: random => `+992 000 00 ${digits(random, 4)}`,
    personalNumber: { system: 'inn', make: random => `0000${digits(random, 5)}` },
    passport: random => `400000${digits(random, 3)}`,
    address: (village, street, house) => `деҳаи ${village}, кӯчаи ${street}, ${house} (бофта)`,
    whose: { mother: 'модараш', guardian: 'парастораш' },
    household: surname => `Оилаи ${surname}`,
    team: word => `Гурӯҳи «${word}»`,
  },
}
