/** Routes of accounts, agencies and areas: parse, call one action, answer. */
import * as routes from '@kerege/contract/access/routes'
import { handler } from '../../platform/handler.ts'
import * as accounts from './accounts.ts'
import * as agencies from './agencies.ts'
import { importAreas } from './areas/saveAreas.ts'
import { colleagues } from './colleagues.ts'

export const accountHandlers = [
  handler(routes.listAccounts, (ctx, { query }) => accounts.list(ctx, query)),
  handler(routes.getAccount, (ctx, { params }) => accounts.read(ctx, params.id)),
  handler(routes.blockAccount, (ctx, { params, body }) => accounts.block(ctx, params.id, body.reason)),
  handler(routes.unblockAccount, (ctx, { params, body }) => accounts.unblock(ctx, params.id, body.reason)),
  handler(routes.listAgencies, ctx => agencies.listAgencies(ctx)),
  handler(routes.addAgency, (ctx, { body }) => agencies.addAgency(ctx, body)),
  handler(routes.addTeam, (ctx, { body }) => agencies.addTeam(ctx, body)),
  handler(routes.listAreas, ctx => agencies.listAreas(ctx)),
  handler(routes.importAreas, (ctx, { body }) => importAreas(ctx, body.csv)),
  handler(routes.listColleagues, (ctx, { query }) => colleagues(ctx, query)),
]
