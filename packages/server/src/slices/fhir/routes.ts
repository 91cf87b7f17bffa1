/** Routes of FHIR files: parse, call one action, answer. */
import * as routes from '@kerege/contract/fhir/routes'
import { handler } from '../../platform/handler.ts'
import { look } from './looking.ts'
import * as store from './store.ts'
import { take, undo } from './taking.ts'

export const fhirHandlers = [
  handler(routes.lookAtFhir, (ctx, { body }) => look(ctx, body.bundle)),
  handler(routes.takeFhir, (ctx, { body }) => take(ctx, body)),
  handler(routes.undoFhir, (ctx, { params, body }) => undo(ctx, params.id, body.reason)),
  handler(routes.personFhirImports, (ctx, { params }) => store.ofPerson(ctx, params.id)),
]
