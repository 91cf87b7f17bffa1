-- Case work: one case a person and episode (docs/decisions/0039-a-case-and-where-its-person-stands.md). A state is never
-- written: it follows from recorded steps. Written by the functions below only; the serving role reads.

create schema cases;
grant usage on schema cases to {{server}};
create sequence cases.numbers as int;

create table cases.cases (
  id uuid primary key,
  person_id uuid not null constraint cases_person references people.persons (id) on delete cascade,
  number int not null constraint cases_number unique,
  -- Which time it is that the person needs somebody, counted from 1.
  episode int not null,
  -- Kept by cases.stands() alone.
  state text not null constraint cases_state check (state in ('arrived', 'intake', 'assessment', 'planning', 'active',
    'review-due', 'closing', 'closed', 'follow-up', 'ended', 'paused', 'transferred', 'merged')),
  state_since timestamptz not null,
  -- The household at the opening; that of today is asked of the register.
  household_id uuid constraint cases_household references people.households (id) on delete set null,
  -- Where the person stands, kept by cases.follow().
  agency_id uuid not null constraint cases_agency references access.agencies (id),
  team_id uuid,
  worker_id uuid constraint cases_worker references access.accounts (id),
  -- The case that goes on, where two records were found to be one person.
  merged_into uuid constraint cases_merged_into references cases.cases (id) on delete set null,
  opened_by uuid not null constraint cases_opened_by references access.accounts (id),
  version int not null default 1,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cases_whose unique (id, person_id),
  constraint cases_team foreign key (agency_id, team_id) references access.teams (agency_id, id)
);
-- One open case a person.
create unique index cases_open on cases.cases (person_id) where state not in ('ended', 'transferred', 'merged');
create index cases_by_person on cases.cases (person_id, opened_at);
create index cases_by_worker on cases.cases (worker_id, state_since, id) where state not in ('ended', 'transferred', 'merged');
create index cases_by_team on cases.cases (team_id, state_since, id) where state not in ('ended', 'transferred', 'merged');
create index cases_by_agency on cases.cases (agency_id, state_since, id) where state not in ('ended', 'transferred', 'merged');
create index cases_by_time on cases.cases (state_since, id) where state not in ('ended', 'transferred', 'merged');
create index cases_given_to_nobody on cases.cases (agency_id, team_id, state_since, id)
  where worker_id is null and state not in ('ended', 'transferred', 'merged');
create index cases_over on cases.cases (state, state_since, id) where state in ('ended', 'transferred', 'merged');
create index cases_by_household on cases.cases (household_id);
create index cases_by_merged_into on cases.cases (merged_into) where merged_into is not null;

-- Where a case came from, at its opening and whenever something was found to belong to it. What tells of an operation
-- lies in the journey section, what tells of a guardian in detention in the legal one.
create table cases.origins (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  compartment text not null constraint origins_compartment check (compartment in ('contact', 'journey', 'legal')),
  origin text not null constraint origins_origin check (origin in ('handover', 'walk-in', 'referral', 'guardian-detained')),
  operation_id uuid,
  -- Who sent the family, in a few words.
  sent_by text,
  at timestamptz not null,
  actor_id uuid not null constraint origins_actor references access.accounts (id),
  constraint origins_case foreign key (case_id, person_id) references cases.cases (id, person_id)
    on delete cascade on update cascade
);
create index origins_by_case on cases.origins (case_id, at);
create index origins_by_operation on cases.origins (operation_id) where operation_id is not null;

create table cases.steps (
  id uuid primary key,
  case_id uuid not null constraint steps_case references cases.cases (id) on delete cascade,
  -- Gapless from 1 in the order of recording.
  number int not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid not null constraint steps_actor references access.accounts (id),
  reason text,
  constraint steps_number unique (case_id, number),
  constraint steps_moves check (from_state is distinct from to_state)
);

