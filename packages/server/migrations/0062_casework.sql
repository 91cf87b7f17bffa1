-- Casework (docs/casework.md): notes with incidents, concerns, and what stands in a family's way. Every row lies in a section of
-- the file of a person and has the readers of that section. What is written is not taken back: a note locks and is amended,
-- a concern and an obstacle go on by steps.

create schema casework;
grant usage on schema casework to {{server}};

-- ---------------------------------------------------------------- notes, and what happened to somebody
create table casework.notes (
  id uuid primary key,
  person_id uuid not null constraint notes_person references people.persons (id) on delete cascade,
  -- The case that was open when it was written.
  case_id uuid constraint notes_case references cases.cases (id) on delete set null,
  compartment text not null constraint notes_compartment check (
    compartment in ('social', 'health', 'mhpss', 'education', 'legal', 'protection')),
  kind text not null constraint notes_kind check (
    kind in ('visit', 'call', 'meeting', 'conference', 'message', 'incident', 'other')),
  held_on date not null,
  -- Who was there: accounts, persons of the register, others in words.
  colleagues uuid[] not null default '{}',
  family uuid[] not null default '{}',
  others text,
  words text not null,
  -- Of an incident: a word of the list, roughly where, what was done, who was told.
  what text,
  place text,
  done text,
  told text[] not null default '{}',
  -- The task that was done with it.
  task_id uuid constraint notes_task references tasks.tasks (id) on delete set null,
  account_id uuid not null constraint notes_account references access.accounts (id),
  version int not null default 1,
  -- From this day on it is not changed any more.
  locks_on date not null,
  written_at timestamptz not null,
  updated_at timestamptz not null,
  constraint notes_incident check ((kind = 'incident') = (what is not null)
    and (kind = 'incident' or (place is null and done is null and told = '{}'))),
  constraint notes_whose unique (id, person_id)
);
create index notes_by_person on casework.notes (person_id, held_on desc, id desc);
create index notes_by_case on casework.notes (case_id) where case_id is not null;
create index notes_by_task on casework.notes (task_id) where task_id is not null;

create table casework.amendments (
  id uuid primary key,
  note_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  words text not null,
  account_id uuid not null constraint amendments_account references access.accounts (id),
  at timestamptz not null,
  constraint amendments_note foreign key (note_id, person_id) references casework.notes (id, person_id)
    on delete cascade on update cascade
);
create index amendments_by_note on casework.amendments (note_id, at);

-- ---------------------------------------------------------------- concerns
create table casework.concerns (
  id uuid primary key,
  person_id uuid not null constraint concerns_person references people.persons (id) on delete cascade,
  case_id uuid constraint concerns_case references cases.cases (id) on delete set null,
  -- Where the words of its code lie (contract, casework/concerns).
  compartment text not null,
  code text not null constraint concerns_code check (code ~ '^[a-z][a-z0-9-]{0,40}$'),
  code_version text not null,
  -- How much help is needed, from 1 to 4; said of the need and of nobody.
  severity int not null constraint concerns_severity check (severity between 1 and 4),
  since date,
  source text not null,
  state text not null constraint concerns_state check (state in ('open', 'eased', 'over')),
  version int not null default 1,
  noted_at timestamptz not null,
  updated_at timestamptz not null,
  constraint concerns_whose unique (id, person_id)
);
create index concerns_by_person on casework.concerns (person_id, state, noted_at desc);
create index concerns_by_case on casework.concerns (case_id) where case_id is not null;
-- Noted once: whoever sees it again says so with a step.
create unique index concerns_open on casework.concerns (person_id, code) where state <> 'over';

create table casework.concern_steps (
  id uuid primary key,
  concern_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  number int not null,
  severity int not null,
  state text not null,
  why text,
  account_id uuid not null constraint concern_steps_account references access.accounts (id),
  at timestamptz not null,
  constraint concern_steps_number unique (concern_id, number),
  constraint concern_steps_concern foreign key (concern_id, person_id) references casework.concerns (id, person_id)
    on delete cascade on update cascade
);

