-- Assessments: what somebody found of a person's needs, and by an instrument (docs/assessments.md). A draft is for who writes
-- it; what is finished does not change. Nothing is added up over domains or instruments: there is no column for it.

create schema assessments;
grant usage on schema assessments to {{server}};

create table assessments.assessments (
  id uuid primary key,
  person_id uuid not null constraint assessments_person references people.persons (id) on delete cascade,
  -- The case that was open when it began.
  case_id uuid constraint assessments_case references cases.cases (id) on delete set null,
  -- `needs`, or the id of an instrument; by which version of its data it was counted.
  instrument text not null constraint assessments_instrument check (instrument ~ '^[a-z][a-z0-9-]{0,30}$'),
  instrument_version text not null,
  compartment text not null constraint assessments_compartment check (
    compartment in ('mhpss', 'health') or (compartment = 'contact' and instrument = 'needs')),
  about text not null constraint assessments_about check (about in ('child', 'adult', 'carer', 'family')),
  language text,
  -- Asked for each time, but for the worker's own look at needs.
  agreed text constraint assessments_agreed check (agreed in ('self', 'guardian')),
  taken_on date not null,
  account_id uuid not null constraint assessments_account references access.accounts (id),
  -- A second assessor looked at the same, without seeing it.
  beside_id uuid constraint assessments_beside references assessments.assessments (id) on delete set null,
  state text not null default 'draft' constraint assessments_state check (state in ('draft', 'finished')),
  -- By item; of a draft of needs the levels said so far.
  answers jsonb not null default '{}',
  outcome jsonb,
  cut_offs jsonb not null default '{}',
  version int not null default 1,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  constraint assessments_asked check (instrument = 'needs' or agreed is not null),
  constraint assessments_finished check ((state = 'finished') = (finished_at is not null)),
  constraint assessments_counted check (outcome is null or (state = 'finished' and instrument <> 'needs')),
  constraint assessments_whose unique (id, person_id)
);
create index assessments_by_person on assessments.assessments (person_id, taken_on desc, id);
create index assessments_by_beside on assessments.assessments (beside_id) where beside_id is not null;
create index assessments_by_case on assessments.assessments (case_id) where case_id is not null;

-- Levels of need, once they are finished; each domain has the readers of its section.
create table assessments.levels (
  assessment_id uuid not null,
  person_id uuid not null,
  domain text not null,
  compartment text not null,
  level int not null constraint levels_level check (level between 1 and 4),
  reason text not null constraint levels_reason check (length(reason) >= 3),
  constraint levels_key primary key (assessment_id, domain),
  constraint levels_assessment foreign key (assessment_id, person_id) references assessments.assessments (id, person_id)
    on delete cascade on update cascade
);
create index levels_by_person on assessments.levels (person_id, domain);

-- Official texts of instruments, and cut-offs for a language: about nobody. The latest counts, the older ones stay.
create table assessments.texts (
  id uuid primary key,
  instrument text not null,
  instrument_version text not null,
  language text not null,
  content jsonb not null,
  source text not null,
  licence text not null,
  account_id uuid not null constraint texts_account references access.accounts (id),
  at timestamptz not null
);
create index texts_by_instrument on assessments.texts (instrument, instrument_version, language, at desc);
create table assessments.cut_offs (
  id uuid primary key,
  instrument text not null,
  instrument_version text not null,
  language text not null,
  cut_off text not null,
  value double precision not null,
  source text not null,
  account_id uuid not null constraint cut_offs_account references access.accounts (id),
  at timestamptz not null
);
create index cut_offs_by_instrument on assessments.cut_offs (instrument, instrument_version, language, cut_off, at desc);

-- ---------------------------------------------------------------- who reads and writes
call access.protect('assessments.levels', 'person_id', 'compartment');
create policy levels_readers on assessments.levels as restrictive for select to {{server}}
  using ((select access.may('assessments.read')));
create policy levels_takers on assessments.levels as restrictive for insert to {{server}}
  with check ((select access.may('assessments.take')));

-- That needs were looked at is known to those to whom one of the domains is open.
alter table assessments.assessments enable row level security;
create policy assessments_read on assessments.assessments for select to {{server}} using (
  (select access.may('assessments.read'))
  and access.covers('read', compartment, person_id)
  and (account_id = (select access.account_id())
    or (state = 'finished' and (instrument <> 'needs'
      or exists (select 1 from assessments.levels l where l.assessment_id = id)))));
create policy assessments_begin on assessments.assessments for insert to {{server}} with check (
  (select access.may('assessments.take')) and account_id = (select access.account_id()) and state = 'draft'
  and access.covers(case when instrument = 'needs' then 'read' else 'write' end, compartment, person_id));
create policy assessments_change on assessments.assessments for update to {{server}}
  using ((select access.may('assessments.take')) and account_id = (select access.account_id()) and state = 'draft'
    and access.covers(case when instrument = 'needs' then 'read' else 'write' end, compartment, person_id))
  with check (account_id = (select access.account_id()));
create policy assessments_discard on assessments.assessments for delete to {{server}}
  using (account_id = (select access.account_id()) and state = 'draft');

alter table assessments.texts enable row level security;
create policy texts_read on assessments.texts for select to {{server}}
  using ((select access.may('assessments.read') or access.may('instruments.administer')));
create policy texts_add on assessments.texts for insert to {{server}}
  with check ((select access.may('instruments.administer')) and account_id = (select access.account_id()));
alter table assessments.cut_offs enable row level security;
create policy cut_offs_read on assessments.cut_offs for select to {{server}}
  using ((select access.may('assessments.read') or access.may('instruments.administer')));
create policy cut_offs_add on assessments.cut_offs for insert to {{server}}
  with check ((select access.may('instruments.administer')) and account_id = (select access.account_id()));

-- The case of a person that is open, whoever may read it: a psychologist's screening belongs to it, too.
create function assessments.case_of(person uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select c.id from cases.cases c
  where c.person_id = person and c.state not in ('ended', 'transferred', 'merged')
    and access.may('assessments.take') and access.covers('read', 'contact', person)
$$;

-- Who looks in when an answer is a matter of safety: those who do the psychosocial work with this person today.
create function assessments.who_looks_in(person uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct g.account_id from access.grants g
  where g.subject_id = person and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    and access.opens_to(g.account_id, 'write', 'mhpss', person, 'assessments.take')
    and access.may('assessments.take') and access.covers('write', 'mhpss', person)
$$;

-- ---------------------------------------------------------------- two records that become one
create function assessments.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update assessments.assessments a set person_id = target
    where a.person_id = source and (chosen is null or a.id = any (chosen)) returning a.id;
end
$$;

revoke all on all functions in schema assessments from public;
grant execute on function assessments.case_of(uuid), assessments.who_looks_in(uuid),
  assessments.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert, delete on assessments.assessments to {{server}};
grant update (answers, outcome, cut_offs, state, version, updated_at, finished_at) on assessments.assessments to {{server}};
grant select, insert on assessments.levels, assessments.texts, assessments.cut_offs to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table assessments.assessments set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table assessments.levels set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
