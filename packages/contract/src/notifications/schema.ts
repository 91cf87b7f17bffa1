/** Notices: a topic, ids and counts. What they lead to is opened, and filtered, where it lives. */
import { z } from 'zod'
import { Id, Instant, page, pageQuery } from '../common.ts'
import { isFixed, mailModes, type Topic, topicNames } from './topics.ts'

export const TopicName = z.enum(topicNames as [Topic, ...Topic[]])

export const Notice = z.strictObject({
  id: Id,
  topic: TopicName,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** How the person meant is called, for those to whom the record is open now. */
  subject: z.string().optional(),
  at: Instant,
  readAt: Instant.optional(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeFilter = z.strictObject({ ...pageQuery, unread: z.stringbool().optional() })
export type NoticeFilter = z.infer<typeof NoticeFilter>
export const NoticePage = page(Notice)
export const NoticeCount = z.strictObject({ unread: z.number().int() })

export const MailChoice = z.strictObject({
  topic: TopicName,
  mail: z.enum(mailModes),
  /** Cannot be changed. */
  fixed: z.boolean(),
})
export const MailChoices = z.strictObject({ choices: z.array(MailChoice) })
export const ChooseMail = z.strictObject({
  topic: TopicName.refine(topic => !isFixed(topic), 'topic-fixed'),
  mail: z.enum(mailModes),
})
