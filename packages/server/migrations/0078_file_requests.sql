-- Seeing one's own file (docs/rights.md): asked for by the person, or by who decides for a child; released by a second person; read with a
-- code, by who has it, for some days. Nothing is copied: what is read is the file as it stands.

create table rights.file_requests (
  id uuid primary key,
  person_id uuid not null constraint file_requests_person references people.persons (id) on delete cascade,
  version int not null default 1,
  asked_by text not null constraint file_requests_asked_by check (asked_by in ('self', 'carer', 'court')),
  relation_id uuid constraint file_requests_relation references people.relations (id) on delete set null,
  identity text not null constraint file_requests_identity check (identity in ('document', 'known', 'court-paper')),
  identity_note text,
  language text not null,
  asked_on date not null,
  due date not null,
  state text not null default 'asked' constraint file_requests_state check (state in ('asked', 'released', 'refused', 'handed')),
  receipt bytea not null constraint file_requests_receipt unique,
  account_id uuid not null constraint file_requests_account references access.accounts (id),
  recorded_at timestamptz not null,
  released_at timestamptz,
  -- The code opens the file until then.
  open_until timestamptz,
  opened int not null default 0,
  opened_at timestamptz,
  handed_on date,
  handed_by uuid constraint file_requests_handed_by references access.accounts (id),
  handed_how text constraint file_requests_handed_how check (handed_how in ('screen', 'printed', 'own-phone')),
  constraint file_requests_whose unique (id, person_id),
  constraint file_requests_released check (num_nulls(released_at, open_until) in (0, 2)),
  constraint file_requests_handed check ((state = 'handed') = (handed_on is not null) and num_nulls(handed_on, handed_by, handed_how) in (0, 3))
);
create index file_requests_by_person on rights.file_requests (person_id, recorded_at desc);
-- One at a time.
create unique index file_requests_one on rights.file_requests (person_id) where state = 'asked';

-- What is kept back, item by item, each with its reason.
create table rights.file_withheld (
  request_id uuid not null,
  person_id uuid not null,
  part text not null,
  row_id text not null,
  compartment text not null,
  reason text not null constraint file_withheld_reason check (reason in ('others', 'danger', 'court')),
  account_id uuid not null constraint file_withheld_account references access.accounts (id),
  at timestamptz not null,
  constraint file_withheld_key primary key (request_id, part, row_id),
  constraint file_withheld_request foreign key (request_id, person_id) references rights.file_requests (id, person_id)
    on delete cascade on update cascade
);

call access.protect('rights.file_requests', 'person_id', '''contact''');
create policy file_requests_readers on rights.file_requests as restrictive for select to {{server}}
  using ((select access.may('files.request')) or (select access.may('approvals.decide')));
create policy file_requests_makers on rights.file_requests as restrictive for insert to {{server}}
  with check ((select access.may('files.request')) and account_id = (select access.account_id()) and state = 'asked');
create policy file_requests_changers on rights.file_requests as restrictive for update to {{server}} using ((select access.may('files.request')));
call access.protect('rights.file_withheld', 'person_id', 'compartment');
create policy file_withheld_makers on rights.file_withheld as restrictive for insert to {{server}} with check (account_id = (select access.account_id()));

