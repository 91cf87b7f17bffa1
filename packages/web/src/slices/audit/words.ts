/** Names of the log's entries in words. A node may write one that this page does not know: it is shown as it is. */
import { known, type Translate } from '../../i18n/useT.tsx'

/** Actions that can be searched for; each has its words under `audit.action.…`. */
export const actions = [
  'people.listed',
  'people.counted',
  'people.searched',
  'people.compared',
  'people.beside-read',
  'people.merged',
  'people.parted',
  'person.registered',
  'person.read',
  'person.changed',
  'person.moved',
  'person.history-read',
  'person.not-same-read',
  'person.said-not-same',
  'person.not-same-taken-back',
  'person.grants-read',
  'person.granted',
  'person.grant-ended',
  'person.erasure-asked',
  'person.erased',
  'relations.listed',
  'person.tree-read',
  'relation.added',
  'relation.changed',
  'relation.ended',
  'relation.looked-at',
  'household.made',
  'household.changed',
  'documents.listed',
  'document.added',
  'document.content-stored',
  'document.read',
  'document.downloaded',
  'document.entitled',
  'document.version-added',
  'document.removed',
  'tasks.listed',
  'tasks.done',
  'task.made',
  'task.read',
  'task.changed',
  'task.done',
  'task.cancelled',
  'task.reopened',
  'task.handed-over',
  'approvals.listed',
  'approval.read',
  'approval.decided',
  'approval.approved',
  'approval.refused',
  'approval.expired',
  'approval.delegated',
  'approval.withdrawn',
  'people.exported',
  'audit.exported',
  'audit.searched',
  'audit.seen',
  'session.opened',
  'session.second-factor',
  'session.closed',
  'session.hat-changed',
  'session.demo-entered',
  'second-factor.started',
  'second-factor.enrolled',
  'password.changed',
  'password.reset',
  'password.reset-asked',
  'accounts.listed',
  'account.invited',
  'account.accepted',
  'account.read',
  'account.hats-changed',
  'account.blocked',
  'account.unblocked',
  'account.second-factor-reset-asked',
  'account.second-factor-reset',
  'account.second-factor-reset-on-machine',
  'account.language-changed',
  'account.mail-chosen',
  'agency.added',
  'team.added',
  'areas.imported',
  'notices.listed',
  'jobs.listed',
  'job.retried',
] as const

export function actionText(action: string, t: Translate): string {
  const kind = /\.export(ed|-asked)$/.exec(action)?.[1]
  const id = known(
    `audit.action.${action}`,
    // Lists that may be taken out grow in number; their entries are named alike.
    ...(kind ? [`audit.action.export.${kind === 'ed' ? 'fetched' : 'asked'}`] : []),
  )
  return id ? t(id) : action
}

/** A field's name from the section of a person, or as the node calls it. */
export function fieldText(field: string, t: Translate): string {
  const id = known(`people.field.${field}`, `access.compartment.${field}`, `audit.field.${field}`)
  return id ? t(id) : field
}

export const outcomeKind = { done: 'ok', refused: 'stop', failed: 'wait' } as const
