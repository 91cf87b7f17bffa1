/** Ways in to one's own notices. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { ChooseMail, MailChoices, NoticeCount, NoticeFilter, NoticePage } from './schema.ts'

const none = z.undefined()

export const listNotices = route({
  method: 'GET',
  path: '/notifications',
  summary: 'My notices, unread first',
  access: 'signed-in',
  audit: 'notices.listed',
  query: NoticeFilter,
  response: NoticePage,
})
export const countNotices = route({
  method: 'GET',
  path: '/notifications/count',
  summary: 'How many I have not read',
  access: 'signed-in',
  audit: null,
  response: NoticeCount,
})
export const readNotice = route({
  method: 'POST',
  path: '/notifications/:id/read',
  summary: 'I have read this one',
  access: 'signed-in',
  audit: null,
  params: z.strictObject({ id: Id }),
  response: none,
  status: 204,
  offline: 'queue',
})
export const readAllNotices = route({
  method: 'POST',
  path: '/notifications/read',
  summary: 'I have read them all',
  access: 'signed-in',
  audit: null,
  response: none,
  status: 204,
  offline: 'queue',
})
export const listMailChoices = route({
  method: 'GET',
  path: '/notifications/settings',
  summary: 'When a mail says that something waits, by topic',
  access: 'signed-in',
  audit: null,
  response: MailChoices,
})
export const chooseMail = route({
  method: 'PUT',
  path: '/notifications/settings',
  summary: 'Choose it for one topic',
  access: 'signed-in',
  audit: 'account.mail-chosen',
  body: ChooseMail,
  response: MailChoices,
})
