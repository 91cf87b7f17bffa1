/** Made by `node scripts/tables.ts` from a migrated database. Not written by hand. */
import type { ColumnType, Generated } from 'kysely'

/** Read as ISO 8601 text in UTC. */
type Moment = ColumnType<string, string | Date, string | Date>
type MomentOrNull = ColumnType<string | null, string | Date | null | undefined, string | Date | null>
type MomentByDefault = ColumnType<string, string | Date | undefined, string | Date>
/** Written as text, so that arrays are not taken for PostgreSQL arrays. */
type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>
type JsonByDefault = ColumnType<unknown, string | undefined, string>

export interface Database {
  'access.accounts': {
    id: string
    user_id: string
    email: string
    name: string
    language: string
    state: string
    second_factor: Generated<boolean>
    created_at: MomentByDefault
    last_seen_at: MomentOrNull
    used_codes: Generated<Buffer[]>
  }
  'access.agencies': {
    id: string
    name: Json
    kind: string
    created_at: MomentByDefault
    country: string | null
  }
  'access.areas': {
    code: string
    parent: string | null
    name: Json
    invented: Generated<boolean>
  }
  'access.challenges': {
    hash: Buffer
    purpose: string
    session_id: string | null
    expires_at: Moment
  }
  'access.grants': {
    id: string
    account_id: string
    subject_id: string
    kind: string
    granted_by: string | null
    valid_from: MomentByDefault
    valid_to: MomentOrNull
  }
  'access.hats': {
    id: string
    account_id: string
    role: string
    agency_id: string
    team_id: string | null
    areas: Generated<string[]>
    created_at: MomentByDefault
    ended_at: MomentOrNull
    by_sso: Generated<boolean>
  }
  'access.invitations': {
    token_hash: Buffer
    account_id: string
    expires_at: Moment
    used_at: MomentOrNull
  }
  'access.knocks': {
    door: string
    client: Buffer
    spent: number
    ends_at: Moment
  }
  'access.known_devices': {
    account_id: string
    hash: Buffer
    seen_at: MomentByDefault
  }
  'access.lockouts': {
    key: Buffer
    failures: number
    first_at: Moment
    locked_until: MomentOrNull
  }
  'access.node': {
    id: string
    kind: string
    demo: Generated<boolean>
    one: Generated<boolean>
    key_mark: Buffer | null
  }
  'access.passkeys': {
    id: string
    account_id: string
    credential_id: string
    public_key: Buffer
    counter: number
    transports: Generated<string[]>
    name: string
    synced: boolean
    created_at: Moment
    last_used_at: MomentOrNull
    doubted_at: MomentOrNull
  }
  'access.roles': {
    name: string
    second_factor: boolean
    rights: Json
    verbs: string[]
    glass: Generated<string[]>
    glass_children: Generated<boolean>
  }
  'access.sessions': {
    id: string
    token_hash: Buffer
    account_id: string
    hat_id: string
    device: string
    opened_by: string
    created_at: Moment
    last_seen_at: Moment
    expires_at: Moment
    fresh_at: MomentOrNull
    view_role: string | null
    view_until: MomentOrNull
    new_device: Generated<boolean>
  }
  'access.sso_links': {
    issuer: string
    subject: Buffer
    account_id: string
    linked_at: MomentByDefault
    last_used_at: MomentByDefault
  }
  'access.subjects': {
    id: string
    kind: string
    agency_id: string
    team_id: string | null
    area_code: string
    same_as: string | null
  }
  'access.teams': {
    id: string
    agency_id: string
    name: string
    created_at: MomentByDefault
  }
  'approvals.approvals': {
    id: string
    kind: string
    subject_kind: string
    subject_id: string
    person_id: string | null
    compartment: Generated<string>
    params: JsonByDefault
    state: string
    asked_by: string
    asked_at: Moment
    reason: Buffer | null
    step: Generated<number>
    deadline: MomentOrNull
    version: Generated<number>
    closed_at: MomentOrNull
    sealed_for: string | null
  }
  'approvals.decisions': {
    id: string
    approval_id: string
    ordinal: number
    account_id: string
    standing_for: string | null
    verdict: string
    at: Moment
    comment: Buffer | null
  }
  'approvals.delegations': {
    id: string
    approval_id: string
    from_account: string
    to_account: string
    at: Moment
  }
  'approvals.steps': {
    approval_id: string
    ordinal: number
    verb: string | null
    role: string | null
    accounts: string[] | null
    quorum: number
    due_in_days: number | null
  }
  'assessments.assessments': {
    id: string
    person_id: string
    case_id: string | null
    instrument: string
    instrument_version: string
    compartment: string
    about: string
    language: string | null
    agreed: string | null
    taken_on: string
    account_id: string
    beside_id: string | null
    state: Generated<string>
    answers: JsonByDefault
    outcome: JsonOrNull
    cut_offs: JsonByDefault
    version: Generated<number>
    started_at: Moment
    updated_at: Moment
    finished_at: MomentOrNull
  }
  'assessments.cut_offs': {
    id: string
    instrument: string
    instrument_version: string
    language: string
    cut_off: string
    value: number
    source: string
    account_id: string
    at: Moment
  }
  'assessments.levels': {
    assessment_id: string
    person_id: string
    domain: string
    compartment: string
    level: number
    reason: string
  }
  'assessments.texts': {
    id: string
    instrument: string
    instrument_version: string
    language: string
    content: Json
    source: string
    licence: string
    account_id: string
    at: Moment
  }
  'audit.checkpoints': {
    size: number
    root: Buffer
    frontier: Buffer[]
    at: Moment
    note: string
  }
  'audit.entries': {
    id: string
    at: Moment
    request_id: string
    account_id: string | null
    role: string | null
    action: string
    outcome: string
    code: string | null
    subjects: Generated<string[]>
    fields: Generated<string[]>
    counts: JsonByDefault
    seals: Generated<Buffer[]>
    salt: Buffer
  }
  'audit.erased': {
    person_id: string
    at: MomentByDefault
  }
  'audit.history': {
    id: string
    entry_id: string
    person_id: string
    subject_id: string
    compartment: string
    kind: string
    version: number
    at: Moment
    account_id: string | null
    fields: string[]
    sealed: Buffer
    seal: Buffer
  }
  'audit.leaves': {
    number: number
    entry_id: string
    hash: Buffer
  }
  'audit.pending': {
    entry_id: string
  }
  'audit.person_keys': {
    person_id: string
    wrapped: Buffer
    created_at: MomentByDefault
  }
  'audit.reasons': {
    entry_id: string
    person_id: string | null
    sealed: Buffer
    seal: Buffer
  }
  'audit.subtrees': {
    level: number
    number: number
    hash: Buffer
  }
  'cases.assignments': {
    id: string
    case_id: string
    agency_id: string
    team_id: string | null
    worker_id: string | null
    grant_id: string | null
    at: Moment
    ended_at: MomentOrNull
    actor_id: string
    reason: string | null
  }
  'cases.cases': {
    id: string
    person_id: string
    number: number
    episode: number
    state: string
    state_since: Moment
    household_id: string | null
    agency_id: string
    team_id: string | null
    worker_id: string | null
    merged_into: string | null
    opened_by: string
    version: Generated<number>
    opened_at: Moment
    updated_at: Moment
    look_on: string | null
  }
  'cases.leases': {
    kind: string
    subject: string
    person_id: string
    account_id: string
    desk: string
    since: Moment
    until: Moment
  }
  'cases.looks': {
    id: string
    case_id: string
    person_id: string
    number: number
    due: string
    done_at: MomentOrNull
    done_by: string | null
    how: string | null
    going: string | null
    words: string | null
  }
  'cases.origins': {
    id: string
    case_id: string
    person_id: string
    compartment: string
    origin: string
    operation_id: string | null
    sent_by: string | null
    at: Moment
    actor_id: string
  }
  'cases.statements': {
    id: string
    case_id: string
    person_id: string
    step: number
    guard: string
    words: string
  }
  'cases.steps': {
    id: string
    case_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string | null
    reason: string | null
    outcome: string | null
  }
  'casework.amendments': {
    id: string
    note_id: string
    person_id: string
    compartment: string
    words: string
    account_id: string
    at: Moment
  }
  'casework.appointments': {
    id: string
    person_id: string
    case_id: string | null
    compartment: string
    kind: string
    account_id: string
    with_whom: string | null
    place: string | null
    starts_at: Moment
    minutes: number
    remind: string
    reminded_at: MomentOrNull
    state: string
    why: string | null
    version: Generated<number>
    made_at: Moment
    updated_at: Moment
    series_id: string | null
  }
  'casework.calendars': {
    account_id: string
    secret_hash: Buffer
    made_at: Moment
  }
  'casework.concern_steps': {
    id: string
    concern_id: string
    person_id: string
    compartment: string
    number: number
    severity: number
    state: string
    why: string | null
    account_id: string
    at: Moment
  }
  'casework.concerns': {
    id: string
    person_id: string
    case_id: string | null
    compartment: string
    code: string
    code_version: string
    severity: number
    since: string | null
    source: string
    state: string
    version: Generated<number>
    noted_at: Moment
    updated_at: Moment
  }
  'casework.flags': {
    id: string
    person_id: string
    compartment: string
    code: string
    code_version: string
    words: string | null
    since: string
    until: string | null
    set_by: string
    set_at: Moment
    lifted_by: string | null
    lifted_at: MomentOrNull
  }
  'casework.notes': {
    id: string
    person_id: string
    case_id: string | null
    compartment: string
    kind: string
    held_on: string
    colleagues: Generated<string[]>
    family: Generated<string[]>
    others: string | null
    words: string
    what: string | null
    place: string | null
    done: string | null
    told: Generated<string[]>
    task_id: string | null
    account_id: string
    version: Generated<number>
    locks_on: string
    written_at: Moment
    updated_at: Moment
  }
  'casework.obstacle_steps': {
    id: string
    obstacle_id: string
    person_id: string
    compartment: string
    number: number
    what: string
    whom: string | null
    words: string | null
    account_id: string | null
    at: Moment
  }
  'casework.obstacles': {
    id: string
    person_id: string
    case_id: string | null
    kind: string
    domain: string
    desk: string
    desk_name: string | null
    since: string
    state: string
    asked_on: string | null
    answered_on: string | null
    solved_on: string | null
    carried_to: string | null
    carried_on: string | null
    opened_by: string
    version: Generated<number>
    opened_at: Moment
    updated_at: Moment
  }
  'consents.calls': {
    id: string
    person_id: string
    consent_id: string | null
    why: string
    task_id: string
    at: Moment
  }
  'consents.consents': {
    id: string
    person_id: string
    version: Generated<number>
    kind: string
    given_by: string | null
    giver_relation_id: string | null
    giver_name: string | null
    capacity: string
    language: string | null
    explained: string | null
    interpreter: string
    purposes: string[]
    recipients: string[]
    contacts: string[]
    classes: string[]
    since: string
    until: string | null
    evidence: string
    evidence_note: string | null
    document_id: string | null
    basis: string | null
    basis_words: string | null
    account_id: string
    recorded_at: Moment
    withdrawn_at: MomentOrNull
    withdrawn_by: string | null
    withdrawn_who: string | null
    custody_ended_at: MomentOrNull
  }
  'consents.contacts': {
    id: string
    version: Generated<number>
    kind: string
    organisation: string
    person: string | null
    reach: string | null
    created_by: string
    created_at: Moment
    updated_at: Moment
    closed_at: MomentOrNull
  }
  'consents.disclosures': {
    id: string
    person_id: string
    contact_id: string
    recipient: string
    purpose: string | null
    consent_id: string | null
    request_id: string | null
    despite: string | null
    told_on: string
    how: string
    language: string
    account_id: string
    at: Moment
    also: Generated<string[]>
  }
  'consents.request_fields': {
    request_id: string
    person_id: string
    field: string
    compartment: string
    value: string
  }
  'consents.requests': {
    id: string
    person_id: string
    version: Generated<number>
    contact_id: string
    paper: string
    paper_on: string
    document_id: string | null
    legal_basis: string
    asks: string
    due: string
    state: Generated<string>
    reason: string | null
    account_id: string
    recorded_at: Moment
    closed_at: MomentOrNull
    closed_by: string | null
  }
  'consents.told': {
    disclosure_id: string
    person_id: string
    recipient: string
    field: string
    compartment: string
    value: string
  }
  'consents.words': {
    consent_id: string
    person_id: string
    part: string
    compartment: string
    words: string
  }
  'council.action_reports': {
    id: string
    action_id: string
    at: Moment
    account_id: string
    party_id: string | null
    state: string
    session_id: string | null
    words: string
    evidence: string | null
  }
  'council.actions': {
    id: string
    decision_id: string | null
    carries_on: string | null
    owner_id: string | null
    body_id: string | null
    title: Json
    measure: JsonOrNull
    external_plan: string | null
    due: string
    state: string
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'council.agenda_items': {
    id: string
    session_id: string
    ordinal: number
    title: Json
    note: JsonOrNull
    minutes: number | null
    papers: Generated<string[]>
    decisions: Generated<string[]>
    version: Generated<number>
    removed: Generated<boolean>
    updated_at: Moment
    approves: string | null
  }
  'council.agenda_revisions': {
    session_id: string
    revision: number
    state: string
    items: Json
    at: Moment
    account_id: string
  }
  'council.answer_keys': {
    turn_id: string
    keys: unknown
    letters: unknown
    analysis: number
  }
  'council.bodies': {
    id: string
    code: string
    kind: string
    name: Json
    ordinal: number
  }
  'council.body_rules': {
    body_id: string
    version: number
    rules: Json
    at: Moment
    account_id: string | null
    approval_id: string | null
  }
  'council.calendars': {
    account_id: string
    secret_hash: Buffer
    made_at: Moment
  }
  'council.chair_terms': {
    id: string
    body_id: string
    party_id: string
    from_day: string
    to_day: string | null
    source_url: string | null
    handover: JsonByDefault
    note: string | null
    account_id: string | null
    at: Moment
  }
  'council.decision_counters': {
    body_id: string
    year: number
    last: number
  }
  'council.decision_steps': {
    id: string
    decision_id: string
    ordinal: number
    kind: string
    at: Moment
    account_id: string | null
    party_id: string | null
    text_number: number
    expires_at: MomentOrNull
    words: string | null
    request_id: string
  }
  'council.decision_texts': {
    decision_id: string
    number: number
    title: Json
    texts: Json
    digest: Buffer
    account_id: string
    at: Moment
  }
  'council.decisions': {
    id: string
    body_id: string
    session_id: string | null
    state: string
    text_number: Generated<number>
    way: string | null
    rules_version: number | null
    put_at: MomentOrNull
    expires_at: MomentOrNull
    remind_at: MomentOrNull
    symbol: string | null
    number: number | null
    year: number | null
    restricted: Generated<boolean>
    is_public: Generated<boolean>
    closed_at: MomentOrNull
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'council.delegates': {
    id: string
    party_id: string
    name: string
    function: string | null
    head: Generated<boolean>
    account_id: string | null
    from_day: string
    to_day: string | null
    credentials: Generated<string>
    credentials_on: string | null
    credentials_by: string | null
    version: Generated<number>
    updated_at: Moment
  }
  'council.document_amendments': {
    id: string
    document_id: string
    action: string
    block_id: string
    source_number: number
    before: Json
    after: JsonOrNull
    reason: string
    party_id: string | null
    account_id: string
    at: Moment
    state: Generated<string>
    settled_at: MomentOrNull
    settled_by: string | null
    answer: string | null
    result_number: number | null
  }
  'council.document_comments': {
    id: string
    document_id: string
    block_id: string | null
    language: string
    reply_to: string | null
    words: string
    account_id: string
    party_id: string | null
    at: Moment
    resolved_at: MomentOrNull
    resolved_by: string | null
  }
  'council.document_languages': {
    document_id: string
    language: string
    number: number
    state: string
    stale: Generated<boolean>
    title: string
    folded_title: string
    words: unknown
  }
  'council.document_steps': {
    id: string
    document_id: string
    at: Moment
    account_id: string
    from_state: string | null
    to_state: string
    reason: string | null
  }
  'council.document_texts': {
    document_id: string
    language: string
    number: number
    shape: Generated<number>
    body: Json
    made_from: number | null
    state: string
    account_id: string
    at: Moment
    checked_by: string | null
    checked_at: MomentOrNull
  }
  'council.documents': {
    id: string
    body_id: string
    session_id: string | null
    kind: string
    source_language: string
    distribution: string
    state: Generated<string>
    symbol: string | null
    based_on: string | null
    relation: string | null
    circulated_at: MomentOrNull
    issued_at: MomentOrNull
    is_public: Generated<boolean>
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
    item_id: string | null
    dated: string | null
    in_languages: Generated<string[]>
    stale_languages: Generated<string[]>
  }
  'council.floor_entries': {
    id: string
    session_id: string
    party_id: string
    account_id: string | null
    kind: string
    state: string
    asked_at: Moment
    started_at: MomentOrNull
    ended_at: MomentOrNull
    item_id: string | null
  }
  'council.floors': {
    session_id: string
    item_id: string | null
    open: Generated<boolean>
    seconds: Generated<number>
    channel_note: string | null
    version: Generated<number>
  }
  'council.focal_contacts': {
    focal_point_id: string
    email: string | null
    phone: string | null
    note: string | null
  }
  'council.focal_points': {
    id: string
    party_id: string
    role: string
    name: string
    office: string
    languages: string[]
    account_id: string | null
    from_day: string
    to_day: string | null
    version: Generated<number>
    updated_at: Moment
  }
  'council.guidance': {
    id: string
    decision_id: string
    domains: string[]
    age_from: number | null
    age_to: number | null
    note: JsonOrNull
    replaces_id: string | null
    state: string
    reason: string | null
    version: Generated<number>
    account_id: string
    created_at: Moment
    updated_at: Moment
  }
  'council.guidance_statements': {
    id: string
    guidance_id: string
    party_id: string
    number: number
    state: string
    language: string
    words: string | null
    said_at: Moment
    received_at: Moment
    note: string
  }
  'council.indicator_values': {
    id: string
    indicator_id: string
    state: string
    aspect: string
    period: string
    number: number
    value: string | null
    note: string | null
    reason: string | null
    account_id: string
    at: Moment
  }
  'council.indicators': {
    id: string
    output_id: string
    code: string
    title: Json
    definition: Json
    unit: string
    disaggregation: JsonOrNull
    source: JsonOrNull
    frequency: string
    action_ids: Generated<string[]>
    retired: Generated<boolean>
    version: Generated<number>
    updated_at: Moment
  }
  'council.initiative_revisions': {
    id: string
    initiative_id: string
    version: number
    at: Moment
    account_id: string
    reason: string | null
    cells: Json
  }
  'council.initiatives': {
    id: string
    pillar_id: string
    title: Json
    description: JsonOrNull
    lead_id: string
    partner_ids: Generated<string[]>
    places: string[]
    status: string
    kind: string
    groups: string[]
    from_day: string
    to_day: string | null
    budget: string | null
    funding: string | null
    contact: string | null
    plans: Generated<string[]>
    action_ids: Generated<string[]>
    decision_ids: Generated<string[]>
    is_public: Generated<boolean>
    stand: Generated<string>
    withdrawn_because: string | null
    folded: string
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'council.invitations': {
    session_id: string
    party_id: string
    state: string
    at: Moment
  }
  'council.offer_actions': {
    offer_id: string
    action_id: string
  }
  'council.offers': {
    id: string
    party_id: string
    kind: string
    title: Json
    words: JsonOrNull
    conditions: JsonOrNull
    domains: string[]
    from_day: string
    until_day: string
    places: number | null
    session_id: string | null
    state: string
    reason: string | null
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'council.participants': {
    id: string
    session_id: string
    party_id: string
    name: string
    function: string | null
    head: Generated<boolean>
    way: string
    visa: Generated<boolean>
    attended: boolean | null
    attended_at: MomentOrNull
    version: Generated<number>
  }
  'council.parties': {
    id: string
    code: string
    name: Json
    classification: string
    country: string | null
    reports_cases: Generated<boolean>
    note: JsonOrNull
    source_url: string | null
    version: Generated<number>
    updated_at: Moment
  }
  'council.party_changes': {
    id: string
    party_id: string
    at: Moment
    account_id: string
    from_classification: string
    to_classification: string
    reason: string
  }
  'council.pillars': {
    id: string
    code: string
    name: Json
    source: string | null
    source_url: string | null
    ordinal: number
    retired: Generated<boolean>
    version: Generated<number>
    updated_at: Moment
  }
  'council.practice_links': {
    id: string
    practice_id: string
    decision_id: string | null
    action_id: string | null
    document_id: string | null
    session_id: string | null
    indicator_id: string | null
    part: string | null
    account_id: string
    at: Moment
    removed: Generated<boolean>
    told_at: MomentOrNull
  }
  'council.public_texts': {
    kind: string
    subject_id: string
    language: string
    heading: string
    folded: string
    words: Generated<unknown>
    heading_keys: unknown | null
    keys: unknown | null
    analysis: Generated<number>
  }
  'council.public_words': {
    word: string
  }
  'council.records': {
    session_id: string
    document_id: string
    drafted: Json
    drafted_at: Moment
    circulated_at: MomentOrNull
    corrections_until: MomentOrNull
    remind_at: MomentOrNull
    approved_at: MomentOrNull
    approved_in: string | null
    approved_item: string | null
  }
  'council.request_addressees': {
    request_id: string
    party_id: string
    answered_at: MomentOrNull
    reminded_on: string | null
  }
  'council.request_papers': {
    turn_id: string
    document_id: string
  }
  'council.request_turns': {
    id: string
    request_id: string
    party_id: string
    account_id: string
    at: Moment
    kind: string
    language: string
    words: string
    reusable: Generated<boolean>
    folded: string
  }
  'council.requests': {
    id: string
    party_id: string
    title: Json
    question: Json
    domains: string[]
    due: string
    to_all: Generated<boolean>
    state: string
    reason: string | null
    folded: string
    version: Generated<number>
    account_id: string
    created_at: Moment
    updated_at: Moment
    after_id: string | null
  }
  'council.results': {
    id: string
    kind: string
    pillar_id: string | null
    parent_id: string | null
    code: string
    title: Json
    retired: Generated<boolean>
    version: Generated<number>
    updated_at: Moment
  }
  'council.rule_proposals': {
    id: string
    body_id: string
    based_on: number
    rules: Json
    at: Moment
    account_id: string
  }
  'council.session_counters': {
    body_id: string
    last: number
  }
  'council.session_reports': {
    id: string
    session_id: string
    ordinal: number
    source: string
    source_url: string | null
    title: string | null
    number_said: string | null
    participants: string | null
    dates: string | null
    note: string | null
  }
  'council.session_steps': {
    id: string
    session_id: string
    at: Moment
    account_id: string | null
    from_state: string | null
    to_state: string
    reason: string | null
  }
  'council.sessions': {
    id: string
    body_id: string | null
    kind: string
    title: Json
    symbol: string | null
    state: string
    format: string
    from_day: string | null
    to_day: string | null
    month: string | null
    starts_at: MomentOrNull
    ends_at: MomentOrNull
    sorts_on: string
    host_id: string | null
    city: string | null
    country: string | null
    venue: string | null
    organisers: string | null
    summary: JsonOrNull
    practical_note: JsonOrNull
    external_plan: string | null
    is_public: Generated<boolean>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
    agenda_state: Generated<string>
    agenda_revision: Generated<number>
    digest_at: MomentOrNull
  }
  'council.statements': {
    document_id: string
    session_id: string
    item_id: string | null
    party_id: string
    number: number
    for_record: boolean
    withheld: boolean
    late: boolean
    filed_at: Moment
    filed_by: string
    withdrawn_at: MomentOrNull
  }
  'council.taking_reports': {
    id: string
    taking_id: string
    party_id: string
    account_id: string
    at: Moment
    outcome: string
    words: string
  }
  'council.takings': {
    id: string
    offer_id: string
    party_id: string
    account_id: string
    at: Moment
    words: string
    places: number | null
    state: string
    reason: string | null
    decided_by: string | null
    decided_at: MomentOrNull
    version: Generated<number>
  }
  'council.value_checks': {
    value_id: string
    verdict: string
    words: string | null
    account_id: string
    at: Moment
  }
  'documents.discarded': {
    file_id: string
    at: MomentByDefault
  }
  'documents.documents': {
    id: string
    subject_id: string
    compartment: string
    title: JsonOrNull
    version: Generated<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'documents.versions': {
    id: string
    document_id: string
    subject_id: string
    compartment: string
    number: number
    name: string
    media_type: string
    file_id: string | null
    size: number | null
    digest: Buffer | null
    wrapped: Buffer | null
    person_id: string | null
    created_by: string
    created_at: Moment
    stored_at: MomentOrNull
    scan: Generated<string>
  }
  'entitlements.claims': {
    id: string
    person_id: string
    case_id: string | null
    code: string
    state: string
    asked_on: string | null
    given_on: string | null
    appeal_by: string | null
    next_on: string | null
    version: Generated<number>
    rests: Generated<boolean>
    opened_by: string
    opened_at: Moment
    updated_at: Moment
  }
  'entitlements.deliveries': {
    id: string
    person_id: string
    case_id: string | null
    code: string | null
    what: string
    amount: string | null
    given_on: string
    by_whom: string
    received_by: string
    note: string | null
    account_id: string
    at: Moment
    struck_at: MomentOrNull
    struck_by: string | null
    struck_why: string | null
  }
  'entitlements.steps': {
    id: string
    claim_id: string
    person_id: string
    number: number
    what: string
    on_day: string
    words: string | null
    account_id: string
    at: Moment
  }
  'exchange.changed': {
    number: number
    kind: string
    item_id: string
  }
  'exchange.checkpoints': {
    size: number
    at: Moment
    root: Buffer
    frontier: Buffer[]
    note: string
  }
  'exchange.definitions': {
    id: string
    revision: number
    body: Json
    changed_at: Moment
    digest: Generated<string | null>
  }
  'exchange.evidence': {
    id: string
    at: Moment
    kind: string
    number: number
    known: string
    shown: string
  }
  'exchange.items': {
    number: number
    kind: string
    item_id: string
    revision: number
    at: Moment
    hash: Buffer
    text: string | null
  }
  'exchange.lessons': {
    id: string
    party: string
    received_at: Moment
    note: string
  }
  'exchange.line': {
    one: Generated<boolean>
    size: Generated<number>
    frontier: Generated<Buffer[]>
    note: string | null
    signed_at: MomentOrNull
    taken_at: MomentOrNull
    tried_at: MomentOrNull
    fault: string | null
    failures: Generated<number>
    due_at: MomentByDefault
    reader: Generated<number>
    permit: string | null
    permit_until: MomentOrNull
  }
  'exchange.practices': {
    id: string
    symbol: string
    revision: number
    state: string
    body: Json
    domains: string[]
    settings: string[]
    languages: string[]
    age_from: number | null
    age_to: number | null
    folded: string
    came_at: Moment
    changed_at: Moment
    change: number
    keys: Generated<string[]>
    begins: Generated<unknown>
    meant: Generated<unknown>
  }
  'exchange.received': {
    number: number
    kind: string
    item_id: string
    revision: number
    hash: Buffer
    text: string | null
  }
  'exchange.reports': {
    id: string
    practice_id: string
    state: string
    language: string
    words: string | null
    account_id: string
    at: Moment
    confirmed_by: string | null
    confirmed_at: MomentOrNull
    shared: Generated<boolean>
    number: number | null
    sent_at: MomentOrNull
    fault: string | null
    failures: Generated<number>
    due_at: MomentOrNull
  }
  'exchange.staged': {
    number: number
    hash: Buffer
    text: string | null
  }
  'exchange.told': {
    id: string
    practice_id: string
    party: string
    number: number
    state: string
    language: string
    words: string | null
    said_at: Moment
    received_at: Moment
    note: string
  }
  'exports.tickets': {
    id: string
    account_id: string
    hat_id: string
    source: string
    format: string
    language: string
    sealed: Buffer
    created_at: Moment
    expires_at: Moment
    used_at: MomentOrNull
  }
  'fhir.imports': {
    id: string
    person_id: string
    case_id: string | null
    plan_id: string | null
    made_person: boolean
    sender: string | null
    digest: Buffer
    account_id: string
    at: Moment
  }
  'fhir.told': {
    id: string
    import_id: string
    person_id: string
    compartment: string
    kind: string
    ordinal: number
    content: Json
  }
  'figures.revisions': {
    id: string
    statement_id: string
    version: number
    at: Moment
    account_id: string | null
    reason: string | null
    content: Json
  }
  'figures.series': {
    id: string
    code: string
    kind: string
    state: string | null
    unit: string
    title: Json
    definition: Json
    nothing_published: Generated<boolean>
    is_public: Generated<boolean>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'figures.statements': {
    id: string
    series_id: string
    operation: string | null
    stated_of: string | null
    origin: string | null
    reported: Json
    sum_of: Generated<string[]>
    source_url: string
    publisher: string
    source_title: string | null
    source_language: string | null
    stated_on: string | null
    note: string | null
    supersedes: string | null
    stand: Generated<string>
    preferred_reason: string | null
    preferred_by: string | null
    preferred_at: MomentOrNull
    is_public: Generated<boolean>
    version: Generated<number>
    created_by: string | null
    created_at: Moment
    updated_at: Moment
  }
  'forms.forms': {
    id: string
    person_id: string
    case_id: string | null
    step: string
    form: string
    form_version: number
    sections: string[]
    about_kind: string | null
    about_id: string | null
    state: Generated<string>
    version: Generated<number>
    begun_by: string
    begun_at: Moment
    handed_by: string | null
    handed_at: MomentOrNull
    with_id: string | null
    given_by: string | null
    given_at: MomentOrNull
  }
  'forms.pages': {
    form_id: string
    person_id: string
    page: string
    compartment: string
    edition: number
    answers: Json
    version: number
    reason: string | null
    account_id: string
    at: Moment
  }
  'glass.files': {
    opening_id: string
    subject_id: string
  }
  'glass.openings': {
    id: string
    version: Generated<number>
    account_id: string
    hat_id: string
    role: string
    person_id: string | null
    agency_id: string
    sections: string[]
    reason: Buffer
    opened_at: Moment
    ends_at: Moment
    ended_at: MomentOrNull
    review_due: string
    reminded_on: string | null
    verdict: string | null
    words: Buffer | null
    reviewed_by: string | null
    reviewed_at: MomentOrNull
  }
  'guidance.entries': {
    id: string
    symbol: string
    title: Json
    texts: Json
    note: JsonOrNull
    domains: string[]
    age_from: number | null
    age_to: number | null
    adopted_at: Moment
    state: string
    reason: string | null
    replaces_id: string | null
    came_at: Moment
    changed_at: Moment
  }
  'guidance.uses': {
    id: string
    entry_id: string
    number: number
    state: string
    language: string
    words: string | null
    account_id: string
    at: Moment
    shared: boolean
    sent_at: MomentOrNull
    fault: string | null
    failures: Generated<number>
    due_at: MomentOrNull
  }
  'lessons.offers': {
    id: string
    operation_id: string | null
    language: string
    texts: Json
    offered_by: string
    offered_at: Moment
    approval_id: string | null
    released_by: string | null
    released_at: MomentOrNull
    sent_at: MomentOrNull
    fault: string | null
    failures: Generated<number>
    due_at: MomentOrNull
    case_id: string | null
    facts: JsonOrNull
  }
  'meetings.amendments': {
    id: string
    conference_id: string
    person_id: string
    compartment: string
    words: string
    actor_id: string
    at: Moment
  }
  'meetings.conferences': {
    id: string
    case_id: string
    person_id: string
    compartment: string
    state: Generated<string>
    starts_at: Moment
    minutes: number
    way: string
    place: string | null
    purpose: string
    agenda: string[]
    family: string | null
    family_words: string | null
    words: string | null
    next_on: string | null
    called_by: string
    called_at: Moment
    recorded_by: string | null
    recorded_at: MomentOrNull
    why: string | null
    version: Generated<number>
    updated_at: Moment
  }
  'meetings.decisions': {
    id: string
    conference_id: string
    person_id: string
    compartment: string
    ordinal: number
    words: string
    owner_id: string | null
    who: string | null
    due: string | null
    task_id: string | null
  }
  'meetings.follow_ups': {
    id: string
    panel_id: string
    person_id: string
    ordinal: number
    words: string
    owner_id: string | null
    who: string | null
    due: string
    author_id: string
    task_id: string | null
  }
  'meetings.interest_steps': {
    id: string
    interest_id: string
    person_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string
    reason: string | null
  }
  'meetings.interests': {
    id: string
    case_id: string
    person_id: string
    question: string
    state: Generated<string>
    content: Json
    content_version: Generated<number>
    written_by: string
    written_at: Moment
    reviewed_by: string | null
    reviewed_at: MomentOrNull
    version: Generated<number>
    updated_at: Moment
  }
  'meetings.members': {
    id: string
    panel_id: string
    person_id: string
    ordinal: number
    account_id: string
    agency_id: string
    role: string
    grant_id: string | null
    option: string | null
    words: string | null
    said_at: MomentOrNull
    dissents: Generated<boolean>
    dissent_words: string | null
  }
  'meetings.panel_steps': {
    id: string
    panel_id: string
    person_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string
    reason: string | null
  }
  'meetings.panels': {
    id: string
    interest_id: string
    person_id: string
    state: Generated<string>
    sits_at: Moment
    place: string | null
    quorum: number
    called_by: string
    called_at: Moment
    option: string | null
    words: string | null
    reasons: string | null
    review_on: string | null
    decided_at: MomentOrNull
    version: Generated<number>
    updated_at: Moment
  }
  'meetings.participants': {
    id: string
    conference_id: string
    person_id: string
    compartment: string
    ordinal: number
    account_id: string | null
    name: string | null
    role: string | null
    agency: string | null
    came: boolean | null
    stand: string | null
    words: string | null
  }
  'notifications.notices': {
    id: string
    account_id: string
    event_id: string
    topic: string
    params: JsonByDefault
    at: Moment
    read_at: MomentOrNull
    mail: string
    queued_at: MomentOrNull
  }
  'notifications.settings': {
    account_id: string
    topic: string
    mail: string
  }
  'people.compare_state': {
    one: Generated<boolean>
    version: Generated<number>
    reached: string | null
    compared: Generated<number>
  }
  'people.duplicate_settings': {
    one: Generated<boolean>
    propose: Generated<number>
    warn: Generated<number>
    version: Generated<number>
    changed_by: string | null
    changed_at: MomentOrNull
  }
  'people.family_order': {
    person_id: string
    alone: boolean
    family_key: string
    family_id: string
    sort_key: string
    agency_id: string
    team_id: string | null
    area_code: string
  }
  'people.healths': {
    person_id: string
    disability: JsonOrNull
    shape: Generated<number>
  }
  'people.household_members': {
    person_id: string
    household_id: string
    role: string
    id: Generated<string>
    valid_from: string | null
    valid_to: string | null
    left_reason: string | null
  }
  'people.households': {
    id: string
    name: string
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
    sort_key: Generated<string>
  }
  'people.identifiers': {
    id: string
    person_id: string
    ordinal: number
    system: string
    value: string
    issuer: string | null
    valid_from: string | null
    valid_to: string | null
  }
  'people.identities': {
    person_id: string
    citizenships: Json
    shape: Generated<number>
  }
  'people.journeys': {
    person_id: string
    birth_place: JsonOrNull
    shape: Generated<number>
  }
  'people.lookalikes': {
    id: string
    a_id: string
    b_id: string
    score: number
    same_number: Generated<boolean>
    proposed_by: string | null
    later_until: string | null
    later_change: Generated<boolean>
    found_at: Moment
  }
  'people.merge_moves': {
    merge_id: string
    kind: string
    row_id: string
    before: JsonOrNull
  }
  'people.merges': {
    id: string
    stays: string
    joins: string
    state: string
    decided_by: string
    decided_at: Moment
    undone_by: string | null
    undone_at: MomentOrNull
    snapshot: Buffer
    shape: Generated<number>
  }
  'people.names': {
    id: string
    person_id: string
    compartment: string
    ordinal: number
    family: string | null
    given: string | null
    patronymic: string | null
    script: string
    language: string | null
    use: string
    source: string
  }
  'people.not_same': {
    a_id: string
    b_id: string
    said_by: string
    said_at: Moment
    reason: string | null
  }
  'people.paper_alerts': {
    paper_id: string
    account_id: string
    topic: string
    mark: string
    at: MomentByDefault
  }
  'people.paper_transitions': {
    id: string
    paper_id: string
    person_id: string
    number: number
    from_state: string | null
    to_state: string
    on_day: string
    at: Moment
    account_id: string
    reason: string | null
    undone_at: MomentOrNull
  }
  'people.papers': {
    id: string
    person_id: string
    version: Generated<number>
    fact: string
    paper: string | null
    pathway: string
    office: JsonOrNull
    steps: JsonByDefault
    evidence: JsonByDefault
    blocks: Generated<string[]>
    obstacle: string | null
    next_on: string | null
    due_on: string | null
    responsible_id: string
    state: Generated<string>
    state_since: string | null
    waiting_since: string | null
    filed_on: string | null
    closed_on: string | null
    shape: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'people.persons': {
    id: string
    agency_id: string
    team_id: string | null
    area_code: string
    version: Generated<number>
    label: string
    sort_key: string
    sex: string
    birth: Json
    birth_from: string | null
    birth_to: string | null
    languages: JsonByDefault
    contacts: JsonByDefault
    shape: Generated<number>
    created_at: Moment
    updated_at: Moment
    merged_into: string | null
  }
  'people.relation_looks': {
    id: string
    relation_id: string
    relation_ids: string[]
    code: string
    based_on: Buffer
    reason: string
    account_id: string
    at: Moment
  }
  'people.relations': {
    id: string
    person_id: string
    kind: string
    basis: string
    standing: string
    who: string
    other_id: string | null
    outsider_id: string | null
    outsider: JsonOrNull
    other_sex: string | null
    since: JsonOrNull
    until: JsonOrNull
    end_reason: string | null
    evidence: JsonByDefault
    note: string | null
    shape: Generated<number>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'people.token_uses': {
    token: string
    person_id: string
    compartment: string
    kind: string
  }
  'people.tokens': {
    token: string
  }
  'people.word_counts': {
    token: string
    persons: number
  }
  'people.word_state': {
    one: Generated<boolean>
    version: Generated<number>
    reached: string | null
    persons: Generated<number>
    counted_at: MomentOrNull
  }
  'plans.actions': {
    id: string
    goal_id: string
    person_id: string
    compartment: string
    thread: string
    ordinal: number
    kind: string
    words: string
    who: string | null
    owner_id: string | null
    author_id: string
    due: string | null
    task_id: string | null
    done_at: MomentOrNull
    done_by: string | null
    done_words: string | null
  }
  'plans.agreements': {
    id: string
    plan_id: string
    person_id: string
    by_whom: string
    who: string
    how: string
    document_id: string | null
    agreed_on: string
    words: string | null
    child: string | null
    child_words: string | null
    actor_id: string
    at: Moment
  }
  'plans.goals': {
    id: string
    plan_id: string
    person_id: string
    compartment: string
    thread: string
    domain: string
    words: string
    language: string
    baseline: string | null
    target: string
    indicator: string | null
    due: string
    owner_id: string
    author_id: string
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'plans.incidents': {
    id: string
    place_id: string
    kind: string
    whereabouts: string
    happened_on: string
    words: string
    version: Generated<number>
    answered_on: string | null
    answered_by: string | null
    answer: string | null
    made_by: string
    made_at: Moment
  }
  'plans.outcomes': {
    id: string
    plan_id: string
    person_id: string
    compartment: string
    thread: string
    came: string
    words: string
    family: string
    family_words: string
    actor_id: string
    at: Moment
  }
  'plans.place_steps': {
    id: string
    place_id: string
    kind: string
    words: string
    owner_id: string
    due: string
    version: Generated<number>
    done_on: string | null
    done_by: string | null
    went: string | null
    made_by: string
    made_at: Moment
  }
  'plans.places': {
    id: string
    area_code: string
    agency_id: string
    made_by: string
    made_at: Moment
  }
  'plans.plans': {
    id: string
    case_id: string
    person_id: string
    kind: string
    household_id: string | null
    number: number
    state: Generated<string>
    made_by: string
    made_at: Moment
    why: string | null
    version: Generated<number>
    updated_at: Moment
  }
  'plans.progress': {
    id: string
    review_id: string
    person_id: string
    compartment: string
    thread: string
    progress: string
    words: string | null
  }
  'plans.reviews': {
    id: string
    plan_id: string
    person_id: string
    reviewed_on: string
    family_words: string | null
    actor_id: string
    at: Moment
  }
  'plans.steps': {
    id: string
    plan_id: string
    person_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string
    reason: string | null
  }
  'plans.uses': {
    id: string
    plan_id: string
    person_id: string
    compartment: string
    thread: string
    source: string
    source_id: string
    symbol: string
    title: Json
    taken_by: string
    taken_at: Moment
    went: string | null
    words: string | null
    library_words: string | null
    library_language: string | null
    went_by: string | null
    went_at: MomentOrNull
  }
  'platform.commands': {
    account_id: string
    key: string
    request_hash: Buffer
    status: number | null
    sealed: Buffer | null
    subjects: Generated<string[]>
    at: MomentByDefault
  }
  'platform.migrations': {
    name: string
    checksum: string
    at: MomentByDefault
  }
  'platform.outbox': {
    id: string
    topic: string
    payload: Json
    at: MomentByDefault
    tries: Generated<number>
    due: MomentOrNull
    code: string | null
  }
  'practices.adoption_answers': {
    id: string
    adoption_id: string
    account_id: string
    words: string
    language: string
    at: Moment
  }
  'practices.adoption_reports': {
    id: string
    adoption_id: string
    number: Generated<number>
    standing: string
    words: string
    adaptation: string | null
    feedback: string | null
    language: string
    account_id: string
    at: Moment
  }
  'practices.adoptions': {
    id: string
    practice_id: string
    edition_id: string
    by_kind: string
    account_id: string
    agency_id: string
    country: string
    place: string
    place_key: string
    since: string
    standing: Generated<string>
    reports: Generated<number>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.answers': {
    id: string
    question_id: string
    kind: string
    under_id: string | null
    account_id: string
    role: string
    language: string
    words: string
    by_mail: Generated<boolean>
    hidden_at: MomentOrNull
    at: Moment
  }
  'practices.askings': {
    question_id: string
    account_id: string
    by_id: string
    at: Moment
    declined_at: MomentOrNull
  }
  'practices.attachments': {
    id: string
    practice_id: string
    name: string
    media_type: string
    language: string | null
    file_id: string | null
    size: number | null
    digest: Buffer | null
    wrapped: Buffer | null
    since_edition: number | null
    created_by: string
    created_at: Moment
  }
  'practices.certificates': {
    id: string
    registration_id: string
    year: number
    number: number
    code: string
    holder: string
    hours: string
    issued_by: string
    issued_at: Moment
    revoked_by: string | null
    revoked_at: MomentOrNull
    revoked_reason: string | null
  }
  'practices.collection_items': {
    collection_id: string
    practice_id: string
    ordinal: number
  }
  'practices.collections': {
    id: string
    title: Json
    about: JsonOrNull
    domains: Generated<string[]>
    group_code: string | null
    curated: boolean
    shared: boolean
    account_id: string
    removed: Generated<boolean>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.concepts': {
    code: string
    labels: Json
    alternatives: Json
    broader: string | null
    related: Generated<string[]>
    version: number
    removed_at: MomentOrNull
    updated_at: Moment
  }
  'practices.counter': {
    one: Generated<boolean>
    last: number
  }
  'practices.curricula': {
    id: string
    agency_id: string
    account_id: string
    content: Json
    domains: string[]
    professions: string[]
    languages: string[]
    withdrawn_reason: string | null
    number: Generated<number>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.curriculum_versions': {
    curriculum_id: string
    number: number
    content: Json
    account_id: string
    at: Moment
  }
  'practices.deployment_steps': {
    id: string
    deployment_id: string
    number: number
    state: string
    account_id: string | null
    words: string | null
    at: Moment
  }
  'practices.deployments': {
    id: string
    account_id: string | null
    country: string | null
    agency_id: string
    asked_by: string
    gives: string
    title: Json
    place: string
    from_day: string
    until_day: string
    state: string
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.editions': {
    id: string
    practice_id: string
    number: number
    content: Json
    published_at: Moment
    review: Json
  }
  'practices.entries': {
    id: string
    account_id: string
    agency_id: string
    country: string | null
    profession: string
    title: JsonOrNull
    languages: string[]
    domains: string[]
    about: Json
    keys: string[]
    keys_version: number
    answers: boolean
    reviews: boolean
    consent: number
    consented_at: Moment
    hidden_at: MomentOrNull
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.entry_confirmations': {
    id: string
    entry_id: string
    country: string | null
    account_id: string
    at: Moment
    until: string
    ended_at: MomentOrNull
    reminded_at: MomentOrNull
  }
  'practices.file_pages': {
    attachment_id: string
    ordinal: number
    page: number | null
    text: string
    keys: Generated<string[]>
  }
  'practices.file_texts': {
    attachment_id: string
    state: string
    why: string | null
    language: string | null
    pages: number | null
    whole: Generated<boolean>
    analysis: Generated<number>
    at: Moment
  }
  'practices.followings': {
    question_id: string
    account_id: string
  }
  'practices.harvestable': {
    practice_id: string
    number: number
    changed_at: Moment
    deleted: boolean
    sets: string[]
  }
  'practices.helpful': {
    answer_id: string
    account_id: string
    at: Moment
  }
  'practices.hidings': {
    id: string
    kind: string
    target_id: string
    author_id: string
    account_id: string
    at: Moment
    reason: string
    appeal: string | null
    appealed_at: MomentOrNull
    verdict: string | null
    words: string | null
    decided_by: string | null
    decided_at: MomentOrNull
  }
  'practices.index_keys': {
    key: string
    texts: number
  }
  'practices.index_kinds': {
    id: number
    country: string
    domains: string[]
    roles: string[]
    settings: string[]
    evidence: string
  }
  'practices.index_postings': {
    key: string
    portion: number
    postings: number[]
  }
  'practices.index_practices': {
    practice_id: string
    edition_id: string
    analysis: number
    portion: number
    place: number
    kind: number | null
    languages: Generated<number>
    audience: string | null
    owner_country: string | null
    published_at: MomentOrNull
    worked: Generated<number>
    trying: Generated<number>
    bound: Generated<number>
  }
  'practices.kept_practices': {
    id: string
    account_id: string
    practice_id: string
    session_id: string | null
    ordinal: number
    note: string | null
    at: Moment
  }
  'practices.letters': {
    id: string
    thread_id: string
    from_id: string
    to_id: string
    language: string
    words: string
    by_mail: Generated<boolean>
    at: Moment
    read_at: MomentOrNull
    hidden_at: MomentOrNull
  }
  'practices.libraries': {
    id: string
    name: string
    url: string
    set_spec: string | null
    watched: Generated<boolean>
    every_hours: Generated<number>
    due_at: Moment
    tried_at: MomentOrNull
    taken_at: MomentOrNull
    since: string | null
    token: string | null
    token_since: string | null
    fault: string | null
    failures: Generated<number>
    added_by: string
    version: Generated<number>
    created_at: Moment
  }
  'practices.library_records': {
    id: string
    library_id: string
    identifier: string
    title: string
    url: string | null
    creators: Generated<string[]>
    summary: string | null
    dated: string | null
    language: string | null
    subjects: Generated<string[]>
    folded: string
    seen_at: Moment
  }
  'practices.month_mails': {
    month: string
    account_id: string
    claimed_at: MomentOrNull
    sent_at: MomentOrNull
  }
  'practices.months': {
    month: string
    practice_id: string
    words: JsonOrNull
    chosen_by: string
    chosen_at: Moment
    told_at: MomentOrNull
    version: Generated<number>
  }
  'practices.nominations': {
    id: string
    account_id: string
    country: string | null
    by_id: string
    at: Moment
    state: string
    decided_at: MomentOrNull
  }
  'practices.people_settings': {
    one: Generated<boolean>
    confirm_months: Generated<number>
    reply_days: Generated<number>
    asks_a_day: Generated<number>
    asked_a_week: Generated<number>
    letters_a_day: Generated<number>
    version: Generated<number>
  }
  'practices.practices': {
    id: string
    number: number | null
    state: Generated<string>
    audience: string
    licence: string
    country: string
    organisation: JsonOrNull
    author_id: string
    agency_id: string
    content: Json
    source_language: Generated<string>
    papers: JsonByDefault
    kept: JsonByDefault
    edition_id: string | null
    confirm_by: string | null
    awaits_state: Generated<boolean>
    reminded_on: string | null
    round: Generated<number>
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
    published_at: MomentOrNull
    retracted_reason: string | null
    origin: string | null
  }
  'practices.question_drafts': {
    practice_id: string
    question_id: string
    answer_id: string
    account_id: string
    other_id: string
    state: string
    at: Moment
    decided_at: MomentOrNull
  }
  'practices.questions': {
    id: string
    account_id: string
    role: string
    language: string
    title: string
    words: string
    domains: string[]
    wanted_by: string | null
    audience: string
    state: string
    answer_id: string | null
    keys: string[]
    keys_version: number
    hidden_at: MomentOrNull
    version: Generated<number>
    created_at: Moment
    moved_at: Moment
  }
  'practices.replies': {
    hash: Buffer
    at: Moment
  }
  'practices.reply_tokens': {
    id: string
    account_id: string
    kind: string
    target_id: string
    event_id: string
    made_at: Moment
    expires_at: Moment
    queued_at: MomentOrNull
    sent_at: MomentOrNull
    uses: Generated<number>
    queued_again: Generated<boolean>
  }
  'practices.reports': {
    id: string
    kind: string
    target_id: string
    account_id: string
    reason: string
    at: Moment
    state: string
    decided_by: string | null
    decided_at: MomentOrNull
    words: string | null
  }
  'practices.reviewers': {
    account_id: string
    domains: Generated<string[]>
    languages: Generated<string[]>
    available: Generated<boolean>
    version: Generated<number>
    updated_at: Moment
  }
  'practices.reviews': {
    id: string
    practice_id: string
    round: number
    seat: number
    account_id: string
    agency_id: string
    country: string | null
    state: string
    invited_by: string | null
    invited_at: Moment
    answered_at: MomentOrNull
    conflict: string | null
    grades: JsonOrNull
    words_author: JsonOrNull
    words_published: JsonOrNull
    recommendation: string | null
    given_at: MomentOrNull
    read_version: number | null
    version: Generated<number>
  }
  'practices.roster': {
    id: string
    account_id: string
    agency_id: string
    domains: string[]
    languages: string[]
    gives: string[]
    about: JsonOrNull
    held: JsonByDefault
    confirmed_by: string | null
    confirmed_at: MomentOrNull
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.roster_periods': {
    id: string
    entry_id: string
    from_day: string
    until_day: string
    note: string | null
  }
  'practices.saved_searches': {
    id: string
    account_id: string
    words: string
    language: string | null
    facets: JsonByDefault
    created_at: Moment
  }
  'practices.settings': {
    one: Generated<boolean>
    confirm_years: Generated<number>
    version: Generated<number>
    updated_at: MomentByDefault
  }
  'practices.steps': {
    id: string
    practice_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string | null
    reason: string | null
  }
  'practices.thesaurus_steps': {
    id: string
    number: number
    kind: string
    reason: string | null
    account_id: string
    at: Moment
    added: number
    changed: number
    removed: number
    before: Json
    undone_at: MomentOrNull
  }
  'practices.training_answered': {
    registration_id: string
    phase: string
  }
  'practices.training_answers': {
    id: string
    event_id: string
    phase: string
    answers: Json
  }
  'practices.training_attendance': {
    session_id: string
    registration_id: string
    present: boolean
    noted_by: string
    at: Moment
  }
  'practices.training_events': {
    id: string
    kind: string
    agency_id: string
    account_id: string
    title: Json
    words: JsonOrNull
    domains: string[]
    professions: string[]
    languages: string[]
    country: string
    city: string
    zone: string
    from_day: string
    until_day: string
    register_until: string
    places: number
    quotas: JsonByDefault
    curriculum_id: string | null
    wish_id: string | null
    course_url: string | null
    share: number
    state: string
    reason: string | null
    follow_up_at: MomentOrNull
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.training_follow_ups': {
    registration_id: string
    event_id: string
    used: string
    used_words: string | null
    hindered: string[]
    hindered_words: string | null
  }
  'practices.training_lessons': {
    event_id: string
    sections: Json
    drafted: Json
    shared: Generated<boolean>
    account_id: string
    version: Generated<number>
    updated_at: Moment
  }
  'practices.training_needs': {
    id: string
    agency_id: string
    number: number
    as_of: string
    rows: Json
    note: JsonOrNull
    account_id: string
    at: Moment
  }
  'practices.training_questions': {
    id: string
    event_id: string
    position: number
    kind: string
    text: Json
    options: JsonByDefault
  }
  'practices.training_registrations': {
    id: string
    event_id: string
    account_id: string
    agency_id: string
    country: string | null
    profession: string
    language: string
    words: string
    state: string
    reason: string | null
    asked_at: Moment
    nominated_by: string | null
    nominated_at: MomentOrNull
    decided_by: string | null
    decided_at: MomentOrNull
    version: Generated<number>
  }
  'practices.training_rooms': {
    event_id: string
    venue: string | null
    url: string | null
  }
  'practices.training_sessions': {
    id: string
    event_id: string
    title: Json
    starts_at: Moment
    ends_at: Moment
  }
  'practices.training_trainers': {
    session_id: string
    entry_id: string
  }
  'practices.training_wish_answers': {
    id: string
    wish_id: string
    agency_id: string
    account_id: string
    words: string
    state: string
    reason: string | null
    at: Moment
    version: Generated<number>
  }
  'practices.training_wishes': {
    id: string
    kind: string
    agency_id: string
    account_id: string
    title: Json
    words: JsonOrNull
    domains: string[]
    professions: string[]
    languages: string[]
    people: number | null
    from_day: string
    until_day: string
    curriculum_id: string | null
    state: string
    reason: string | null
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'practices.uses': {
    practice_id: string
    tried: Generated<number>
    trying: Generated<number>
    worked: Generated<number>
    partly: Generated<number>
    stopped: Generated<number>
    bound: Generated<number>
  }
  'practices.versions': {
    id: string
    practice_id: string
    version: number
    at: Moment
    account_id: string
    fields: string[]
    content: Json
  }
  'referrals.links': {
    id: string
    referral_id: string
    person_id: string
    token_hash: Buffer | null
    code_hash: Buffer
    tries: Generated<number>
    made_by: string
    made_at: Moment
    expires_at: Moment
    mail_after: MomentOrNull
    mail_tries: Generated<number>
    mailed_at: MomentOrNull
    opened_at: MomentOrNull
    closed_at: MomentOrNull
  }
  'referrals.referrals': {
    id: string
    person_id: string
    version: Generated<number>
    case_id: string | null
    plan_thread: string | null
    service_id: string
    purpose: string
    language: string
    task: string
    answer_by: string
    state: Generated<string>
    account_id: string
    agency_id: string | null
    receiver_id: string | null
    disclosure_id: string | null
    sent_at: MomentOrNull
    seen_at: MomentOrNull
    noted_at: MomentOrNull
    reminded: Generated<number>
    reminded_on: string | null
    created_at: Moment
    updated_at: Moment
  }
  'referrals.steps': {
    referral_id: string
    number: number
    person_id: string
    at: Moment
    account_id: string | null
    outside: Generated<boolean>
    what: string
    state: string
    words: string | null
  }
  'repatriation.abroad': {
    id: string
    person_id: string
    version: Generated<number>
    responsible_id: string
    state: Generated<string>
    since: string | null
    country: string | null
    held_as: string | null
    last_heard_on: string | null
    ask_again_on: string | null
    evidence_open: Generated<number>
    paper_open: Generated<boolean>
    consent_open: Generated<boolean>
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.abroad_entries': {
    id: string
    abroad_id: string
    person_id: string
    compartment: string
    kind: string
    on_day: string
    at: Moment
    account_id: string
    content: Json
    shape: Generated<number>
    replaced_by: string | null
    taken_back_at: MomentOrNull
    taken_back_reason: string | null
  }
  'repatriation.abroad_steps': {
    id: string
    abroad_id: string
    person_id: string
    number: number
    from_state: string | null
    to_state: string
    on_day: string
    at: Moment
    account_id: string
    reason: string | null
  }
  'repatriation.belongings': {
    id: string
    person_id: string
    what: string
    kept_where: string | null
    at: Moment
    account_id: string
    given_back_on: string | null
    given_back_to: string | null
    given_back_by: string | null
  }
  'repatriation.board_needs': {
    line_id: string
    person_id: string
    needs: string[]
    note: string | null
    written_by: string
    updated_at: Moment
  }
  'repatriation.care': {
    id: string
    line_id: string
    from_at: Moment
    to_at: Moment
    account_id: string | null
    person_id: string | null
  }
  'repatriation.checks': {
    id: string
    operation_id: string
    step: string
    ordinal: number
    code: string | null
    text: string | null
    owner_id: string | null
    due: string | null
    done_at: MomentOrNull
    done_by: string | null
    version: Generated<number>
  }
  'repatriation.consents': {
    id: string
    line_id: string
    person_id: string
    giver: string
    standing: string
    asked_on: string
    answered_on: string | null
    through: string | null
    note: string | null
    document_id: string | null
    version: Generated<number>
    written_by: string
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.divisions': {
    id: string
    operation_id: string | null
    family_id: string | null
    at: string
    at_id: string | null
    reason: string | null
    ends_at: Moment
    asked_by: string
    asked_at: Moment
    approval_id: string | null
    agreed_by: string | null
    agreed_at: MomentOrNull
    household_id: string | null
  }
  'repatriation.evidence': {
    id: string
    line_id: string
    person_id: string
    about: string
    compartment: string
    standing: string
    text: string | null
    document_id: string | null
    written_by: string
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.families': {
    id: string
    operation_id: string
    name: string
    household_id: string | null
    created_at: Moment
  }
  'repatriation.given': {
    grant_id: string
    operation_id: string
  }
  'repatriation.handover_items': {
    id: string
    handover_id: string
    person_id: string
    kind: string
    compartment: string
    what: string
  }
  'repatriation.handover_people': {
    id: string
    handover_id: string
    person_id: string
    line_id: string | null
    case_id: string | null
  }
  'repatriation.handovers': {
    id: string
    to_kind: string
    receiver_id: string | null
    receiver: string | null
    reach: string | null
    agency_id: string
    team_id: string | null
    handed_on: string
    signed_by: string | null
    signed_on: string
    at: Moment
    by_id: string
    scan_id: string | null
    scan_at: MomentOrNull
  }
  'repatriation.import_rows': {
    id: string
    import_id: string
    operation_id: string
    row: number
    cells: Json
    person: Json
    family: number
    problems: Json
    alike: Json
    look_alikes: JsonOrNull
    decision: Generated<string>
    same_as: string | null
    others: Generated<string[]>
    corrected: Generated<boolean>
    version: Generated<number>
    person_id: string | null
    line_id: string | null
    made: Generated<boolean>
  }
  'repatriation.imports': {
    id: string
    operation_id: string
    state: Generated<string>
    book: JsonOrNull
    map: Json
    about: Json
    template: string | null
    shape: Generated<number>
    version: Generated<number>
    brought_by: string
    brought_at: Moment
    imported_by: string | null
    imported_at: MomentOrNull
  }
  'repatriation.legs': {
    id: string
    operation_id: string
    ordinal: number
    kind: string
    from_place: string
    to_place: string
    vehicle: string | null
    seats: number | null
    of_country: string | null
    departs_at: MomentOrNull
    arrives_at: MomentOrNull
    version: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.lessons': {
    id: string
    operation_id: string
    step: string
    text: string
    account_id: string | null
    at: Moment
  }
  'repatriation.line_legs': {
    line_id: string
    leg_id: string
    operation_id: string
    seat: string | null
  }
  'repatriation.line_steps': {
    id: string
    line_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string
    reason: string | null
    leg_id: string | null
    device: string | null
    device_at: MomentOrNull
  }
  'repatriation.lines': {
    id: string
    operation_id: string
    person_id: string
    family_id: string | null
    head: Generated<boolean>
    carer_id: string | null
    bracelet: string | null
    door: Generated<boolean>
    for_country: string | null
    basis: string | null
    state: Generated<string>
    state_since: MomentOrNull
    ended: Generated<boolean>
    version: Generated<number>
    created_by: string | null
    created_at: Moment
    updated_at: Moment
    bracelet_asked: string | null
  }
  'repatriation.manifest_lines': {
    manifest_id: string
    line_id: string
    operation_id: string
    person_id: string
    content: Json
    shape: Generated<number>
  }
  'repatriation.manifests': {
    id: string
    operation_id: string
    number: number
    state: string
    at: Moment
    by: string
    reason: string | null
    counted: JsonOrNull
  }
  'repatriation.marks': {
    id: string
    operation_id: string
    line_id: string
    leg_id: string | null
    what: string
    based_on: Generated<string[]>
    how: string
    reason: string | null
    by: string
    device_id: string | null
    device_at: MomentOrNull
    skew_ms: number | null
    done_at: Moment
    received_at: Moment
  }
  'repatriation.operation_steps': {
    id: string
    operation_id: string
    number: number
    from_state: string | null
    to_state: string
    at: Moment
    actor_id: string
    reason: string | null
  }
  'repatriation.operations': {
    id: string
    agency_id: string
    name: string
    from_country: string
    planned_from: string | null
    planned_to: string | null
    places: number | null
    wanted: JsonByDefault
    state: Generated<string>
    state_since: MomentOrNull
    version: Generated<number>
    shape: Generated<number>
    created_by: string | null
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.published': {
    id: string
    operation_id: string
    what: string
    value: Json
    source: string
    url: string
    said_on: string | null
    note: string | null
    entered_by: string | null
    at: Moment
    withdrawn_at: MomentOrNull
  }
  'repatriation.rooms': {
    id: string
    site_id: string
    name: string
    kind: string
    places: number
    closed_at: MomentOrNull
  }
  'repatriation.sites': {
    id: string
    agency_id: string
    area_code: string
    name: string
    kind: string
    version: Generated<number>
    closed_at: MomentOrNull
    created_at: Moment
    updated_at: Moment
  }
  'repatriation.staff': {
    id: string
    operation_id: string
    account_id: string
    duty: string
    languages: Generated<string[]>
    until: string
    added_by: string
    added_at: Moment
    ended_at: MomentOrNull
  }
  'repatriation.stays': {
    id: string
    person_id: string
    line_id: string | null
    site_id: string
    room_id: string | null
    since: string
    from_at: Moment
    to_at: MomentOrNull
    ended: string | null
    language: string | null
    interpreter_id: string | null
    interpreter: string | null
    taken_in_by: string
    version: Generated<number>
  }
  'repatriation.templates': {
    id: string
    agency_id: string
    name: string
    headings: string[]
    map: Json
    shape: Generated<number>
    written_by: string
    at: Moment
  }
  'repatriation.triage': {
    id: string
    person_id: string
    kind: string
    compartment: string
    urgency: string
    needs: Generated<string[]>
    note: string | null
    at: Moment
    account_id: string
  }
  'rights.complaint_steps': {
    id: string
    complaint_id: string
    number: number
    what: string
    words: string | null
    outcome: string | null
    account_id: string | null
    at: Moment
  }
  'rights.complaints': {
    id: string
    version: Generated<number>
    receipt: Buffer
    way: string
    kind: string
    words: string | null
    who: string
    name: string | null
    reach: string | null
    language: string
    person_id: string | null
    about_id: string | null
    about_agency_id: string | null
    state: Generated<string>
    due: string | null
    received_on: string
    received_at: Moment
    recorded_by: string | null
    outcome: string | null
    answer: string | null
    answered_on: string | null
    answered_by: string | null
    appealed_on: string | null
    late: Generated<boolean>
    reminded: Generated<number>
    updated_at: Moment
  }
  'rights.file_parts': {
    name: string
    ordinal: number
    head: string
    query: string
  }
  'rights.file_requests': {
    id: string
    person_id: string
    version: Generated<number>
    asked_by: string
    relation_id: string | null
    identity: string
    identity_note: string | null
    language: string
    asked_on: string
    due: string
    state: Generated<string>
    receipt: Buffer
    account_id: string
    recorded_at: Moment
    released_at: MomentOrNull
    open_until: MomentOrNull
    opened: Generated<number>
    opened_at: MomentOrNull
    handed_on: string | null
    handed_by: string | null
    handed_how: string | null
  }
  'rights.file_withheld': {
    request_id: string
    person_id: string
    part: string
    row_id: string
    compartment: string
    reason: string
    account_id: string
    at: Moment
  }
  'rights.holds': {
    person_id: string
    version: Generated<number>
    why: string
    paper: string
    until: string | null
    account_id: string
    set_at: Moment
  }
  'rights.officer': {
    one: Generated<boolean>
    version: Generated<number>
    name: string
    reach: string
    hours: string | null
    updated_at: Moment
  }
  'rights.seals': {
    person_id: string
    why: string
    sealed_by: string
    sealed_at: Moment
    open_until: MomentOrNull
  }
  'services.organisations': {
    id: string
    version: Generated<number>
    name: Json
    label: string
    kind: string
    phone: string | null
    email: string | null
    website: string | null
    agency_id: string | null
    created_by: string
    created_at: Moment
    updated_at: Moment
    closed_at: MomentOrNull
  }
  'services.places': {
    service_id: string
    id: string
    ordinal: number
    name: string | null
    area: string
    address: string | null
    phone: string | null
    latitude: number | null
    longitude: number | null
    hours: Json
    hours_note: string | null
  }
  'services.services': {
    id: string
    version: Generated<number>
    organisation_id: string
    name: Json
    description: JsonOrNull
    eligibility: JsonOrNull
    apply: JsonOrNull
    min_age: number | null
    max_age: number | null
    languages: string[]
    domains: string[]
    areas: string[]
    cost: string
    cost_note: string | null
    capacity: string | null
    phone: string | null
    email: string | null
    website: string | null
    state: string
    verified_on: string | null
    verified_by: string | null
    words: string
    created_by: string
    created_at: Moment
    updated_at: Moment
  }
  'situation.entries': {
    id: string
    person_id: string
    case_id: string | null
    parent_id: string | null
    kind: string
    compartment: string
    since: JsonOrNull
    until: JsonOrNull
    source: string
    content: Json
    content_version: number
    on_day: string | null
    ahead_on: string | null
    deadline_on: string | null
    state: Generated<string>
    outcome: string | null
    version: Generated<number>
    account_id: string
    made_at: Moment
    updated_at: Moment
  }
  'situation.versions': {
    id: string
    entry_id: string
    person_id: string
    compartment: string
    number: number
    what: string
    since: JsonOrNull
    until: JsonOrNull
    content: Json
    content_version: number
    words: string | null
    account_id: string
    at: Moment
  }
  'tasks.tasks': {
    id: string
    owner_id: string
    team_id: string | null
    created_by: string
    handed_by: string | null
    kind: string | null
    title: string | null
    note: string | null
    subject_id: string | null
    compartment: Generated<string>
    due: string
    state: Generated<string>
    recurrence: Generated<string>
    anchor: string
    repeats_id: string | null
    depends_on: string | null
    origin: string | null
    origin_id: string | null
    version: Generated<number>
    done_at: MomentOrNull
    created_at: Moment
    updated_at: Moment
  }
  'tasks.transitions': {
    id: string
    task_id: string
    at: Moment
    account_id: string
    from_state: string | null
    to_state: string
    owner_id: string | null
    reason: string | null
  }
  'transfers.transfers': {
    id: string
    person_id: string
    case_id: string
    version: Generated<number>
    state: Generated<string>
    from_agency_id: string
    from_team_id: string | null
    account_id: string
    agency_id: string
    team_id: string | null
    receiver_id: string | null
    disclosure_id: string | null
    answer_by: string
    asked_at: Moment
    answered_at: MomentOrNull
    noted_at: MomentOrNull
    reminded: Generated<number>
    reminded_on: string | null
    updated_at: Moment
  }
  'transfers.words': {
    transfer_id: string
    person_id: string
    number: number
    at: Moment
    account_id: string | null
    what: string
    words: string | null
  }
}
