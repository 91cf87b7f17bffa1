/** What is asked, in words by kind. A kind that this page does not know is told as a request, never as a code. */
import type { ApprovalState } from '@kerege/contract/approvals/rules'
import type { ApprovalRow } from '@kerege/contract/approvals/schema'
import { known, type Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

export const askedText = (kind: string, t: Translate): string =>
  t(known(`approvals.kind.${kind}`) ?? 'approvals.kind.other')

/** What happens to people when it is approved. */
export const consequenceText = (kind: string, t: Translate): string =>
  t(known(`approvals.consequence.${kind}`) ?? 'approvals.consequence.other')

/** The verb and its object, for the button that approves. */
export const actText = (kind: string, t: Translate): string =>
  t(known(`approvals.approve.${kind}`) ?? 'approvals.approve.other')

/** What cannot be taken back has a red button and says so first. */
export const isGrave = (kind: string): boolean => kind === 'person-erasure'

/** Whom it is about; when an erasure was carried out there is no name any more, for nobody. */
export function subjectText({ subject, kind, state }: ApprovalRowLike, t: Translate): string {
  if (subject) return subject
  const gone = kind === 'person-erasure' && state === 'approved'
  return t(gone ? 'approvals.erased' : 'approvals.nameNotOpen')
}

type ApprovalRowLike = Pick<ApprovalRow, 'subject' | 'kind' | 'state'>

/** The page of what it is about; an account has one for those only who administer. */
export function subjectPath(
  { subjectKind, subjectId, params }: Pick<ApprovalRow, 'subjectKind' | 'subjectId' | 'params'>,
  mayAdminister: boolean,
): string | undefined {
  switch (subjectKind) {
    case 'account':
      return mayAdminister ? `/accounts/${subjectId}` : undefined
    case 'case':
      return `/cases/${subjectId}`
    case 'authority-request':
      return `/sharing/requests/${subjectId}`
    case 'file-request':
      return `/file-requests/${subjectId}`
    case 'body':
      return `/council/bodies/${subjectId}`
    case 'plan':
      return typeof params.case === 'string' ? `/cases/${params.case}/plan` : undefined
    case 'best-interests':
      return `/best-interests/${subjectId}`
    case 'panel':
      return typeof params.interest === 'string' ? `/best-interests/${params.interest}` : undefined
    case 'person':
      return `/people/${subjectId}`
    default:
      return undefined
  }
}

export const stateKind: Record<ApprovalState, StateKind> = {
  pending: 'wait',
  approved: 'ok',
  refused: 'mute',
  expired: 'mute',
  withdrawn: 'mute',
}

const dayLength = 86_400_000

/** Whole days until the open step ends; absent where it waits for ever. */
export function daysLeft({ deadline }: Pick<ApprovalRow, 'deadline'>, now: number): number | undefined {
  return deadline === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(deadline) - now) / dayLength))
}