-- What a person's file is made of: one row a table, kept whole by a test. A later slice adds its rows in its own migration. Columns that begin
-- with a line are for the program: the id of the row, and its section. A value that begins with = is a word of the screens.
create table rights.file_parts (
  name text primary key,
  ordinal int not null,
  head text not null,
  query text not null
);
insert into rights.file_parts (ordinal, head, name, query) values
  (10, 'person', 'people.persons',
    'select p.id::text as _id, ''contact'' as _section, p.label as name, ''=people.sex.'' || p.sex as sex, nullif(concat_ws('' – '', p.birth_from, nullif(p.birth_to, p.birth_from)), '''') as born, (select coalesce(ar.name -> $2 ->> ''text'', ar.code) from access.areas ar where ar.code = p.area_code) as place, (select string_agg(c ->> ''value'', '', '') from jsonb_array_elements(p.contacts) c) as reach, (select string_agg(l ->> ''tag'', '', '') from jsonb_array_elements(p.languages) l) as language, p.created_at::date as since from people.persons p where p.id = $1'),
  (20, 'person', 'people.names',
    'select n.id::text as _id, n.compartment as _section, concat_ws('' '', n.family, n.given, n.patronymic) as name from people.names n where n.person_id = $1 order by n.compartment, n.ordinal'),
  (30, 'person', 'people.identifiers',
    'select i.id::text as _id, ''identity'' as _section, ''=people.system.'' || i.system as kind, i.value as number, i.issuer as by from people.identifiers i where i.person_id = $1 order by i.ordinal'),
  (40, 'person', 'people.identities',
    'select i.person_id::text as _id, ''identity'' as _section, (select string_agg(c ->> ''country'', '', '') from jsonb_array_elements(i.citizenships) c) as citizenship from people.identities i where i.person_id = $1'),
  (50, 'person', 'people.journeys',
    'select j.person_id::text as _id, ''journey'' as _section, j.birth_place ->> ''country'' as country, j.birth_place ->> ''place'' as place from people.journeys j where j.person_id = $1'),
  (60, 'person', 'people.healths',
    'select h.person_id::text as _id, ''health'' as _section, (select string_agg(d.key || '': '' || (d.value #>> ''{}''), '', '' order by d.key) from jsonb_each(h.disability) d) as words from people.healths h where h.person_id = $1'),
  (70, 'family', 'people.household_members',
    'select m.id::text as _id, ''kinship'' as _section, h.name, ''=people.role.'' || m.role as role, m.valid_from as since, m.valid_to as until from people.household_members m join people.households h on h.id = m.household_id where m.person_id = $1 order by m.valid_from nulls first'),
  (80, 'family', 'people.relations',
    'select r.id::text as _id, ''kinship'' as _section, ''=kinship.kind.'' || r.kind as kind, coalesce((select o.label from people.persons o where o.id = case when r.person_id = $1 then r.other_id else r.person_id end), r.outsider ->> ''name'') as name, ''=kinship.standing.'' || r.standing as state, r.since #>> ''{}'' as since, r.until #>> ''{}'' as until, case when r.person_id = $1 then r.note end as words from people.relations r where r.person_id = $1 or r.other_id = $1 order by r.created_at'),
  (90, 'papers', 'people.papers',
    'select p.id::text as _id, ''identity'' as _section, ''=papers.fact.'' || p.fact as about, ''=papers.state.'' || p.state as state, p.waiting_since as since, p.due_on as until, p.obstacle as words from people.papers p where p.person_id = $1 order by p.created_at'),
  (100, 'papers', 'people.paper_transitions',
    'select t.id::text as _id, ''identity'' as _section, ''=papers.state.'' || t.to_state as state, t.on_day as day, t.reason as words, (select a.name from access.accounts a where a.id = t.account_id) as by from people.paper_transitions t where t.person_id = $1 order by t.at'),
  (110, 'case', 'cases.cases',
    'select c.id::text as _id, ''contact'' as _section, c.number::text as number, ''=cases.state.'' || c.state as state, c.state_since::date as since, (select a.name from access.accounts a where a.id = c.worker_id) as by from cases.cases c where c.person_id = $1 order by c.number'),
  (120, 'case', 'cases.steps',
    'select s.id::text as _id, ''contact'' as _section, s.at::date as day, ''=cases.state.'' || s.to_state as state, s.reason as words, (select a.name from access.accounts a where a.id = s.actor_id) as by from cases.steps s join cases.cases c on c.id = s.case_id where c.person_id = $1 order by s.at'),
  (130, 'case', 'cases.assignments',
    'select s.id::text as _id, ''contact'' as _section, s.at::date as since, s.ended_at::date as until, (select a.name from access.accounts a where a.id = s.worker_id) as by, s.reason as words from cases.assignments s join cases.cases c on c.id = s.case_id where c.person_id = $1 order by s.at'),
  (140, 'case', 'cases.origins',
    'select o.id::text as _id, o.compartment as _section, o.at::date as day, ''=cases.origin.'' || o.origin as kind from cases.origins o where o.person_id = $1 order by o.at'),
  (150, 'case', 'cases.looks',
    'select l.id::text as _id, ''social'' as _section, coalesce(l.done_at::date, l.due) as day, l.words, (select a.name from access.accounts a where a.id = l.done_by) as by from cases.looks l where l.person_id = $1 order by l.due'),
  (160, 'case', 'cases.statements',
    'select s.id::text as _id, ''social'' as _section, ''=cases.guard.'' || s.guard as about, s.words from cases.statements s where s.person_id = $1 order by s.id'),
  (170, 'notes', 'casework.notes',
    'select n.id::text as _id, n.compartment as _section, n.held_on as day, ''=casework.note.kind.'' || n.kind as kind, n.words, n.done, (select a.name from access.accounts a where a.id = n.account_id) as by from casework.notes n where n.person_id = $1 order by n.held_on, n.written_at'),
  (180, 'notes', 'casework.amendments',
    'select m.id::text as _id, m.compartment as _section, m.at::date as day, m.words, (select a.name from access.accounts a where a.id = m.account_id) as by from casework.amendments m where m.person_id = $1 order by m.at'),
  (190, 'notes', 'casework.appointments',
    'select m.id::text as _id, m.compartment as _section, m.starts_at::date as day, ''=visits.kind.'' || m.kind as kind, m.place, ''=visits.state.'' || m.state as state, m.why as words, (select a.name from access.accounts a where a.id = m.account_id) as by from casework.appointments m where m.person_id = $1 order by m.starts_at'),
  (200, 'notes', 'casework.concerns',
    'select c.id::text as _id, c.compartment as _section, c.code as about, ''=casework.concerns.state.'' || c.state as state, c.severity::text as level, c.since from casework.concerns c where c.person_id = $1 order by c.noted_at'),
  (210, 'notes', 'casework.concern_steps',
    'select s.id::text as _id, s.compartment as _section, s.at::date as day, ''=casework.concerns.state.'' || s.state as state, s.severity::text as level, s.why as words, (select a.name from access.accounts a where a.id = s.account_id) as by from casework.concern_steps s where s.person_id = $1 order by s.at'),
  (220, 'notes', 'casework.obstacles',
    'select o.id::text as _id, ''social'' as _section, ''=casework.obstacles.kind.'' || o.kind as about, ''=casework.obstacles.state.'' || o.state as state, coalesce(o.desk_name, ''=casework.obstacles.desk.'' || o.desk) as place, o.since, o.solved_on as until from casework.obstacles o where o.person_id = $1 order by o.since'),
  (230, 'notes', 'casework.obstacle_steps',
    'select s.id::text as _id, s.compartment as _section, s.at::date as day, ''=casework.obstacles.step.'' || s.what as kind, s.words, (select a.name from access.accounts a where a.id = s.account_id) as by from casework.obstacle_steps s where s.person_id = $1 order by s.at'),
  (240, 'found', 'assessments.assessments',
    'select s.id::text as _id, s.compartment as _section, coalesce(s.taken_on, s.started_at::date) as day, s.instrument as kind, s.state, (select string_agg(d.key || '': '' || (d.value #>> ''{}''), '', '' order by d.key) from jsonb_each(case jsonb_typeof(s.outcome) when ''object'' then s.outcome else ''{}''::jsonb end) d where jsonb_typeof(d.value) in (''number'', ''string'', ''boolean'')) as found, (select string_agg(d.key || '': '' || (d.value #>> ''{}''), '', '' order by d.key) from jsonb_each(case jsonb_typeof(s.answers) when ''object'' then s.answers else ''{}''::jsonb end) d where jsonb_typeof(d.value) in (''number'', ''string'', ''boolean'')) as answers, (select a.name from access.accounts a where a.id = s.account_id) as by from assessments.assessments s where s.person_id = $1 order by s.started_at'),
  (250, 'found', 'assessments.levels',
    'select (l.assessment_id::text || l.domain) as _id, l.compartment as _section, ''=domains.'' || l.domain as about, l.level::text as level, l.reason as words from assessments.levels l where l.person_id = $1 order by l.assessment_id, l.domain'),
  (260, 'plan', 'plans.plans',
    'select p.id::text as _id, ''contact'' as _section, p.number::text as number, ''=plans.state.'' || p.state as state, p.made_at::date as day, p.why as words from plans.plans p where p.person_id = $1 order by p.number'),
  (270, 'plan', 'plans.steps',
    'select s.id::text as _id, ''contact'' as _section, s.at::date as day, ''=plans.state.'' || s.to_state as state, s.reason as words, (select a.name from access.accounts a where a.id = s.actor_id) as by from plans.steps s where s.person_id = $1 order by s.at'),
  (280, 'plan', 'plans.goals',
    'select g.id::text as _id, g.compartment as _section, ''=domains.'' || g.domain as about, g.words, g.baseline as found, g.target as aim, g.due as until from plans.goals g where g.person_id = $1 order by g.created_at'),
  (290, 'plan', 'plans.actions',
    'select n.id::text as _id, n.compartment as _section, n.words, n.who as name, n.due as until, n.done_at::date as day, n.done_words as done, (select a.name from access.accounts a where a.id = n.owner_id) as by from plans.actions n where n.person_id = $1 order by n.ordinal'),
  (300, 'plan', 'plans.agreements',
    'select g.id::text as _id, ''social'' as _section, g.agreed_on as day, ''=plans.by.'' || g.by_whom as kind, g.who as name, g.words, g.child_words as child, (select a.name from access.accounts a where a.id = g.actor_id) as by from plans.agreements g where g.person_id = $1 order by g.at'),
  (310, 'plan', 'plans.reviews',
    'select r.id::text as _id, ''social'' as _section, r.reviewed_on as day, r.family_words as words, (select a.name from access.accounts a where a.id = r.actor_id) as by from plans.reviews r where r.person_id = $1 order by r.at'),
  (320, 'plan', 'plans.progress',
    'select g.id::text as _id, g.compartment as _section, ''=plans.progress.'' || g.progress as state, g.words from plans.progress g where g.person_id = $1 order by g.id'),
  (330, 'plan', 'plans.outcomes',
    'select o.id::text as _id, o.compartment as _section, o.at::date as day, ''=plans.came.'' || o.came as state, o.words, o.family_words as said, (select a.name from access.accounts a where a.id = o.actor_id) as by from plans.outcomes o where o.person_id = $1 order by o.at'),
  (340, 'plan', 'plans.uses',
    'select u.id::text as _id, u.compartment as _section, u.taken_at::date as day, u.symbol as number, u.words, (select a.name from access.accounts a where a.id = u.taken_by) as by from plans.uses u where u.person_id = $1 order by u.taken_at'),
  (350, 'sharing', 'consents.consents',
    'select c.id::text as _id, ''contact'' as _section, c.since, c.until, ''=consents.kind.'' || c.kind as kind, coalesce(c.giver_name, ''=consents.givenBy.'' || c.given_by) as name, c.basis_words as words, c.evidence_note as note, c.withdrawn_at::date as withdrawn, (select a.name from access.accounts a where a.id = c.account_id) as by from consents.consents c where c.person_id = $1 order by c.recorded_at'),
  (360, 'sharing', 'consents.words',
    'select (w.consent_id::text || w.part) as _id, w.compartment as _section, w.words from consents.words w where w.person_id = $1 order by w.consent_id, w.part'),
  (370, 'sharing', 'consents.disclosures',
    'select d.id::text as _id, ''contact'' as _section, d.told_on as day, k.organisation as receiver, ''=consents.purpose.'' || d.purpose as about, d.despite as words, (select a.name from access.accounts a where a.id = d.account_id) as by from consents.disclosures d join consents.contacts k on k.id = d.contact_id where d.person_id = $1 order by d.at'),
  (380, 'sharing', 'consents.told',
    'select (f.disclosure_id::text || f.field) as _id, f.compartment as _section, ''=consents.field.'' || f.field as about, f.value as words, d.told_on as day from consents.told f join consents.disclosures d on d.id = f.disclosure_id where f.person_id = $1 order by d.at, f.field'),
  (390, 'sharing', 'consents.requests',
    'select r.id::text as _id, ''legal'' as _section, r.recorded_at::date as day, k.organisation as receiver, r.paper as number, r.legal_basis as basis, r.asks as words, ''=consents.request.state.'' || r.state as state, r.reason as note from consents.requests r join consents.contacts k on k.id = r.contact_id where r.person_id = $1 and r.state in (''released'', ''refused'') order by r.recorded_at'),
  (400, 'meetings', 'meetings.conferences',
    'select m.id::text as _id, m.compartment as _section, m.starts_at::date as day, m.state, m.place, m.purpose as about, m.words, m.family_words as said, (select a.name from access.accounts a where a.id = m.called_by) as by from meetings.conferences m where m.person_id = $1 order by m.starts_at'),
  (410, 'meetings', 'meetings.participants',
    'select m.id::text as _id, m.compartment as _section, coalesce((select a.name from access.accounts a where a.id = m.account_id), m.name) as name, m.role, m.words from meetings.participants m where m.person_id = $1 order by m.conference_id, m.ordinal'),
  (420, 'meetings', 'meetings.decisions',
    'select m.id::text as _id, m.compartment as _section, m.words, m.due as until, coalesce((select a.name from access.accounts a where a.id = m.owner_id), m.who) as by from meetings.decisions m where m.person_id = $1 order by m.conference_id, m.ordinal'),
  (430, 'meetings', 'meetings.amendments',
    'select m.id::text as _id, m.compartment as _section, m.at::date as day, m.words, (select a.name from access.accounts a where a.id = m.actor_id) as by from meetings.amendments m where m.person_id = $1 order by m.at'),
  (440, 'meetings', 'meetings.interests',
    'select m.id::text as _id, ''protection'' as _section, m.written_at::date as day, m.question as about, m.state, (select string_agg(d.value #>> ''{}'', ''; '') from jsonb_path_query(m.content, ''strict $.**'') d (value) where jsonb_typeof(d.value) = ''string'' and d.value #>> ''{}'' !~ ''^[0-9a-f]{8}-'') as words, (select a.name from access.accounts a where a.id = m.written_by) as by from meetings.interests m where m.person_id = $1 order by m.written_at'),
  (450, 'meetings', 'meetings.interest_steps',
    'select m.id::text as _id, ''protection'' as _section, m.at::date as day, m.to_state as state, m.reason as words, (select a.name from access.accounts a where a.id = m.actor_id) as by from meetings.interest_steps m where m.person_id = $1 order by m.at'),
  (460, 'meetings', 'meetings.panels',
    'select m.id::text as _id, ''protection'' as _section, m.sits_at::date as day, m.state, m.place, m.words, m.reasons as found, m.review_on as until, (select a.name from access.accounts a where a.id = m.called_by) as by from meetings.panels m where m.person_id = $1 order by m.sits_at'),
  (470, 'meetings', 'meetings.members',
    'select m.id::text as _id, ''protection'' as _section, (select a.name from access.accounts a where a.id = m.account_id) as name, m.words, m.dissent_words as note from meetings.members m where m.person_id = $1 order by m.panel_id, m.ordinal'),
  (480, 'meetings', 'meetings.panel_steps',
    'select m.id::text as _id, ''protection'' as _section, m.at::date as day, m.to_state as state, m.reason as words, (select a.name from access.accounts a where a.id = m.actor_id) as by from meetings.panel_steps m where m.person_id = $1 order by m.at'),
  (490, 'meetings', 'meetings.follow_ups',
    'select m.id::text as _id, ''protection'' as _section, m.words, m.due as until, coalesce((select a.name from access.accounts a where a.id = m.owner_id), m.who) as by from meetings.follow_ups m where m.person_id = $1 order by m.panel_id, m.ordinal'),
  (500, 'sharing', 'referrals.referrals',
    'select r.id::text as _id, ''social'' as _section, coalesce(r.sent_at, r.created_at)::date as day, ''=referrals.state.'' || r.state as state, r.task as words, r.answer_by as until, (select a.name from access.accounts a where a.id = r.account_id) as by from referrals.referrals r where r.person_id = $1 order by r.created_at'),
  (510, 'sharing', 'referrals.steps',
    'select (s.referral_id::text || s.number) as _id, ''social'' as _section, s.at::date as day, ''=referrals.state.'' || s.state as state, s.words, (select a.name from access.accounts a where a.id = s.account_id) as by from referrals.steps s where s.person_id = $1 order by s.at'),
  (520, 'return', 'repatriation.lines',
    'select l.id::text as _id, ''journey'' as _section, l.created_at::date as day, l.state, l.bracelet as number from repatriation.lines l where l.person_id = $1 order by l.created_at'),
  (530, 'return', 'repatriation.consents',
    'select c.id::text as _id, ''journey'' as _section, c.answered_on as day, c.standing as state, c.note as words from repatriation.consents c where c.person_id = $1 order by c.created_at'),
  (540, 'return', 'repatriation.evidence',
    'select e.id::text as _id, e.compartment as _section, e.about, e.standing as state, e.text as words from repatriation.evidence e where e.person_id = $1 order by e.created_at'),
  (550, 'return', 'repatriation.board_needs',
    'select n.line_id::text as _id, ''health'' as _section, array_to_string(n.needs, '', '') as kind, n.note as words from repatriation.board_needs n where n.person_id = $1'),
  (560, 'return', 'repatriation.abroad',
    'select b.id::text as _id, ''journey'' as _section, b.state, b.since, b.country, b.last_heard_on as day from repatriation.abroad b where b.person_id = $1 order by b.created_at'),
  (570, 'return', 'repatriation.abroad_steps',
    'select s.id::text as _id, ''journey'' as _section, s.on_day as day, s.to_state as state, s.reason as words, (select a.name from access.accounts a where a.id = s.account_id) as by from repatriation.abroad_steps s where s.person_id = $1 order by s.at'),
  (580, 'return', 'repatriation.abroad_entries',
    'select s.id::text as _id, s.compartment as _section, s.on_day as day, s.kind, (select string_agg(d.key || '': '' || (d.value #>> ''{}''), '', '' order by d.key) from jsonb_each(s.content) d where jsonb_typeof(d.value) in (''number'', ''string'', ''boolean'') and d.key not in (''source'', ''informant'', ''who'')) as words, (select a.name from access.accounts a where a.id = s.account_id) as by from repatriation.abroad_entries s where s.person_id = $1 order by s.at'),
  (590, 'return', 'repatriation.stays',
    'select s.id::text as _id, ''contact'' as _section, t.name as place, s.from_at::date as since, s.to_at::date as until, s.language from repatriation.stays s join repatriation.sites t on t.id = s.site_id where s.person_id = $1 order by s.from_at'),
  (600, 'return', 'repatriation.triage',
    'select t.id::text as _id, t.compartment as _section, t.at::date as day, t.kind, t.urgency as level, array_to_string(t.needs, '', '') as about, t.note as words, (select a.name from access.accounts a where a.id = t.account_id) as by from repatriation.triage t where t.person_id = $1 order by t.at'),
  (610, 'return', 'repatriation.belongings',
    'select g.id::text as _id, ''contact'' as _section, g.at::date as day, g.what as words, g.kept_where as place, g.given_back_on as until, (select a.name from access.accounts a where a.id = g.account_id) as by from repatriation.belongings g where g.person_id = $1 order by g.at'),
  (620, 'return', 'repatriation.handover_people',
    'select h.id::text as _id, ''contact'' as _section, o.handed_on as day, coalesce(o.receiver, (select q.label from people.persons q where q.id = o.receiver_id)) as receiver from repatriation.handover_people h join repatriation.handovers o on o.id = h.handover_id where h.person_id = $1 order by o.handed_on'),
  (630, 'return', 'repatriation.handover_items',
    'select i.id::text as _id, i.compartment as _section, i.kind, i.what as words from repatriation.handover_items i where i.person_id = $1 order by i.id'),
  (640, 'documents', 'documents.documents',
    'select d.id::text as _id, d.compartment as _section, d.created_at::date as day, d.title as name, (select string_agg(v.name, '', '' order by v.number) from documents.versions v where v.document_id = d.id) as files, (select a.name from access.accounts a where a.id = d.created_by) as by from documents.documents d where d.subject_id = $1 order by d.created_at'),
  (650, 'work', 'tasks.tasks',
    'select t.id::text as _id, t.compartment as _section, t.due as until, t.title as name, t.note as words, t.state, (select a.name from access.accounts a where a.id = t.owner_id) as by from tasks.tasks t where t.subject_id = $1 order by t.created_at'),
  (660, 'work', 'approvals.approvals',
    'select v.id::text as _id, v.compartment as _section, v.asked_at::date as day, ''=approvals.kind.'' || v.kind as about, ''=approvals.state.'' || v.state as state, (select a.name from access.accounts a where a.id = v.asked_by) as by from approvals.approvals v where v.person_id = $1 order by v.asked_at'),
  (670, 'saw', 'access.grants',
    'select g.id::text as _id, ''contact'' as _section, (select a.name from access.accounts a where a.id = g.account_id) as by, g.valid_from::date as since, g.valid_to::date as until from access.grants g where g.subject_id = $1 order by g.valid_from'),
  (680, 'saw', 'audit.entries',
    'select (e.account_id::text || coalesce(e.role, '''')) as _id, ''contact'' as _section, max(a.name) as by, ''=access.role.'' || e.role as role, count(*)::text as times, min(e.at)::date as since, max(e.at)::date as until from audit.entries e join access.accounts a on a.id = e.account_id where e.subjects @> array[$1] and e.outcome = ''done'' group by e.account_id, e.role order by max(e.at) desc');

