/**
 * Practices as they are publicly reported, in our own words, each with its sources: what the library begins with. Drafts: nobody
 * has confirmed them. The demo shows them, and a real hub can take them in to be confirmed by their states.
 */
import { askFirst } from './kg/askFirst.ts'
import { gradeByAssessment } from './kg/gradeByAssessment.ts'
import { kinshipTest } from './kg/kinshipTest.ts'
import { priorAgreement } from './kg/priorAgreement.ts'
import { questionsOfFaith } from './kg/questionsOfFaith.ts'
import { quietSchool } from './kg/quietSchool.ts'
import { sameBenefit } from './kg/sameBenefit.ts'
import { stayLength } from './kg/stayLength.ts'
import { threeAtTheTable } from './kg/threeAtTheTable.ts'
import { curriculum } from './kz/curriculum.ts'
import { placeOfBirth } from './kz/placeOfBirth.ts'
import { regionalCentres } from './kz/regionalCentres.ts'
import { rulesForChildren } from './kz/rulesForChildren.ts'
import { schoolLanguage } from './kz/schoolLanguage.ts'
import { storytelling } from './kz/storytelling.ts'
import { aTrade } from './tj/aTrade.ts'
import { consularRegister } from './tj/consularRegister.ts'
import { familyHandover } from './tj/familyHandover.ts'
import { homeVisits } from './tj/homeVisits.ts'
import { programmeAndObstacles } from './tj/programmeAndObstacles.ts'
import { studyVisit } from './tj/studyVisit.ts'
import { visitsInPrison } from './tj/visitsInPrison.ts'
import { commissions } from './uz/commissions.ts'
import { consentFromAfar } from './uz/consentFromAfar.ts'
import { documents } from './uz/documents.ts'
import { homeAndWork } from './uz/homeAndWork.ts'
import { mahalla } from './uz/mahalla.ts'
import { respectfulWords } from './uz/respectfulWords.ts'
import type { PracticeSeed } from './seed.ts'

export const practiceSeeds: readonly PracticeSeed[] = [
  storytelling,
  documents,
  gradeByAssessment,
  priorAgreement,
  familyHandover,
  placeOfBirth,
  mahalla,
  stayLength,
  askFirst,
  kinshipTest,
  questionsOfFaith,
  quietSchool,
  sameBenefit,
  threeAtTheTable,
  curriculum,
  regionalCentres,
  rulesForChildren,
  schoolLanguage,
  aTrade,
  consularRegister,
  homeVisits,
  programmeAndObstacles,
  studyVisit,
  visitsInPrison,
  commissions,
  consentFromAfar,
  homeAndWork,
  respectfulWords,
]
