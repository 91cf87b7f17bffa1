/** What all parts of trainings share: who is trained, and on which clock. */
import { z } from 'zod'

/** What staff do, in the words of the field. Never more than that about anybody. */
export const professions = [
  'social-worker',
  'case-manager',
  'psychologist',
  'doctor',
  'teacher',
  'lawyer',
  'guardianship',
  'consular',
  'reception',
  'manager',
  'trainer',
  'other',
] as const
export const Profession = z.enum(professions)
export type Profession = z.infer<typeof Profession>
/** None stands for all of them. */
export const Professions = z
  .array(Profession)
  .max(professions.length)
  .refine(list => new Set(list).size === list.length, 'twice')

/** Clocks by which a programme can be written: those of the capitals, and of cities where guests are received. */
export const zones = [
  'Asia/Almaty',
  'Asia/Bishkek',
  'Asia/Dushanbe',
  'Asia/Ashgabat',
  'Asia/Tashkent',
  'Europe/Istanbul',
  'Europe/Vienna',
  'UTC',
] as const
export const Zone = z.enum(zones)
export type Zone = z.infer<typeof Zone>

const homeZones: Readonly<Record<string, Zone>> = {
  KZ: 'Asia/Almaty',
  KG: 'Asia/Bishkek',
  TJ: 'Asia/Dushanbe',
  TM: 'Asia/Ashgabat',
  UZ: 'Asia/Tashkent',
  TR: 'Europe/Istanbul',
  AT: 'Europe/Vienna',
}
/** The clock of a state's capital. */
export const zoneOf = (country: string | undefined): Zone => homeZones[country ?? ''] ?? 'UTC'
