/** Routes of trainings: parse, call one action, answer. Fixed addresses stand before those with an id. */
import * as after from '@kerege/contract/practices/trainings/after/routes'
import * as board from '@kerege/contract/practices/trainings/board/routes'
import * as catalogue from '@kerege/contract/practices/trainings/catalogue/routes'
import * as events from '@kerege/contract/practices/trainings/events/routes'
import * as needs from '@kerege/contract/practices/trainings/needs/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import { certificateFile } from './after/certificateFile.ts'
import * as certificates from './after/certificates.ts'
import * as lessons from './after/lessons.ts'
import { lessonsFile } from './after/lessonsFile.ts'
import * as questions from './after/questions.ts'
import * as wishes from './board/actions.ts'
import * as wishStore from './board/store.ts'
import * as curricula from './catalogue/actions.ts'
import { calendar } from './events/calendar.ts'
import * as planning from './events/planning.ts'
import * as registering from './events/registering.ts'
import * as eventStore from './events/store.ts'
import { waiting } from './events/waiting.ts'
import { whole } from './events/whole.ts'
import * as needActions from './needs/actions.ts'

const eventHandlers: AnyHandler[] = [
  handler(events.listEvents, (ctx, { query }) => eventStore.listed(ctx, query)),
  handler(events.listWaiting, ctx => waiting(ctx)),
  handler(events.planEvent, (ctx, { body }) => planning.plan(ctx, body)),
  handler(events.getEvent, (ctx, { params }) => whole(ctx, params.id)),
  handler(events.changeEvent, (ctx, { params, body }) => planning.change(ctx, params.id, body)),
  handler(events.moveEvent, (ctx, { params, body }) => planning.move(ctx, params.id, body)),
  handler(events.writeProgramme, (ctx, { params, body }) => planning.writeProgramme(ctx, params.id, body)),
  streamHandler(events.getCalendar, (ctx, { params }) => calendar(ctx, params.id)),
  handler(events.register, (ctx, { params, body }) => registering.register(ctx, params.id, body)),
  handler(events.nominate, (ctx, { params, body }) => registering.nominate(ctx, params.id, body)),
  handler(events.decideRegistration, (ctx, { params, body }) => registering.decide(ctx, params.id, body)),
  handler(events.withdrawRegistration, (ctx, { params, body }) =>
    registering.withdraw(ctx, params.id, body.reason),
  ),
  handler(events.noteAttendance, (ctx, { params, body }) => registering.noteAttendance(ctx, params.id, body)),
]

const afterHandlers: AnyHandler[] = [
  handler(after.writeQuestions, (ctx, { params, body }) => questions.write(ctx, params.id, body)),
  handler(after.answerQuestions, (ctx, { params, body }) => questions.answer(ctx, params.id, body)),
  handler(after.answerFollowUp, (ctx, { params, body }) => questions.followUp(ctx, params.id, body)),
  handler(after.issueCertificates, (ctx, { params }) => certificates.issue(ctx, params.id)),
  handler(after.revokeCertificate, (ctx, { params, body }) =>
    certificates.revoke(ctx, params.id, body.reason),
  ),
  streamHandler(after.getCertificateFile, (ctx, { params, query }) =>
    certificateFile(ctx, params.id, query.language),
  ),
  handler(after.getLessons, (ctx, { params }) => lessons.read(ctx, params.id)),
  handler(after.draftLessons, (ctx, { params }) => lessons.draft(ctx, params.id)),
  handler(after.writeLessons, (ctx, { params, body }) => lessons.write(ctx, params.id, body)),
  streamHandler(after.getLessonsFile, (ctx, { params, query }) => lessonsFile(ctx, params.id, query)),
]

const boardHandlers: AnyHandler[] = [
  handler(board.listWishes, (ctx, { query }) => wishStore.listed(ctx, query)),
  handler(board.addWish, (ctx, { body }) => wishes.add(ctx, body)),
  handler(board.getWish, (ctx, { params }) => wishStore.whole(ctx, params.id)),
  handler(board.changeWish, (ctx, { params, body }) => wishes.change(ctx, params.id, body)),
  handler(board.withdrawWish, (ctx, { params, body }) => wishes.withdraw(ctx, params.id, body.reason)),
  handler(board.answerWish, (ctx, { params, body }) => wishes.answer(ctx, params.id, body)),
  handler(board.decideAnswer, (ctx, { params, body }) => wishes.decide(ctx, params.id, body)),
  handler(board.withdrawAnswer, (ctx, { params, body }) =>
    wishes.withdrawAnswer(ctx, params.id, body.reason),
  ),
]

const shared: AnyHandler[] = [
  handler(needs.listNeeds, ctx => needActions.listed(ctx)),
  handler(needs.answerNeeds, (ctx, { body }) => needActions.answer(ctx, body)),
  handler(needs.listGaps, (ctx, { query }) => needActions.listedGaps(ctx, query)),
  handler(catalogue.listCurricula, (ctx, { query }) => curricula.listed(ctx, query)),
  handler(catalogue.addCurriculum, (ctx, { body }) => curricula.add(ctx, body)),
  handler(catalogue.getCurriculum, (ctx, { params, query }) => curricula.whole(ctx, params.id, query.number)),
  handler(catalogue.changeCurriculum, (ctx, { params, body }) =>
    curricula.change(ctx, params.id, body.content),
  ),
  handler(catalogue.withdrawCurriculum, (ctx, { params, body }) =>
    curricula.withdraw(ctx, params.id, body.reason),
  ),
]

export const trainingHandlers: AnyHandler[] = [
  ...shared,
  ...boardHandlers,
  ...eventHandlers,
  ...afterHandlers,
]
