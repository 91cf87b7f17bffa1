/** Routes of the directory and of letters: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/people/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as confirmations from './confirmations.ts'
import * as letters from './letters.ts'
import * as nominations from './nominations.ts'
import { changeSettings, settings } from './settings.ts'
import * as store from './store.ts'

export const directoryHandlers: AnyHandler[] = [
  handler(routes.listPractitioners, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.findPractitioners, (ctx, { body }) => store.find(ctx, body.query)),
  handler(routes.myEntry, ctx => actions.mine(ctx)),
  handler(routes.countDirectory, ctx => confirmations.count(ctx)),
  handler(routes.getPeopleSettings, ctx => settings(ctx.tx)),
  handler(routes.changePeopleSettings, (ctx, { body }) => changeSettings(ctx, body)),
  handler(routes.standInDirectory, (ctx, { body }) => actions.stand(ctx, body)),
  handler(routes.getPractitioner, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.changeEntry, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.leaveDirectory, (ctx, { params }) => actions.leave(ctx, params.id)),
  handler(routes.confirmPractitioner, (ctx, { params, body }) =>
    confirmations.confirm(ctx, params.id, body.id),
  ),
  handler(routes.endConfirmation, (ctx, { params, body }) =>
    confirmations.endConfirmation(ctx, params.id, body.reason),
  ),
  handler(routes.listNominations, ctx => nominations.list(ctx)),
  handler(routes.nominate, (ctx, { body }) => nominations.nominate(ctx, body)),
  handler(routes.endNomination, (ctx, { params }) => nominations.end(ctx, params.id)),
  handler(routes.listLetters, (ctx, { query }) => letters.list(ctx, query)),
  handler(routes.writeLetter, (ctx, { params, body }) => letters.write(ctx, params.id, body)),
  handler(routes.getLetters, (ctx, { params }) => letters.whole(ctx, params.id)),
  handler(routes.answerLetter, (ctx, { params, body }) => letters.answer(ctx, params.id, body)),
]
