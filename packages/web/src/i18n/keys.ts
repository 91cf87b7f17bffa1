/** Every message id there is, from the English catalogues. A new slice adds its line here. */
import type account from '../slices/account/messages/en.json'
import type access from '../slices/access/messages/en.json'
import type doors from '../slices/access/doors/messages/en.json'
import type security from '../slices/account/security/messages/en.json'
import type administration from '../slices/administration/messages/en.json'
import type approvals from '../slices/approvals/messages/en.json'
import type assessments from '../slices/assessments/messages/en.json'
import type needs from '../slices/assessments/needs/messages/en.json'
import type pressing from '../slices/assessments/pressing/messages/en.json'
import type audit from '../slices/audit/messages/en.json'
import type auditProof from '../slices/audit/proof/messages/en.json'
import type auditThings from '../slices/audit/things/messages/en.json'
import type cases from '../slices/cases/messages/en.json'
import type casework from '../slices/casework/messages/en.json'
import type visits from '../slices/casework/visits/messages/en.json'
import type casesWay from '../slices/cases/way/messages/en.json'
import type consents from '../slices/consents/messages/en.json'
import type consentsRequests from '../slices/consents/requests/messages/en.json'
import type consentsSharing from '../slices/consents/sharing/messages/en.json'
import type council from '../slices/council/messages/en.json'
import type councilCitations from '../slices/council/citations/messages/en.json'
import type councilSessions from '../slices/council/sessions/messages/en.json'
import type councilDigest from '../slices/council/digest/messages/en.json'
import type councilDocuments from '../slices/council/documents/messages/en.json'
import type councilRecord from '../slices/council/record/messages/en.json'
import type initiatives from '../slices/council/initiatives/messages/en.json'
import type councilGuidance from '../slices/council/guidance/messages/en.json'
import type councilFocalPoints from '../slices/council/focalPoints/messages/en.json'
import type abroad from '../slices/abroad/messages/en.json'
import type councilOffers from '../slices/council/offers/messages/en.json'
import type councilRequests from '../slices/council/requests/messages/en.json'
import type councilPlans from '../slices/council/plans/messages/en.json'
import type councilPublic from '../slices/council/public/messages/en.json'
import type councilResults from '../slices/council/results/messages/en.json'
import type documents from '../slices/documents/messages/en.json'
import type fhir from '../slices/fhir/messages/en.json'
import type forms from '../slices/forms/messages/en.json'
import type leases from '../slices/cases/leases/messages/en.json'
import type figures from '../slices/figures/messages/en.json'
import type domains from '../ui/domains/messages/en.json'
import type exchange from '../slices/exchange/messages/en.json'
import type handovers from '../slices/handovers/messages/en.json'
import type guidance from '../slices/guidance/messages/en.json'
import type manifest from '../slices/repatriation/manifest/messages/en.json'
import type jobs from '../slices/jobs/messages/en.json'
import type meetings from '../slices/meetings/messages/en.json'
import type interests from '../slices/meetings/interests/messages/en.json'
import type kinship from '../slices/people/kinship/messages/en.json'
import type notifications from '../slices/notifications/messages/en.json'
import type operations from '../slices/repatriation/operations/messages/en.json'
import type papers from '../slices/papers/messages/en.json'
import type people from '../slices/people/messages/en.json'
import type glass from '../slices/glass/messages/en.json'
import type plans from '../slices/plans/messages/en.json'
import type practiceAdoption from '../slices/practices/adoption/messages/en.json'
import type practiceCollections from '../slices/practices/collections/messages/en.json'
import type roster from '../slices/practices/roster/messages/en.json'
import type practicesReviewers from '../slices/practices/review/messages/en.json'
import type trainingsAttendance from '../slices/practices/trainings/attendance/messages/en.json'
import type trainings from '../slices/practices/trainings/messages/en.json'
import type referrals from '../slices/referrals/messages/en.json'
import type entitlements from '../slices/entitlements/messages/en.json'
import type transfers from '../slices/transfers/messages/en.json'
import type outside from '../slices/referrals/outside/messages/en.json'
import type situation from '../slices/situation/messages/en.json'
import type services from '../slices/services/messages/en.json'
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
import type complaints from '../slices/rights/complaints/messages/en.json'
import type openRights from '../slices/rights/open/messages/en.json'
import type files from '../slices/rights/files/messages/en.json'
import type sealing from '../slices/rights/sealing/messages/en.json'
import type retention from '../slices/rights/retention/messages/en.json'
import type start from '../slices/start/messages/en.json'
import type tasks from '../slices/tasks/messages/en.json'
import type lessons from '../slices/lessons/messages/en.json'
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
  | keyof typeof pressing
  | keyof typeof account
  | keyof typeof administration
  | keyof typeof approvals
  | keyof typeof boarding
  | keyof typeof audit
  | keyof typeof auditProof
  | keyof typeof auditThings
  | keyof typeof cases
  | keyof typeof casework
  | keyof typeof casesWay
  | keyof typeof complaints
  | keyof typeof consents
  | keyof typeof consentsRequests
  | keyof typeof consentsSharing
  | keyof typeof council
  | keyof typeof councilCitations
  | keyof typeof councilDigest
  | keyof typeof councilSessions
  | keyof typeof councilDocuments
  | keyof typeof councilFocalPoints
  | keyof typeof councilGuidance
  | keyof typeof councilOffers
  | keyof typeof councilPlans
  | keyof typeof councilPublic
  | keyof typeof councilRecord
  | keyof typeof councilResults
  | keyof typeof councilRequests
  | keyof typeof documents
  | keyof typeof doors
  | keyof typeof security
  | keyof typeof domains
  | keyof typeof duplicates
  | keyof typeof fhir
  | keyof typeof figures
  | keyof typeof files
  | keyof typeof forms
  | keyof typeof leases
  | keyof typeof manifest
  | keyof typeof openRights
  | keyof typeof initiatives
  | keyof typeof exchange
  | keyof typeof glass
  | keyof typeof guidance
  | keyof typeof handovers
  | keyof typeof jobs
  | keyof typeof kinship
  | keyof typeof meetings
  | keyof typeof interests
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
  | keyof typeof plans
  | keyof typeof practiceAdoption
  | keyof typeof practiceCollections
  | keyof typeof reception
  | keyof typeof retention
  | keyof typeof sealing
  | keyof typeof roster
  | keyof typeof practicesReviewers
  | keyof typeof practicesThesaurus
  | keyof typeof trainings
  | keyof typeof trainingsAttendance
  | keyof typeof search
  | keyof typeof referrals
  | keyof typeof transfers
  | keyof typeof entitlements
  | keyof typeof outside
  | keyof typeof services
  | keyof typeof situation
  | keyof typeof shell
  | keyof typeof start
  | keyof typeof tasks
  | keyof typeof ui
  | keyof typeof visits
  | keyof typeof waiting