-- ---------------------------------------------------------------- what stands in the way
-- What it is and on whose desk it lies is for those who see the case; the words are in the section that each step names.
create table casework.obstacles (
  id uuid primary key,
  person_id uuid not null constraint obstacles_person references people.persons (id) on delete cascade,
  case_id uuid constraint obstacles_case references cases.cases (id) on delete set null,
  kind text not null constraint obstacles_kind check (
    kind in ('paper', 'school-place', 'allowance', 'housing', 'language', 'money', 'transport', 'care', 'other')),
  domain text not null,
  desk text not null,
  desk_name text,
  since date not null,
  state text not null constraint obstacles_state check (state in ('open', 'asked', 'answered', 'solved')),
  asked_on date,
  answered_on date,
  solved_on date,
  -- How far it was carried by rule.
  carried_to text constraint obstacles_carried_to check (carried_to in ('supervisor', 'coordinator')),
  carried_on date,
  opened_by uuid not null constraint obstacles_opened_by references access.accounts (id),
  version int not null default 1,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  constraint obstacles_solved check ((state = 'solved') = (solved_on is not null)),
  constraint obstacles_carried check ((carried_to is null) = (carried_on is null)),
  constraint obstacles_whose unique (id, person_id)
);
create index obstacles_by_person on casework.obstacles (person_id, since);
create index obstacles_by_case on casework.obstacles (case_id) where case_id is not null;
create index obstacles_unsolved on casework.obstacles (since, id) where solved_on is null;
create index obstacles_solved_on on casework.obstacles (solved_on, id) where solved_on is not null;

create table casework.obstacle_steps (
  id uuid primary key,
  obstacle_id uuid not null,
  person_id uuid not null,
  compartment text not null constraint obstacle_steps_compartment check (compartment in ('contact', 'social')),
  number int not null,
  what text not null constraint obstacle_steps_what check (
    what in ('opened', 'asked', 'answered', 'moved', 'carried', 'solved', 'again', 'word')),
  -- On whose desk it lies from then on, or to whom it was carried.
  whom text,
  words text,
  -- Nobody, where the program carried it.
  account_id uuid constraint obstacle_steps_account references access.accounts (id),
  at timestamptz not null,
  constraint obstacle_steps_number unique (obstacle_id, number),
  constraint obstacle_steps_obstacle foreign key (obstacle_id, person_id) references casework.obstacles (id, person_id)
    on delete cascade on update cascade
);

-- ---------------------------------------------------------------- who reads and writes
call access.protect('casework.notes', 'person_id', 'compartment');
call access.protect('casework.amendments', 'person_id', 'compartment');
call access.protect('casework.concerns', 'person_id', 'compartment');
call access.protect('casework.concern_steps', 'person_id', 'compartment');
create policy notes_readers on casework.notes as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy notes_writers on casework.notes as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy notes_authors on casework.notes as restrictive for update to {{server}}
  using ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy amendments_readers on casework.amendments as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy amendments_writers on casework.amendments as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy concerns_readers on casework.concerns as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy concerns_writers on casework.concerns as restrictive for insert to {{server}} with check ((select access.may('casework.write')));
create policy concerns_changers on casework.concerns as restrictive for update to {{server}} using ((select access.may('casework.write')));
create policy concern_steps_readers on casework.concern_steps as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy concern_steps_writers on casework.concern_steps as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));

-- Obstacles are seen with the case. Who reads the whole node and gives cases out moves them along, and writes nothing else.
call access.protect('casework.obstacles', 'person_id', '''contact''');
call access.protect('casework.obstacle_steps', 'person_id', 'compartment');
create policy obstacles_readers on casework.obstacles as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy obstacles_openers on casework.obstacles as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and opened_by = (select access.account_id()));
create policy obstacles_movers on casework.obstacles as restrictive for update to {{server}}
  using ((select access.may('casework.write') or access.may('cases.assign')));
create policy obstacles_coordinated on casework.obstacles for update to {{server}}
  using ((select access.may('cases.assign') and access.has_scope('read', 'contact', 'node')));
create policy obstacle_steps_readers on casework.obstacle_steps as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy obstacle_steps_writers on casework.obstacle_steps as restrictive for insert to {{server}}
  with check ((select access.may('casework.write') or access.may('cases.assign')) and account_id = (select access.account_id()));
create policy obstacle_steps_coordinated on casework.obstacle_steps for insert to {{server}}
  with check (compartment = 'contact' and (select access.may('cases.assign') and access.has_scope('read', 'contact', 'node')));

