/** What people are told about, and how soon a mail says that something waits. A topic never carries words. */

export const mailModes = ['at-once', 'digest', 'never'] as const
export type MailMode = (typeof mailModes)[number]

/** Topic -> when a mail goes out, unless the reader chose otherwise. */
export const topics = {
  'person.granted': 'digest',
  'person.merged': 'digest',
  'person.parted': 'digest',
  'duplicate.found': 'at-once',
  'task.handed-over': 'digest',
  'task.due': 'never',
  'paper.blocks': 'digest',
  'paper.waits-long': 'digest',
  'paper.stuck': 'digest',
  'paper.issued': 'digest',
  'case.opened': 'digest',
  'case.given': 'at-once',
  'case.handed-back': 'digest',
  'case.review-due': 'digest',
  'approval.waiting': 'at-once',
  'approval.decided': 'digest',
  'approval.expired': 'digest',
  'decision.silence': 'at-once',
  'decision.reminder': 'at-once',
  'decision.closed': 'at-once',
  'record.circulated': 'at-once',
  'record.corrections-due': 'at-once',
  'request.asked': 'at-once',
  'request.due': 'digest',
  'request.answered': 'digest',
  'offer.moved': 'digest',
  'guidance.came': 'digest',
  'practice.taken-back': 'at-once',
  'exchange.alarm': 'at-once',
  'adoption.made': 'digest',
  'adoption.reported': 'digest',
  'adoption.answered': 'digest',
  'adoption.retracted': 'at-once',
  'practice.month': 'at-once',
  'roster.moved': 'digest',
  'training.asked': 'digest',
  'training.moved': 'at-once',
  'training.follow-up': 'at-once',
  'training-wish.moved': 'digest',
  'session.digest': 'at-once',
  'practice.waits': 'digest',
  'practice.review-asked': 'at-once',
  'practice.sent-back': 'at-once',
  'practice.published': 'at-once',
  'practice.confirm-due': 'digest',
  'practice.cited': 'digest',
  'reviewer.changed': 'digest',
  'entry.standing': 'digest',
  'entry.waiting': 'digest',
  'letter.came': 'at-once',
  'practices.fits': 'digest',
  'question.asked': 'at-once',
  'question.answered': 'at-once',
  'question.draft': 'digest',
  'text.moderated': 'at-once',
  'report.came': 'digest',
  'account.hats-changed': 'at-once',
  'account.unblocked': 'at-once',
} as const satisfies Record<string, MailMode>

export type Topic = keyof typeof topics
export const topicNames = Object.keys(topics) as Topic[]
export const isTopic = (name: string): name is Topic => Object.hasOwn(topics, name)

/** Mail about one's own account warns of somebody else at the keys: it cannot be switched off. */
export const isFixed = (topic: Topic): boolean => topic.startsWith('account.')
