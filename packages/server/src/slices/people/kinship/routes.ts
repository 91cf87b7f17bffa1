/** Routes of kinship: parse, call one action, answer. */
import * as routes from '@kerege/contract/people/kinship/routes'
import { handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { lookAt, tree } from './tree.ts'

export const kinshipHandlers = [
  handler(routes.listRelations, (ctx, { params }) => actions.list(ctx, params.id)),
  handler(routes.familyTree, (ctx, { params }) => tree(ctx, params.id)),
  handler(routes.addRelation, (ctx, { params, body }) => actions.add(ctx, params.id, body)),
  handler(routes.changeRelation, (ctx, { params, body }) =>
    actions.change(ctx, params.id, params.relationId, body),
  ),
  handler(routes.endRelation, (ctx, { params, body }) =>
    actions.end(ctx, params.id, params.relationId, body),
  ),
  handler(routes.lookAtCheck, (ctx, { params, body }) => lookAt(ctx, params.id, body)),
]
