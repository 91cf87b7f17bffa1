/**
 * The place where families live: neighbours, school, mosque or club are prepared, and words that hurt are written down and
 * answered. Of places and never of persons: no text here carries data of anybody.
 */
import { z } from 'zod'
import { AreaCode, Id, PlainDate } from '../common.ts'
import { impersonal, impersonalLine } from '../personalData.ts'
import { route } from '../route.ts'
import { Colleague } from '../tasks/schema.ts'

export const placeStepKinds = ['neighbours', 'school', 'faith', 'club', 'mediation', 'media'] as const
export const incidentKinds = ['words', 'refusal', 'threat', 'online', 'media'] as const
export const whereabouts = ['school', 'neighbours', 'office', 'clinic', 'street', 'online', 'media'] as const

export const PlacePlan = z.strictObject({
  area: AreaCode,
  steps: z.array(
    z.strictObject({
      id: Id,
      kind: z.enum(placeStepKinds),
      words: z.string(),
      owner: Colleague,
      due: PlainDate,
      doneOn: PlainDate.optional(),
      went: z.string().optional(),
    }),
  ),
  incidents: z.array(
    z.strictObject({
      id: Id,
      kind: z.enum(incidentKinds),
      where: z.enum(whereabouts),
      on: PlainDate,
      words: z.string(),
      by: Colleague,
      answeredOn: PlainDate.optional(),
      answer: z.string().optional(),
    }),
  ),
})
export type PlacePlan = z.infer<typeof PlacePlan>

export const AddPlaceStep = z.strictObject({
  id: Id,
  kind: z.enum(placeStepKinds),
  words: impersonalLine(300),
  due: PlainDate,
})
export type AddPlaceStep = z.infer<typeof AddPlaceStep>
export const ReportIncident = z.strictObject({
  id: Id,
  kind: z.enum(incidentKinds),
  where: z.enum(whereabouts),
  on: PlainDate,
  words: impersonal(1000),
})
export type ReportIncident = z.infer<typeof ReportIncident>
export const SayPlaceStep = z.strictObject({ went: impersonal(1000) })
export const AnswerIncident = z.strictObject({ answer: impersonal(1000) })

const params = z.strictObject({ id: Id })
const given = { params, access: 'plans.write', response: PlacePlan } as const

export const placePlan = route({
  ...given,
  method: 'GET',
  path: '/cases/:id/place',
  summary:
    'What is done where this family lives, and what was said there that hurts; of the place and of nobody',
  audit: 'place.read',
  offline: 'keep',
})
export const addPlaceStep = route({
  ...given,
  method: 'POST',
  path: '/cases/:id/place/steps',
  summary: 'Plan something for the place where families live',
  audit: 'place.step-added',
  body: AddPlaceStep,
  status: 201,
  offline: 'queue',
})
export const reportIncident = route({
  ...given,
  method: 'POST',
  path: '/cases/:id/place/incidents',
  summary: 'Write down words or acts that hurt families of this place',
  audit: 'place.incident-reported',
  body: ReportIncident,
  status: 201,
  offline: 'queue',
})
export const sayPlaceStep = route({
  ...given,
  method: 'POST',
  path: '/place-steps/:id/done',
  summary: 'Say how a step for a place went',
  audit: 'place.step-done',
  body: SayPlaceStep,
})
export const answerIncident = route({
  ...given,
  method: 'POST',
  path: '/incidents-of-places/:id/answer',
  summary: 'Say how an incident was answered',
  audit: 'place.incident-answered',
  body: AnswerIncident,
})
