-- What a case keeps of a life (docs/situation.md): school, health kept thin, work, home, law, a parent in prison and the contact with them.
-- One dated record for all kinds; what was written before stays as a version. A record lies in the section of its kind.

create schema situation;
grant usage on schema situation to {{server}};

create table situation.entries (
  id uuid primary key,
  person_id uuid not null constraint entries_person references people.persons (id) on delete cascade,
  -- The case that was open when it was written.
  case_id uuid constraint entries_case references cases.cases (id) on delete set null,
  -- A month on its school, a day in court on its matter.
  parent_id uuid,
  kind text not null,
  compartment text not null,
  since jsonb,
  until jsonb,
  source text not null,
  content jsonb not null,
  content_version int not null,
  -- Days that come out of the content: for calendars, and until when something has to be handed in.
  on_day date,
  ahead_on date,
  deadline_on date,
  state text not null default 'open' constraint entries_state check (state in ('open', 'ended', 'mistake')),
  outcome text,
  version int not null default 1,
  -- Who wrote what stands now.
  account_id uuid not null constraint entries_account references access.accounts (id),
  made_at timestamptz not null,
  updated_at timestamptz not null,
  -- The section follows from the kind, and nobody chooses it.
  constraint entries_section check (compartment = case kind
    when 'schooling' then 'education' when 'attendance' then 'education' when 'health' then 'health'
    when 'livelihood' then 'social' when 'housing' then 'social' when 'legal' then 'legal' when 'hearing' then 'legal'
    when 'detention' then 'protection' when 'contact' then 'protection' end),
  constraint entries_kind check (kind in ('schooling', 'attendance', 'health', 'livelihood', 'housing', 'legal', 'hearing', 'detention', 'contact')),
  constraint entries_ended check ((state = 'open') = (until is null) and (state = 'open') = (outcome is null)),
  constraint entries_whose unique (id, person_id),
  constraint entries_parent foreign key (parent_id, person_id) references situation.entries (id, person_id) on delete cascade on update cascade
);
create index entries_by_person on situation.entries (person_id, kind, made_at desc);
create index entries_by_parent on situation.entries (parent_id) where parent_id is not null;
create index entries_by_case on situation.entries (case_id) where case_id is not null;
create index entries_ahead on situation.entries (ahead_on) where ahead_on is not null and state = 'open';
create index entries_deadlines on situation.entries (deadline_on) where deadline_on is not null and state = 'open';
-- A month of a school is counted once.
create unique index entries_month on situation.entries (parent_id, (content ->> 'month')) where kind = 'attendance' and state <> 'mistake';

create table situation.versions (
  id uuid primary key,
  entry_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  number int not null,
  what text not null constraint versions_what check (what in ('made', 'update', 'correction', 'ended', 'mistake')),
  since jsonb,
  until jsonb,
  content jsonb not null,
  content_version int not null,
  -- Why it was corrected, or what came of it.
  words text,
  account_id uuid not null constraint versions_account references access.accounts (id),
  at timestamptz not null,
  constraint versions_number unique (entry_id, number),
  constraint versions_entry foreign key (entry_id, person_id) references situation.entries (id, person_id) on delete cascade on update cascade
);
create index versions_by_person on situation.versions (person_id);

call access.protect('situation.entries', 'person_id', 'compartment');
create policy entries_readers on situation.entries as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy entries_writers on situation.entries as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy entries_changers on situation.entries as restrictive for update to {{server}} using ((select access.may('casework.write')));
call access.protect('situation.versions', 'person_id', 'compartment');
create policy versions_readers on situation.versions as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy versions_writers on situation.versions as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));

-- The work that comes out of a record: one task, moved with its day and ended where nothing is left to do. It goes to who works the case and
-- may read the section, else to who writes. @returns its owner, where it was made now
create function situation.set_task(entry uuid, what text, due_on date, ends text, moment timestamptz)
returns table (task_id uuid, owner_id uuid) security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  one situation.entries;
  its uuid := plans.id_of('situation ' || what || ' ' || entry);
  whose uuid;
