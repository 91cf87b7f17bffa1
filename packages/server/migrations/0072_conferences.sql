-- Case conferences (docs/meetings.md): who sits together about a family, what was decided, who saw it differently. A conference lies
-- in a section of the file and has the readers of that section; being invited opens nothing of it.

create schema meetings;
grant usage on schema meetings to {{server}};

create table meetings.conferences (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  compartment text not null constraint conferences_compartment check (
    compartment in ('social', 'health', 'mhpss', 'education', 'legal', 'protection')),
  state text not null default 'planned' constraint conferences_state check (state in ('planned', 'held', 'called-off')),
  starts_at timestamptz not null,
  minutes int not null constraint conferences_minutes check (minutes between 5 and 720),
  way text not null constraint conferences_way check (way in ('together', 'online', 'mixed')),
  -- Read by everybody who is invited: it names nobody.
  place text,
  purpose text not null,
  agenda text[] not null,
  -- What the family said, before or there; or why nobody heard it.
  family text constraint conferences_family check (family in ('took-part', 'heard-before', 'not-heard')),
  family_words text,
  words text,
  next_on date,
  called_by uuid not null constraint conferences_called_by references access.accounts (id),
  called_at timestamptz not null,
  recorded_by uuid constraint conferences_recorded_by references access.accounts (id),
  recorded_at timestamptz,
  why text,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint conferences_case foreign key (case_id, person_id) references cases.cases (id, person_id) on delete cascade on update cascade,
  constraint conferences_whose unique (id, person_id),
  constraint conferences_recorded check ((state = 'held') = (recorded_at is not null)
    and (state = 'held') = (recorded_by is not null) and (state = 'held') = (family is not null)),
  constraint conferences_called_off check ((state = 'called-off') = (why is not null))
);
create index conferences_by_case on meetings.conferences (case_id, starts_at desc);
create index conferences_by_person on meetings.conferences (person_id);
create index conferences_by_caller on meetings.conferences (called_by, starts_at);

-- Accounts of the node, and professionals from outside by role and agency.
create table meetings.participants (
  id uuid primary key,
  conference_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  ordinal int not null,
  account_id uuid constraint participants_account references access.accounts (id),
  name text,
  role text,
  agency text,
  came boolean,
  stand text constraint participants_stand check (stand in ('agrees', 'dissents')),
  words text,
  constraint participants_conference foreign key (conference_id, person_id) references meetings.conferences (id, person_id)
    on delete cascade on update cascade,
  constraint participants_once unique (conference_id, account_id),
  constraint participants_who check ((account_id is null) = (role is not null and agency is not null)),
  constraint participants_dissent check (stand is distinct from 'dissents' or words is not null)
);
create index participants_by_account on meetings.participants (account_id) where account_id is not null;

create table meetings.decisions (
  id uuid primary key,
  conference_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  ordinal int not null,
  words text not null,
  owner_id uuid constraint decisions_owner references access.accounts (id),
  -- Whoever does it outside of this program.
  who text,
  due date,
  task_id uuid constraint decisions_task references tasks.tasks (id) on delete set null,
  constraint decisions_conference foreign key (conference_id, person_id) references meetings.conferences (id, person_id)
    on delete cascade on update cascade
);
create index decisions_by_conference on meetings.decisions (conference_id, ordinal);
create index decisions_by_task on meetings.decisions (task_id) where task_id is not null;

-- What was recorded is never written over.
create table meetings.amendments (
  id uuid primary key,
  conference_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  words text not null,
  actor_id uuid not null constraint amendments_actor references access.accounts (id),
  at timestamptz not null,
  constraint amendments_conference foreign key (conference_id, person_id) references meetings.conferences (id, person_id)
    on delete cascade on update cascade
);
create index amendments_by_conference on meetings.amendments (conference_id, at);

create function meetings.state_of(conference uuid) returns text stable security definer language sql set search_path = '' as $$
  select c.state from meetings.conferences c where c.id = conference
$$;

do $$
declare
  one text;
begin
  foreach one in array array['conferences', 'participants', 'decisions', 'amendments'] loop
    execute format('call access.protect(%L, %L, %L)', 'meetings.' || one, 'person_id', 'compartment');
    execute format('create policy %I on meetings.%I as restrictive for select to {{server}} using ((select access.may(''casework.read'')))', one || '_readers', one);
    execute format('create policy %I on meetings.%I as restrictive for insert to {{server}} with check ((select access.may(''casework.write'')))', one || '_writers', one);
    execute format('create policy %I on meetings.%I as restrictive for update to {{server}} using ((select access.may(''casework.write''))) with check (true)', one || '_changers', one);
    execute format('alter table meetings.%I set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005)', one);
  end loop;
end
$$;
create policy conferences_open on meetings.conferences as restrictive for update to {{server}} using (state = 'planned') with check (true);
create policy participants_open_add on meetings.participants as restrictive for insert to {{server}}
  with check (meetings.state_of(conference_id) = 'planned');
create policy participants_open_change on meetings.participants as restrictive for update to {{server}}
  using (meetings.state_of(conference_id) = 'planned');
create policy participants_open_drop on meetings.participants as restrictive for delete to {{server}}
  using ((select access.may('casework.write')) and meetings.state_of(conference_id) = 'planned');
create policy decisions_open_add on meetings.decisions as restrictive for insert to {{server}}
  with check (meetings.state_of(conference_id) = 'planned');
create policy amendments_after on meetings.amendments as restrictive for insert to {{server}}
  with check (meetings.state_of(conference_id) = 'held' and actor_id = (select access.account_id()));

-- What an invitation says: when, where and who asks. Of whom is said by the record alone, to those to whom it is open.
create function meetings.invitations(since timestamptz, until timestamptz)
returns table (id uuid, starts_at timestamptz, minutes int, way text, place text, state text, called_by uuid, caller text)
stable security definer language sql set search_path = '' as $$
  select c.id, c.starts_at, c.minutes, c.way, c.place, c.state, c.called_by, a.name
  from meetings.conferences c join access.accounts a on a.id = c.called_by
  where c.starts_at >= since and c.starts_at < until and access.account_id() is not null
    and (c.called_by = access.account_id() or exists (
      select 1 from meetings.participants p where p.conference_id = c.id and p.account_id = access.account_id()))
  order by c.starts_at, c.id limit 200
$$;

-- How far the tasks of decisions are, for those to whom the decision is open, whoever owns the task.
create function meetings.decision_tasks(asked uuid[]) returns table (task_id uuid, state text)
stable security definer language sql set search_path = '' as $$
  select t.id, t.state from meetings.decisions d join tasks.tasks t on t.id = d.task_id
  where d.conference_id = any (asked) and access.may('casework.read') and access.covers('read', d.compartment, d.person_id)
$$;

revoke all on all functions in schema meetings from public;
grant execute on function meetings.state_of(uuid), meetings.invitations(timestamptz, timestamptz), meetings.decision_tasks(uuid[]) to {{server}};
grant select, insert on meetings.conferences, meetings.participants, meetings.decisions, meetings.amendments to {{server}};
grant update (state, starts_at, minutes, way, place, purpose, agenda, family, family_words, words, next_on, recorded_by, recorded_at,
  why, version, updated_at) on meetings.conferences to {{server}};
grant update (came, stand, words) on meetings.participants to {{server}};
grant delete on meetings.participants to {{server}};