-- The case of a person that is open, whoever may read it: a psychologist's note belongs to it, too.
create function casework.case_of(person uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select c.id from cases.cases c
  where c.person_id = person and c.state not in ('ended', 'transferred', 'merged')
    and access.may('casework.write') and access.covers('read', 'contact', person)
$$;

-- The next number of a list that may hold steps which are shut to the actor.
create function casework.next_step(obstacle uuid) returns int stable security definer language sql set search_path = '' as $$
  select coalesce(max(s.number), 0) + 1 from casework.obstacle_steps s where s.obstacle_id = obstacle
    and (access.may('casework.write') or access.may('cases.assign'))
$$;

-- Each morning: what lies longer than the rule says goes to the supervisors, and so many days later to the coordinators.
-- `rules`: kind -> {"supervisor": days since it began, "coordinator": days since it was carried to the supervisors}.
create function casework.carry_obstacles(rules jsonb, today date, moment timestamptz)
returns table (obstacle_id uuid, case_id uuid, person_id uuid, account_id uuid) security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select o.id, o.person_id, case when o.carried_to is null then 'supervisor' else 'coordinator' end as level
    from casework.obstacles o
    join cases.cases c on c.person_id = o.person_id and c.state not in ('ended', 'transferred', 'merged')
    where o.solved_on is null and o.carried_to is distinct from 'coordinator'
      and case when o.carried_to is null then o.since + (rules -> o.kind ->> 'supervisor')::int
        else o.carried_on + (rules -> o.kind ->> 'coordinator')::int end <= today
    order by o.since, o.id limit 500 for no key update of o skip locked),
  stepped as (
    insert into casework.obstacle_steps (id, obstacle_id, person_id, compartment, number, what, whom, at)
    select md5('carried ' || d.id || ' ' || d.level)::uuid, d.id, d.person_id, 'contact',
      (select max(s.number) + 1 from casework.obstacle_steps s where s.obstacle_id = d.id), 'carried', d.level, moment
    from due d
    on conflict (id) do nothing),
  carried as (
    update casework.obstacles o set carried_to = d.level, carried_on = today, version = o.version + 1, updated_at = moment
    from due d where o.id = d.id
    returning o.id, o.person_id, o.carried_to)
  select k.id, c.id, k.person_id, a.account_id
  from carried k
  join cases.cases c on c.person_id = k.person_id and c.state not in ('ended', 'transferred', 'merged')
  left join lateral (
    select distinct h.account_id
    from access.hats h
    join access.roles r on r.name = h.role and 'cases.assign' = any (r.verbs)
    join access.accounts x on x.id = h.account_id and x.state = 'active'
    where h.ended_at is null and case k.carried_to
      when 'coordinator' then r.rights -> 'read' -> 'contact' ? 'node'
      else not coalesce(r.rights -> 'read' -> 'contact' ? 'node', false)
        and h.agency_id = c.agency_id and (c.team_id is null or h.team_id = c.team_id) end) a on true;
end
$$;

-- ---------------------------------------------------------------- two records that become one
create function casework.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update casework.notes n set person_id = target
    where n.person_id = move_subject.source and (chosen is null or n.id = any (chosen)) returning n.id;
  -- What both had stands once: the other rests without a step, and where they part again it stands as its last step says.
  update casework.concerns c set state = 'over' where chosen is null and c.person_id = move_subject.source and c.state <> 'over'
    and exists (select 1 from casework.concerns o where o.person_id = target and o.code = c.code and o.state <> 'over');
  return query update casework.concerns c set person_id = target, state = case when chosen is null then c.state else
      (select s.state from casework.concern_steps s where s.concern_id = c.id order by s.number desc limit 1) end
    where c.person_id = move_subject.source and (chosen is null or c.id = any (chosen)) returning c.id;
  return query update casework.obstacles o set person_id = target
    where o.person_id = move_subject.source and (chosen is null or o.id = any (chosen)) returning o.id;
end
$$;

revoke all on all functions in schema casework from public;
grant execute on function casework.case_of(uuid), casework.next_step(uuid), casework.carry_obstacles(jsonb, date, timestamptz),
  casework.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert on casework.notes, casework.amendments, casework.concerns, casework.concern_steps, casework.obstacles,
  casework.obstacle_steps to {{server}};
grant update (compartment, kind, held_on, colleagues, family, others, words, what, place, done, told, version, updated_at)
  on casework.notes to {{server}};
grant update (severity, state, version, updated_at) on casework.concerns to {{server}};
grant update (desk, desk_name, state, asked_on, answered_on, solved_on, version, updated_at) on casework.obstacles to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table casework.notes set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table casework.amendments set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table casework.concerns set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table casework.concern_steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table casework.obstacles set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table casework.obstacle_steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