-- Whose a case was, from when to when. The grant opens the file to the worker, and ends with the assignment.
create table cases.assignments (
  id uuid primary key,
  case_id uuid not null constraint assignments_case references cases.cases (id) on delete cascade,
  agency_id uuid not null,
  team_id uuid,
  worker_id uuid constraint assignments_worker references access.accounts (id),
  grant_id uuid,
  at timestamptz not null,
  ended_at timestamptz,
  actor_id uuid not null constraint assignments_actor references access.accounts (id),
  reason text
);
create index assignments_by_case on cases.assignments (case_id, at);
create unique index assignments_current on cases.assignments (case_id) where ended_at is null;

-- ---------------------------------------------------------------- a state follows from steps
create function cases.goes_on() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  last record;
begin
  select s.number, s.to_state into last from cases.steps s where s.case_id = new.case_id order by s.number desc limit 1;
  if new.from_state is distinct from last.to_state or new.number <> coalesce(last.number, 0) + 1 then
    raise exception 'not from where the case stands' using errcode = '23514', constraint = 'steps_chain';
  end if;
  return new;
end
$$;
create trigger steps_goes_on before insert on cases.steps for each row execute function cases.goes_on();

create function cases.stands() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update cases.cases set state = new.to_state, state_since = new.at, updated_at = new.at,
    version = version + case when new.number = 1 then 0 else 1 end
  where id = new.case_id;
  return null;
end
$$;
create trigger steps_stands after insert on cases.steps for each row execute function cases.stands();

-- A case stands where its person does, whoever moves them.
create function cases.follow() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update cases.cases c set agency_id = new.agency_id, team_id = new.team_id where c.person_id = new.id;
  return null;
end
$$;
create trigger persons_cases after update of agency_id, team_id on people.persons for each row
  when ((old.agency_id, old.team_id) is distinct from (new.agency_id, new.team_id)) execute function cases.follow();

-- ---------------------------------------------------------------- who reads
-- As the register is read; the place is on the row, so that a queue pays for comparisons only. A teacher or a helper from
-- outside may open the contact section too: that there is a case is not for them.
alter table cases.cases enable row level security;
create policy cases_read on cases.cases for select to {{server}} using (
  (select access.may('cases.read')) and (
    (select access.has_scope('read', 'contact', 'node'))
    or agency_id = (select access.my_agency('read', 'contact'))
    or team_id = (select access.my_team('read', 'contact'))
    or person_id in (select access.my_grants('read', 'contact'))
    or ((select cardinality(access.my_areas('read', 'contact')) > 0)
      and exists (select 1 from people.persons p where p.id = person_id))));
call access.protect('cases.origins', 'person_id', 'compartment');
create policy origins_readers on cases.origins as restrictive for select to {{server}} using ((select access.may('cases.read')));
alter table cases.steps enable row level security;
create policy steps_read on cases.steps for select to {{server}}
  using (exists (select 1 from cases.cases c where c.id = case_id));
alter table cases.assignments enable row level security;
create policy assignments_read on cases.assignments for select to {{server}}
  using (exists (select 1 from cases.cases c where c.id = case_id));

-- ---------------------------------------------------------------- who writes
-- The person stands where the case is worked on: there the team sees the record, and where it stood before no longer.
create function cases.place(person uuid, agency uuid, team uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  update people.persons p set agency_id = agency, team_id = team
   where p.id = person and (p.agency_id, p.team_id) is distinct from (agency, team);
end
$$;

-- Opens a case, or joins the one that is open: a person has one. Answers with the case whether or not the actor may
-- read it, since whoever hands a family over need not be who works with it. `agency` null: where the person stands.
create function cases.open_case(fresh uuid, person uuid, agency uuid, team uuid, step uuid, came uuid, its_origin text,
  operation uuid, sender text, why text, moment timestamptz)
returns table (case_id uuid, joined boolean) security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  stands record;
  known uuid;
begin
  if not coalesce(access.may('cases.open') and access.covers('read', 'contact', person), false)
    -- Somebody else's case with this id: the answer is the one for what cannot be seen.
    or exists (select 1 from cases.cases c where c.id = fresh) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- Two who open at once wait for each other here.
  select p.agency_id, p.team_id into stands from people.persons p
   where p.id = person and p.merged_into is null for no key update;
  if not found then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  select c.id into known from cases.cases c
   where c.person_id = person and c.state not in ('ended', 'transferred', 'merged');
  if known is null then
    if agency is null then
      agency := stands.agency_id;
      team := stands.team_id;
    end if;
    insert into cases.cases (id, person_id, number, episode, state, state_since, household_id, agency_id, team_id, opened_by,
      opened_at, updated_at)
    values (fresh, person, nextval('cases.numbers'), (select count(*) + 1 from cases.cases c where c.person_id = person),
      'arrived', moment, (select m.household_id from people.household_members m where m.person_id = person and m.valid_to is null),
      agency, team, access.account_id(), moment, moment);
    insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id, reason)
    values (step, fresh, 1, null, 'arrived', moment, access.account_id(), why);
    perform cases.place(person, agency, team);
  end if;
  insert into cases.origins (id, case_id, person_id, compartment, origin, operation_id, sent_by, at, actor_id)
  select came, coalesce(known, fresh), person,
    case its_origin when 'handover' then 'journey' when 'guardian-detained' then 'legal' else 'contact' end,
    its_origin, operation, sender, moment, access.account_id()
  where not exists (select 1 from cases.origins o where o.case_id = known and o.origin = its_origin
    and o.operation_id is not distinct from operation and o.sent_by is not distinct from sender);
  return query select coalesce(known, fresh), known is not null;
