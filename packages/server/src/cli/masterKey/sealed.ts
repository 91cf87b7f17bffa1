/**
 * Everything in the database that is sealed with a key derived from the master key, and all other bytes, so that a new column cannot be
 * forgotten: `masterKey.test.ts` holds both lists against the tables. What is sealed under the key of a person is not here: only that
 * key is sealed anew.
 */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly key: 'persons' | 'node'
  /** SQL: what tells rows apart, in an order that can be gone through, and its type. */
  readonly id: string
  readonly type: 'uuid' | 'text'
  /** SQL: what the seal is bound to. */
  readonly purpose: string
  /** SQL: which rows are sealed with this key. */
  readonly only?: string
}

export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'audit.person_keys',
    column: 'wrapped',
    key: 'persons',
    id: 't.person_id',
    type: 'uuid',
    purpose: 't.person_id::text',
  },
  {
    table: 'audit.reasons',
    column: 'sealed',
    key: 'node',
    id: 't.entry_id',
    type: 'uuid',
    purpose: 't.entry_id::text',
    only: 't.person_id is null',
  },
  {
    table: 'documents.versions',
    column: 'wrapped',
    key: 'node',
    id: 't.id',
    type: 'uuid',
    purpose: "'document-key ' || t.id",
    only: 't.person_id is null',
  },
  {
    table: 'practices.attachments',
    column: 'wrapped',
    key: 'node',
    id: 't.id',
    type: 'uuid',
    purpose: "'attachment-key ' || t.id",
  },
  {
    table: 'approvals.approvals',
    column: 'reason',
    key: 'node',
    id: 't.id',
    type: 'uuid',
    purpose: 't.id::text',
    only: 'coalesce(t.sealed_for, t.person_id) is null',
  },
  {
    table: 'approvals.decisions',
    column: 'comment',
    key: 'node',
    id: 't.id',
    type: 'uuid',
    purpose: 't.id::text',
    only: `(select coalesce(a.sealed_for, a.person_id) from approvals.approvals a where a.id = t.approval_id) is null`,
  },
  {
    table: 'exports.tickets',
    column: 'sealed',
    key: 'node',
    id: 't.id',
    type: 'uuid',
    purpose: "'export ' || t.id",
  },
  {
    table: 'platform.commands',
    column: 'sealed',
    key: 'node',
    id: "(t.account_id || ' ' || t.key)",
    type: 'text',
    purpose: 't.key',
  },
]

/** Bytes that no key derived from the master key has sealed, with what they are. */
export const otherBytes: Readonly<Record<string, string>> = {
  'access.accounts.used_codes': 'keyed hash: its key stays',
  'access.challenges.hash': 'hash',
  'access.invitations.token_hash': 'hash',
  'access.known_devices.hash': 'hash',
  'access.knocks.client': 'keyed hash: its key stays',
  'access.lockouts.key': 'keyed hash: its key stays',
  'access.node.key_mark': 'keyed hash: its key stays',
  'access.passkeys.public_key': 'public',
  'access.sessions.token_hash': 'hash',
  'access.sso_links.subject': 'keyed hash: its key stays',
  'audit.checkpoints.frontier': 'public',
  'audit.checkpoints.root': 'public',
  'audit.entries.salt': 'chance',
  'audit.entries.seals': 'hashes',
  'audit.history.seal': 'hash',
  'audit.history.sealed': 'under the key of the person',
  'audit.leaves.hash': 'public',
  'audit.reasons.seal': 'hash',
  'audit.subtrees.hash': 'public',
  'casework.calendars.secret_hash': 'hash',
  'council.calendars.secret_hash': 'hash',
  'council.decision_texts.digest': 'hash',
  'documents.versions.digest': 'under the key of the file',
  'exchange.checkpoints.frontier': 'public',
  'exchange.checkpoints.root': 'public',
  'exchange.items.hash': 'public',
  'exchange.line.frontier': 'public',
  'exchange.received.hash': 'public',
  'exchange.staged.hash': 'public',
  'fhir.imports.digest': 'hash',
  'glass.openings.reason': 'under the key of the person',
  'glass.openings.words': 'under the key of the person',
  'people.merges.snapshot': 'under the key of the person',
  'people.relation_looks.based_on': 'hash',
  'platform.commands.request_hash': 'hash',
  'practices.attachments.digest': 'under the key of the file',
  'practices.replies.hash': 'hash',
  'referrals.links.code_hash': 'keyed hash: its key stays',
  'referrals.links.token_hash': 'hash',
  'rights.complaints.receipt': 'keyed hash: its key stays',
  'rights.file_requests.receipt': 'keyed hash: its key stays',
}
