/** Sections of a file. Compartments, not screens, decide what a role sees (docs/decisions/0003). */
import { z } from 'zod'

export const compartments = [
  'contact', // names in daily use, age, languages, how to reach them: the least that any help needs
  'identity', // identifiers, citizenship, names as documents write them
  'kinship', // relations, household, guardianship
  'journey', // origin, camp, operation, place of birth: never on a sheet for school, clinic or employer
  'social', // housing, livelihood, community
  'health', // health summary and disability
  'mhpss', // mental health and psychosocial support
  'education', // placement test, learning plan, attendance
  'legal', // nationality procedure, court dates, legal aid
  'protection', // concerns, incidents, best-interests decisions
] as const
export const Compartment = z.enum(compartments)
export type Compartment = z.infer<typeof Compartment>
