/** What a notice says, and where it leads. A notice carries ids and numbers only; the words are ours. */
import type { Notice } from '@kerege/contract/notifications/schema'
import { known, type Translate } from '../../i18n/useT.tsx'

export function noticeText({ topic, params, subject }: Notice, t: Translate): string {
  switch (topic) {
    case 'person.granted':
      return subject ? t('notifications.says.person', { name: subject }) : t('notifications.says.someone')
    case 'task.due':
      return t('notifications.says.due', { overdue: countOf(params.overdue), today: countOf(params.today) })
    case 'decision.closed':
      return t(known(`notifications.says.decision.${params.state}`) ?? 'notifications.says.decision.closed')
    case 'session.moved':
      return t(known(`notifications.says.session.${params.state}`) ?? 'notifications.says.session.moved')
    case 'entry.standing':
      return t(known(`notifications.says.entry.${params.state}`) ?? 'notifications.says.entry.changed')
    case 'question.draft':
      return t(known(`notifications.says.draft.${params.state}`) ?? 'notifications.says.draft.asked')
    case 'text.moderated':
      return t(known(`notifications.says.text.${params.state}`) ?? 'notifications.says.text.hidden')
    case 'approval.decided':
      return t(known(`notifications.says.decided.${params.state}`) ?? 'notifications.says.decided.other')
    case 'paper.blocks':
    case 'paper.waits-long':
    case 'paper.stuck':
    case 'paper.issued':
    case 'case.given':
      return t(`notifications.says.${topic}`, { name: subject ?? 'none' })
    default:
      return t(`notifications.says.${topic}`)
  }
}

const countOf = (value: string | number | undefined) => Number(value ?? 0)

/** The page of the thing itself; absent where there is none. */
export function noticeHref({ topic, params }: Notice): string | undefined {
  switch (topic) {
    case 'person.granted':
    case 'person.merged':
    case 'person.parted':
      return params.personId ? `/people/${params.personId}` : undefined
    case 'duplicate.found':
      return params.pairId ? `/duplicates?pair=${params.pairId}` : undefined
    case 'task.handed-over':
      return params.taskId ? `/tasks/${params.taskId}` : undefined
    case 'task.due':
      return '/tasks'
    case 'paper.blocks':
    case 'paper.waits-long':
    case 'paper.stuck':
    case 'paper.issued':
      return params.paperId ? `/papers/${params.paperId}` : undefined
    case 'case.opened':
    case 'case.given':
    case 'case.handed-back':
    case 'case.review-due':
      return params.caseId ? `/cases/${params.caseId}` : undefined
    case 'form.handed-over':
      return params.formId ? `/forms/${params.formId}` : undefined
    case 'appointment.soon':
      return '/calendar'
    case 'conference.called':
    case 'conference.changed':
      return '/conferences'
    case 'panel.called':
    case 'panel.decided':
      return params.interestId ? `/best-interests/${params.interestId}` : undefined
    case 'obstacle.carried':
      return params.obstacleId ? `/obstacles/${params.obstacleId}` : undefined
    case 'complaint.received':
    case 'complaint.due':
      return params.complaintId ? `/complaints/${params.complaintId}` : undefined
    case 'glass.opened':
    case 'glass.review-due':
      return params.openingId ? `/glass/${params.openingId}` : undefined
    case 'referral.came':
      return params.referralId ? `/asked/${params.referralId}` : undefined
    case 'referral.answered':
    case 'referral.unanswered':
    case 'referral.stopped':
      return params.referralId ? `/referrals/${params.referralId}` : undefined
    case 'referral.ended':
      return '/asked'
    case 'transfer.asked':
      return params.transferId ? `/offered/${params.transferId}` : undefined
    case 'transfer.declined':
    case 'transfer.unanswered':
    case 'transfer.stopped':
      return params.caseId ? `/cases/${params.caseId}` : undefined
    case 'transfer.accepted':
      return '/cases'
    case 'transfer.ended':
      return '/offered'
    case 'approval.waiting':
    case 'approval.decided':
    case 'approval.expired':
      return params.approvalId ? `/approvals/${params.approvalId}` : undefined
    case 'decision.silence':
    case 'decision.reminder':
    case 'decision.closed':
      return params.decisionId ? `/decisions/${params.decisionId}` : undefined
    case 'record.circulated':
    case 'record.corrections-due':
      return params.documentId ? `/documents/${params.documentId}` : undefined
    case 'practice.waits':
    case 'practice.sent-back':
    case 'practice.published':
    case 'practice.confirm-due':
    case 'practice.cited':
      return params.practiceId ? `/practices/${params.practiceId}` : undefined
    case 'practice.review-asked':
      return params.practiceId ? `/practices/${params.practiceId}/review` : undefined
    case 'reviewer.changed':
      return '/practices/reviewer'
    case 'request.asked':
    case 'request.due':
    case 'request.answered':
      return params.requestId ? `/requests/${params.requestId}` : undefined
    case 'offer.moved':
      return params.offerId ? `/offers/${params.offerId}` : undefined
    case 'adoption.made':
    case 'adoption.reported':
    case 'adoption.answered':
    case 'adoption.retracted':
      return params.adoptionId ? `/adoptions/${params.adoptionId}` : undefined
    case 'practice.month':
      return params.practiceId ? `/practices/${params.practiceId}` : undefined
    case 'guidance.came':
      return '/guidance'
    case 'practice.taken-back':
      return params.practiceId ? `/exchange/practices/${params.practiceId}` : undefined
    case 'exchange.alarm':
      return undefined
    case 'roster.moved':
      return params.entryId ? `/roster/${params.entryId}` : undefined
    case 'training.asked':
    case 'training.moved':
    case 'training.follow-up':
      return params.eventId ? `/trainings/${params.eventId}` : undefined
    case 'training-wish.moved':
      return params.wishId ? `/trainings/board/${params.wishId}` : undefined
    case 'session.invited':
    case 'session.moved':
      return params.sessionId ? `/sessions/${params.sessionId}` : undefined
    case 'session.digest':
      return params.sessionId ? `/sessions/${params.sessionId}/digest` : undefined
    case 'entry.standing':
      return params.entryId ? `/practitioners/${params.entryId}` : '/practitioners/mine'
    case 'entry.waiting':
      return '/practitioners?waiting=true'
    case 'letter.came':
      return params.threadId ? `/letters/${params.threadId}` : '/letters'
    case 'practices.fits':
      return '/practices/search'
    case 'question.asked':
    case 'question.answered':
    case 'question.draft':
      return params.questionId ? `/questions/${params.questionId}` : undefined
    case 'text.moderated':
      return params.questionId
        ? `/questions/${params.questionId}`
        : params.kind === 'entry'
          ? '/practitioners/mine'
          : undefined
    case 'report.came':
      return '/questions/moderation'
    case 'account.hats-changed':
      return '/account/rights'
    case 'account.new-device':
      return '/account/sessions'
    case 'account.password-changed':
    case 'account.second-factor-set-up':
      return '/account'
    case 'account.unblocked':
      return undefined
  }
}
