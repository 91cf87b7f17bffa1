/** Routes of consents: parse, call one action, answer. */
import * as routes from '@kerege/contract/consents/routes'
import { handler } from '../../platform/handler.ts'
import { requestHandlers } from './requests/routes.ts'
import { tellingHandlers } from './telling/routes.ts'
import { ofPerson, record, withdraw } from './recording.ts'

export const consentHandlers = [
  handler(routes.personConsents, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.recordConsent, (ctx, { params, body }) => record(ctx, params.id, body)),
  handler(routes.withdrawConsent, (ctx, { params, body }) => withdraw(ctx, params.id, body)),
  ...tellingHandlers,
  ...requestHandlers,
]
