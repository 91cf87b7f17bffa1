/**
 * Practices as they are publicly reported, in our own words, each with its sources: what the library begins with. Drafts: nobody
 * has confirmed them. The demo shows them, and a real hub can take them in to be confirmed by their states.
 */
import { gradeByAssessment } from './kg/gradeByAssessment.ts'
import { priorAgreement } from './kg/priorAgreement.ts'
import { stayLength } from './kg/stayLength.ts'
import { placeOfBirth } from './kz/placeOfBirth.ts'
import { storytelling } from './kz/storytelling.ts'
import type { PracticeSeed } from './seed.ts'
import { familyHandover } from './tj/familyHandover.ts'
import { documents } from './uz/documents.ts'
import { mahalla } from './uz/mahalla.ts'

export const practiceSeeds: readonly PracticeSeed[] = [
  storytelling,
  documents,
  gradeByAssessment,
  priorAgreement,
  familyHandover,
  placeOfBirth,
  mahalla,
  stayLength,
]