begin
  select e.* into one from situation.entries e where e.id = entry;
  if one.id is null or not coalesce(access.may('casework.write') and access.covers('write', one.compartment, one.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if due_on is null then
    with ended as (
      update tasks.tasks t set state = ends, done_at = case when ends = 'done' then moment end, version = t.version + 1, updated_at = moment
       where t.id = its and t.state = 'open' returning t.id, t.version)
    insert into tasks.transitions (id, task_id, at, account_id, from_state, to_state)
    select plans.id_of('ended ' || e.id || ' ' || e.version), e.id, moment, access.account_id(), 'open', ends from ended e;
    return;
  end if;
  if exists (select 1 from tasks.tasks t where t.id = its) then
    update tasks.tasks t set due = due_on, anchor = due_on, version = t.version + 1, updated_at = moment
     where t.id = its and t.state = 'open' and t.due <> due_on;
    return;
  end if;
  select c.worker_id into whose from cases.cases c
   where c.person_id = one.person_id and c.state not in ('ended', 'transferred', 'merged') and c.worker_id is not null
     and access.opens_to(c.worker_id, 'read', one.compartment, one.person_id, 'tasks.work');
  whose := coalesce(whose, access.account_id());
  insert into tasks.tasks (id, owner_id, team_id, created_by, kind, subject_id, compartment, due, anchor, origin, origin_id, created_at, updated_at)
  select its, whose, (select h.team_id from access.hats h where h.account_id = whose and h.ended_at is null order by h.created_at, h.id limit 1),
    access.account_id(), what, one.person_id, one.compartment, due_on, due_on, 'situation', entry, moment, moment;
  insert into tasks.transitions (id, task_id, at, account_id, to_state, owner_id)
  values (plans.id_of('made ' || its), its, moment, access.account_id(), 'open', whose);
  return query select its, whose;
end
$$;

-- Two records that become one.
create function situation.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update situation.entries e set person_id = target
    where e.person_id = move_subject.source and (chosen is null or e.id = any (chosen)) returning e.id;
end
$$;

revoke all on all functions in schema situation from public;
grant execute on function situation.set_task(uuid, text, date, text, timestamptz), situation.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert on situation.entries, situation.versions to {{server}};
grant update (since, until, source, content, content_version, on_day, ahead_on, deadline_on, state, outcome, version, account_id, updated_at)
  on situation.entries to {{server}};
-- Of what was written the planner keeps no samples: they would stay behind where a table becomes empty.
alter table situation.entries alter column content set statistics 0, alter column outcome set statistics 0;
alter table situation.versions alter column content set statistics 0, alter column words set statistics 0;
alter table situation.entries set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table situation.versions set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);

-- After an erasure the planner's samples are taken anew wherever people's words stand (0008_notifications.sql).
create or replace function platform.forget_statistics() returns void security definer language plpgsql set search_path = '' as $$
declare
  one regclass;
begin
  for one in
    select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('people', 'documents', 'tasks', 'approvals', 'platform', 'cases', 'casework', 'situation',
      'assessments', 'plans', 'meetings', 'consents', 'rights', 'referrals', 'repatriation')
  loop
    execute format('analyze %s', one);
  end loop;
end
$$;

insert into rights.file_parts (ordinal, head, name, query) values
  (1110, 'notes', 'situation.entries',
    'select e.id::text as _id, e.compartment as _section, ''=situation.kind.'' || e.kind as about, coalesce(e.since ->> ''date'', e.since ->> ''month'', e.since ->> ''year'') as since, coalesce(e.until ->> ''date'', e.until ->> ''month'', e.until ->> ''year'') as until, (select string_agg(d.value, ''; '' order by d.key) from jsonb_each_text(e.content) d where d.key not in (''kind'', ''serviceId'', ''withPersonId'', ''child'')) as words, e.content ->> ''child'' as child, ''=situation.state.'' || e.state as state, e.outcome as found, (select a.name from access.accounts a where a.id = e.account_id) as by from situation.entries e where e.person_id = $1 order by e.kind, e.made_at'),
  (1120, 'notes', 'situation.versions',
    'select v.id::text as _id, v.compartment as _section, ''=situation.kind.'' || (v.content ->> ''kind'') as about, v.at::date as day, ''=situation.what.'' || v.what as state, v.words, (select string_agg(d.value, ''; '' order by d.key) from jsonb_each_text(v.content) d where d.key not in (''kind'', ''serviceId'', ''withPersonId'', ''child'')) as found, (select a.name from access.accounts a where a.id = v.account_id) as by from situation.versions v where v.person_id = $1 order by v.at');
