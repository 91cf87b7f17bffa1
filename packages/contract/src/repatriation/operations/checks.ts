/**
 * What has to be ready at each step of an operation, as a list to begin with. Practice of the region, not law: a lead
 * takes away, adds in own words, and gives each an owner and a day.
 */
import type { Duty } from './schema.ts'

export const checkSteps = ['prepare', 'freeze', 'travel', 'reception', 'handover'] as const
export type CheckStep = (typeof checkSteps)[number]

export interface CheckTemplate {
  readonly code: string
  readonly step: CheckStep
  /** Days before the first planned day; below zero: after it. */
  readonly daysBefore: number
  /** Whose it usually is: the first of the staff with this duty. */
  readonly duty: Duty
}

const check = (step: CheckStep, code: string, daysBefore: number, duty: Duty): CheckTemplate => ({
  step,
  code,
  daysBefore,
  duty,
})

export const checkTemplates = [
  check('prepare', 'permissions', 60, 'lead'),
  check('prepare', 'travel-papers', 30, 'consular'),
  check('prepare', 'consents', 30, 'consular'),
  check('prepare', 'kinship', 21, 'consular'),
  check('prepare', 'medical-look', 14, 'doctor'),
  check('prepare', 'explained', 10, 'psychologist'),
  check('freeze', 'families-seated', 5, 'lead'),
  check('freeze', 'carers-named', 5, 'lead'),
  check('freeze', 'bracelets', 3, 'boarding'),
  check('travel', 'crew-briefed', 1, 'lead'),
  check('travel', 'food-and-medicine', 1, 'doctor'),
  check('travel', 'phones-loaded', 1, 'boarding'),
  check('reception', 'rooms-by-family', 2, 'reception'),
  check('reception', 'warm-clothes', 2, 'reception'),
  check('reception', 'quiet-arrival', 1, 'lead'),
  check('handover', 'relatives-told', 0, 'social-worker'),
  check('handover', 'case-workers-named', -3, 'social-worker'),
] as const

export const checkCodes = checkTemplates.map(one => one.code)