-- The file as it is open to the actor: by the policies of each table.
create function rights.file_preview(person uuid, its_language text)
returns table (head text, name text, row_id text, section text, content json) stable language plpgsql set search_path = '' as $$
declare
  part rights.file_parts;
begin
  -- What a node has not got yet is passed over.
  for part in select p.* from rights.file_parts p where to_regclass(p.name) is not null order by p.ordinal loop
    return query execute format('select %L::text, %L::text, x._id::text, x._section::text, row_to_json(x) from (%s) x', part.head, part.name, part.query)
      using person, its_language;
  end loop;
end
$$;

-- The whole file, for who has the code of a request that was released, while it is open. What is kept back is left out here, with its reason.
create function rights.file_by_code(code bytea, moment timestamptz)
returns table (person_id uuid, request_id uuid, language text, open_until timestamptz, head text, name text, row_id text, section text, content json, withheld text)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  asked rights.file_requests;
begin
  select r.* into asked from rights.file_requests r where r.receipt = code and r.state in ('released', 'handed') and r.open_until > moment for update;
  if asked.id is null then
    return;
  end if;
  update rights.file_requests r set opened = r.opened + 1, opened_at = moment where r.id = asked.id;
  return query
  select asked.person_id, asked.id, asked.language, asked.open_until, f.head, f.name, f.row_id, f.section,
    case when w.reason is null then f.content end, w.reason
  from rights.file_preview(asked.person_id, asked.language) with ordinality f (head, name, row_id, section, content, n)
  left join rights.file_withheld w on w.request_id = asked.id and w.part = f.name and w.row_id = f.row_id
  order by f.n;
