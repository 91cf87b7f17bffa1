/** Every message id there is, from the English catalogues. A new slice adds its line here. */
import type account from '../slices/account/messages/en.json'
import type access from '../slices/access/messages/en.json'
import type administration from '../slices/administration/messages/en.json'
import type approvals from '../slices/approvals/messages/en.json'
import type assessments from '../slices/assessments/messages/en.json'
import type needs from '../slices/assessments/needs/messages/en.json'
import type audit from '../slices/audit/messages/en.json'
import type cases from '../slices/cases/messages/en.json'
import type casesWay from '../slices/cases/way/messages/en.json'
import type council from '../slices/council/messages/en.json'
import type councilCitations from '../slices/council/citations/messages/en.json'
import type councilDigest from '../slices/council/digest/messages/en.json'
import type councilDocuments from '../slices/council/documents/messages/en.json'
import type councilRecord from '../slices/council/record/messages/en.json'
import type initiatives from '../slices/council/initiatives/messages/en.json'
import type councilGuidance from '../slices/council/guidance/messages/en.json'
import type councilFocalPoints from '../slices/council/focalPoints/messages/en.json'
import type abroad from '../slices/abroad/messages/en.json'
import type councilOffers from '../slices/council/offers/messages/en.json'
import type councilRequests from '../slices/council/requests/messages/en.json'
import type councilPublic from '../slices/council/public/messages/en.json'
import type councilResults from '../slices/council/results/messages/en.json'
import type documents from '../slices/documents/messages/en.json'
import type figures from '../slices/figures/messages/en.json'
import type domains from '../ui/domains/messages/en.json'
import type exchange from '../slices/exchange/messages/en.json'
import type handovers from '../slices/handovers/messages/en.json'
import type guidance from '../slices/guidance/messages/en.json'
import type manifest from '../slices/repatriation/manifest/messages/en.json'
import type jobs from '../slices/jobs/messages/en.json'
import type kinship from '../slices/people/kinship/messages/en.json'
import type notifications from '../slices/notifications/messages/en.json'
import type operations from '../slices/repatriation/operations/messages/en.json'
import type papers from '../slices/papers/messages/en.json'
import type people from '../slices/people/messages/en.json'
import type practiceAdoption from '../slices/practices/adoption/messages/en.json'
import type practiceCollections from '../slices/practices/collections/messages/en.json'
import type roster from '../slices/practices/roster/messages/en.json'
import type practicesReviewers from '../slices/practices/review/messages/en.json'
import type trainingsAttendance from '../slices/practices/trainings/attendance/messages/en.json'
import type trainings from '../slices/practices/trainings/messages/en.json'
import type search from '../slices/people/search/messages/en.json'
import type duplicates from '../slices/people/duplicates/messages/en.json'
import type practicesCheck from '../slices/practices/check/messages/en.json'
import type practicesEcosystem from '../slices/practices/ecosystem/messages/en.json'
import type practicesFinding from '../slices/practices/finding/messages/en.json'
import type practicesHelp from '../slices/practices/rubric/messages/en.json'
import type practices from '../slices/practices/record/messages/en.json'
import type practicesPeople from '../slices/practices/people/messages/en.json'
import type practicesQuestions from '../slices/practices/questions/messages/en.json'
import type practicesThesaurus from '../slices/practices/thesaurus/messages/en.json'
import type reception from '../slices/reception/messages/en.json'
import type start from '../slices/start/messages/en.json'
import type tasks from '../slices/tasks/messages/en.json'
import type lessons from '../slices/repatriation/lessons/messages/en.json'
import type apart from '../slices/repatriation/apart/messages/en.json'
import type boarding from '../slices/repatriation/boarding/messages/en.json'
import type waiting from '../slices/waiting/messages/en.json'
import type shell from '../shell/messages/en.json'
import type ui from '../ui/messages/en.json'

export type MessageKey =
  | keyof typeof abroad
  | keyof typeof access
  | keyof typeof apart
  | keyof typeof lessons
  | keyof typeof assessments
  | keyof typeof needs
  | keyof typeof account
  | keyof typeof administration
  | keyof typeof approvals
  | keyof typeof boarding
  | keyof typeof audit
  | keyof typeof cases
  | keyof typeof casesWay
  | keyof typeof council
  | keyof typeof councilCitations
  | keyof typeof councilDigest
  | keyof typeof councilDocuments
  | keyof typeof councilFocalPoints
  | keyof typeof councilGuidance
  | keyof typeof councilOffers
  | keyof typeof councilPublic
  | keyof typeof councilRecord
  | keyof typeof councilResults
  | keyof typeof councilRequests
  | keyof typeof documents
  | keyof typeof domains
  | keyof typeof duplicates
  | keyof typeof figures
  | keyof typeof manifest
  | keyof typeof initiatives
  | keyof typeof exchange
  | keyof typeof guidance
  | keyof typeof handovers
  | keyof typeof jobs
  | keyof typeof kinship
  | keyof typeof notifications
  | keyof typeof operations
  | keyof typeof papers
  | keyof typeof people
  | keyof typeof practicesCheck
  | keyof typeof practicesEcosystem
  | keyof typeof practicesFinding
  | keyof typeof practicesHelp
  | keyof typeof practices
  | keyof typeof practicesPeople
  | keyof typeof practicesQuestions
  | keyof typeof practiceAdoption
  | keyof typeof practiceCollections
  | keyof typeof reception
  | keyof typeof roster
  | keyof typeof practicesReviewers
  | keyof typeof practicesThesaurus
  | keyof typeof trainings
  | keyof typeof trainingsAttendance
  | keyof typeof search
  | keyof typeof shell
  | keyof typeof start
  | keyof typeof tasks
  | keyof typeof ui
  | keyof typeof waiting
