/** Every message id there is, from the English catalogues. A new slice adds its line here. */
import type account from '../slices/account/messages/en.json'
import type access from '../slices/access/messages/en.json'
import type administration from '../slices/administration/messages/en.json'
import type approvals from '../slices/approvals/messages/en.json'
import type audit from '../slices/audit/messages/en.json'
import type council from '../slices/council/messages/en.json'
import type councilDigest from '../slices/council/digest/messages/en.json'
import type councilDocuments from '../slices/council/documents/messages/en.json'
import type councilPublic from '../slices/council/public/messages/en.json'
import type documents from '../slices/documents/messages/en.json'
import type figures from '../slices/figures/messages/en.json'
import type jobs from '../slices/jobs/messages/en.json'
import type kinship from '../slices/people/kinship/messages/en.json'
import type notifications from '../slices/notifications/messages/en.json'
import type papers from '../slices/papers/messages/en.json'
import type people from '../slices/people/messages/en.json'
import type search from '../slices/people/search/messages/en.json'
import type duplicates from '../slices/people/duplicates/messages/en.json'
import type start from '../slices/start/messages/en.json'
import type tasks from '../slices/tasks/messages/en.json'
import type shell from '../shell/messages/en.json'
import type ui from '../ui/messages/en.json'

export type MessageKey =
  | keyof typeof access
  | keyof typeof account
  | keyof typeof administration
  | keyof typeof approvals
  | keyof typeof audit
  | keyof typeof council
  | keyof typeof councilDigest
  | keyof typeof councilDocuments
  | keyof typeof councilPublic
  | keyof typeof documents
  | keyof typeof duplicates
  | keyof typeof figures
  | keyof typeof jobs
  | keyof typeof kinship
  | keyof typeof notifications
  | keyof typeof papers
  | keyof typeof people
  | keyof typeof search
  | keyof typeof shell
  | keyof typeof start
  | keyof typeof tasks
  | keyof typeof ui