end
$$;

-- Releases what a second person decided. The request under four eyes must have been decided by the actor, and approved.
create function rights.release_file(request uuid, agreed uuid, until timestamptz, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  if not exists (
    select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
    where a.id = agreed and a.kind = 'file-release' and a.subject_id = request and a.state = 'approved') then
    raise exception 'not for the actor to release' using errcode = '42501';
  end if;
  update rights.file_requests r set state = 'released', released_at = moment, open_until = until, version = version + 1
   where r.id = request and r.state = 'asked';
end
$$;
create function rights.refuse_file(request uuid, agreed uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not exists (
    select 1 from approvals.approvals a where a.id = agreed and a.kind = 'file-release' and a.subject_id = request
      and a.state in ('refused', 'withdrawn', 'expired')
      and (a.asked_by = access.account_id()
        or exists (select 1 from approvals.decisions d where d.approval_id = a.id and d.account_id = access.account_id()))) then
    raise exception 'not for the actor to refuse' using errcode = '42501';
  end if;
  update rights.file_requests r set state = 'refused', version = version + 1 where r.id = request and r.state = 'asked';
end
$$;

create or replace function rights.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update rights.complaints c set person_id = target where c.person_id = source and (chosen is null or c.id = any (chosen)) returning c.id;
  -- One that is asked for both stands with the one that stays.
  return query update rights.file_requests r set person_id = target where r.person_id = source and (chosen is null or r.id = any (chosen))
    and not (r.state = 'asked' and exists (select 1 from rights.file_requests o where o.person_id = target and o.state = 'asked')) returning r.id;
end
$$;

revoke all on function rights.file_preview(uuid, text), rights.file_by_code(bytea, timestamptz),
  rights.release_file(uuid, uuid, timestamptz, timestamptz), rights.refuse_file(uuid, uuid) from public;
grant execute on function rights.file_preview(uuid, text), rights.file_by_code(bytea, timestamptz),
  rights.release_file(uuid, uuid, timestamptz, timestamptz), rights.refuse_file(uuid, uuid) to {{server}};
grant select on rights.file_parts, rights.file_withheld to {{server}};
-- Of the code not even the hash.
grant select (id, person_id, version, asked_by, relation_id, identity, identity_note, language, asked_on, due, state, account_id, recorded_at,
  released_at, open_until, opened, opened_at, handed_on, handed_by, handed_how) on rights.file_requests to {{server}};
grant insert (id, person_id, asked_by, relation_id, identity, identity_note, language, asked_on, due, receipt, account_id, recorded_at)
  on rights.file_requests to {{server}};
grant update (state, handed_on, handed_by, handed_how, version) on rights.file_requests to {{server}};
grant insert, delete on rights.file_withheld to {{server}};
alter table rights.file_requests set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table rights.file_withheld set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