end
$$;

-- Locks a case that the actor may open.
create function cases.held(one uuid) returns cases.cases security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases;
begin
  select c.* into held from cases.cases c where c.id = one for no key update;
  if held.id is null or not coalesce(access.may('cases.read') and access.covers('read', 'contact', held.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return held;
end
$$;

-- Can this account work on cases of that place? Its role must open what is granted to oneself.
create function cases.works_at(account uuid, agency uuid, team uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role and 'cases.work' = any (r.verbs)
    where a.id = account and a.state = 'active' and h.agency_id = agency and (team is null or h.team_id = team)
      and r.rights -> 'read' -> 'contact' ? 'own')
$$;

-- Ends what the assignment of today opened.
create function cases.let_go(one uuid, moment timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  update access.grants g set valid_to = greatest(moment, g.valid_from)
    from cases.assignments a
   where a.case_id = one and a.ended_at is null and g.id = a.grant_id and (g.valid_to is null or g.valid_to > moment);
  update cases.assignments a set ended_at = greatest(moment, a.at) where a.case_id = one and a.ended_at is null;
end
$$;

-- Gives a case to a team and a worker, or to the team alone. May: who holds cases.assign, beyond one's agency only
-- for the whole node; the worker who hands it back; who opens it for a person who was granted to them already.
create function cases.give(one uuid, worker uuid, agency uuid, team uuid, assignment uuid, fresh_grant uuid, why text, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
  me uuid := access.account_id();
begin
  if held.state in ('ended', 'transferred', 'merged') then
    raise exception 'the case is over' using errcode = '40001';
  end if;
  if not coalesce(
    (access.may('cases.assign') and (access.has_scope('read', 'contact', 'node')
      or (held.agency_id = access.actor_agency() and agency = held.agency_id)))
    or (worker is null and held.worker_id = me and agency = held.agency_id and team is not distinct from held.team_id)
    or (worker = me and held.worker_id is null and agency = held.agency_id and team is not distinct from held.team_id
      and access.may('cases.work')
      and exists (select 1 from access.grants g where g.account_id = me and g.subject_id = held.person_id and g.kind = 'own'
        and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()))), false) then
    raise exception 'not for the actor to give' using errcode = '42501';
  end if;
  if worker is not null and not cases.works_at(worker, agency, team) then
    raise exception 'does not work there' using errcode = '40001';
  end if;
  perform cases.let_go(one, moment);
  if worker is not null then
    insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from)
    values (fresh_grant, worker, held.person_id, 'own', me, moment);
  end if;
  insert into cases.assignments (id, case_id, agency_id, team_id, worker_id, grant_id, at, actor_id, reason)
  values (assignment, one, agency, team, worker, case when worker is not null then fresh_grant end, moment, me, why);
  update cases.cases set worker_id = worker, version = version + 1, updated_at = moment where id = one;
  perform cases.place(held.person_id, agency, team);
end
$$;

-- Records a step. Which steps there are and what they ask, the contract says; here stands who may. `was`: from where the
-- step was judged; whoever comes second looks again.
create function cases.take_step(step uuid, one uuid, was text, wanted text, why text, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
begin
  if not coalesce(case when wanted = 'ended' then access.may('cases.assign')
      else access.may('cases.work') and (held.worker_id = access.account_id() or access.covers('write', 'contact', held.person_id)) end, false) then
    raise exception 'not for the actor to take' using errcode = '42501';
  end if;
  if held.state <> was then
    raise exception 'the case has moved' using errcode = '40001';
  end if;
  insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id, reason)
  select step, one, max(s.number) + 1, held.state, wanted, moment, access.account_id(), why
    from cases.steps s where s.case_id = one;
  if wanted = 'ended' then
    perform cases.let_go(one, moment);
  end if;
end
$$;

-- ---------------------------------------------------------------- what others need to know
-- Families of an account: those of one household are one.
create function cases.caseloads(accounts uuid[]) returns table (account_id uuid, families int)
stable security definer language sql set search_path = '' as $$
  select c.worker_id, count(distinct coalesce(m.household_id, c.person_id))::int
  from cases.cases c
  left join people.household_members m on m.person_id = c.person_id and m.valid_to is null
  where c.worker_id = any (accounts) and c.state not in ('ended', 'transferred', 'merged', 'closed', 'follow-up')
    and access.may('cases.read')
  group by c.worker_id
$$;

-- Who can give this case to somebody, for telling them: of its team, or of its agency while it has none.
create function cases.givers(one uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id
  from cases.cases c
  join access.hats h on h.agency_id = c.agency_id and h.ended_at is null and (c.team_id is null or h.team_id = c.team_id)
  join access.roles r on r.name = h.role and 'cases.assign' = any (r.verbs)
  join access.accounts a on a.id = h.account_id and a.state = 'active'
  where c.id = one and a.id is distinct from access.account_id()
    and (access.may('cases.open') or access.may('cases.read'))
$$;

-- ---------------------------------------------------------------- two records of one person
-- The case of the record that stays goes on; that of the other is merged into it, and comes back to where it stood when
-- the merge is undone. A case follows the place of its person.
create function cases.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
declare
  goes_on uuid;
  one record;
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  select c.id into goes_on from cases.cases c where c.person_id = target and c.state not in ('ended', 'transferred', 'merged');
  for one in
    select c.id, c.state, c.merged_into, s.number, s.from_state, p.agency_id, p.team_id
    from cases.cases c
    join people.persons p on p.id = target
    join lateral (select t.number, t.from_state from cases.steps t where t.case_id = c.id order by t.number desc limit 1) s on true
    where c.person_id = source and (chosen is null or c.id = any (chosen))
    order by c.opened_at, c.id
  loop
    if chosen is null and goes_on is not null and one.state not in ('ended', 'transferred', 'merged') then
      insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id)
      values (md5('case merged ' || one.id || ' ' || one.number)::uuid, one.id, one.number + 1, one.state, 'merged', now(), access.account_id());
      update cases.cases set merged_into = goes_on where id = one.id;
    end if;
    update cases.cases set person_id = target, agency_id = one.agency_id, team_id = one.team_id where id = one.id;
    if chosen is not null and one.merged_into is not null and one.state = 'merged' then
      update cases.cases set merged_into = null where id = one.id;
      insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id)
      values (md5('case parted ' || one.id || ' ' || one.number)::uuid, one.id, one.number + 1, 'merged', one.from_state, now(), access.account_id());
    end if;
    return next one.id;
  end loop;
end
$$;

revoke all on all functions in schema cases from public;
grant execute on function cases.open_case(uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, text, text, timestamptz),
  cases.give(uuid, uuid, uuid, uuid, uuid, uuid, text, timestamptz), cases.take_step(uuid, uuid, text, text, text, timestamptz),
  cases.caseloads(uuid[]), cases.givers(uuid), cases.works_at(uuid, uuid, uuid), cases.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select on cases.cases, cases.origins, cases.steps, cases.assignments to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table cases.cases set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table cases.origins set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table cases.steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table cases.assignments set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
