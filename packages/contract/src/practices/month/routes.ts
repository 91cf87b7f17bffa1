/** Ways in to the practice of the month. */
import { z } from 'zod'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const path = '/practice-of-the-month'

export const listMonths = route({
  method: 'GET',
  path,
  summary: 'The practice of this month and of those before',
  access: 'practices.read',
  audit: 'practice-months.listed',
  response: s.Months,
  offline: 'keep',
})
export const chooseMonth = route({
  method: 'PUT',
  path: `${path}/:month`,
  summary:
    'Choose the practice of a month; it must be open to everybody, and can be changed until it was told',
  access: 'practices.moderate',
  audit: 'practice-month.chosen',
  params: z.strictObject({ month: s.Month }),
  body: s.ChooseMonth,
  response: s.Months,
})
