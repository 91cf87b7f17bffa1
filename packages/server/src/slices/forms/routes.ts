/** Routes of forms: parse, call one action, answer. */
import { notFound } from '@kerege/contract/errors'
import * as routes from '@kerege/contract/forms/routes'
import { handler } from '../../platform/handler.ts'
import { begin } from './beginning.ts'
import { findForm, sheetIn } from './engine.ts'
import { drafts, handOver } from './handing.ts'
import { ofPerson, whole } from './whole.ts'
import { correct, discard, handIn, save } from './writing.ts'

export const formHandlers = [
  handler(routes.formSheet, async (_, { params, query }) => {
    const form = await findForm(params.form, params.version)
    if (!form) throw notFound()
    return sheetIn(form, query.language)
  }),
  handler(routes.personForms, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.beginForm, async (ctx, { params, body }) => whole(ctx, await begin(ctx, params.id, body))),
  handler(routes.formDrafts, async ctx => ({ rows: await drafts(ctx) })),
  handler(routes.getForm, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.savePage, async (ctx, { params, body }) => {
    await save(ctx, params.id, params.page, body)
    return whole(ctx, params.id)
  }),
  handler(routes.handInForm, async (ctx, { params, body }) => {
    await handIn(ctx, params.id, body.seen)
    return whole(ctx, params.id)
  }),
  handler(routes.handOverForm, async (ctx, { params, body }) => {
    await handOver(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.correctPage, async (ctx, { params, body }) => {
    await correct(ctx, params.id, params.page, body)
    return whole(ctx, params.id)
  }),
  handler(routes.discardForm, async (ctx, { params }) => {
    await discard(ctx, params.id)
    return { id: params.id }
  }),
]
