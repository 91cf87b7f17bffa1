-- Appointments with families, reminders, and a worker's own calendar by a secret address (docs/casework.md). Each lies in a section
-- of the file of its person; the calendar holds times and nothing else.

create table casework.appointments (
  id uuid primary key,
  person_id uuid not null constraint appointments_person references people.persons (id) on delete cascade,
  case_id uuid constraint appointments_case references cases.cases (id) on delete set null,
  compartment text not null constraint appointments_compartment check (
    compartment in ('social', 'health', 'mhpss', 'education', 'legal', 'protection')),
  kind text not null constraint appointments_kind check (kind in ('visit', 'office', 'call', 'together')),
  -- Whose it is.
  account_id uuid not null constraint appointments_account references access.accounts (id),
  with_whom text,
  place text,
  starts_at timestamptz not null,
  minutes int not null constraint appointments_minutes check (minutes between 5 and 720),
  remind text not null constraint appointments_remind check (remind in ('none', 'hour', 'day')),
  reminded_at timestamptz,
  state text not null constraint appointments_state check (state in ('planned', 'kept', 'missed', 'called-off')),
  why text,
  version int not null default 1,
  made_at timestamptz not null,
  updated_at timestamptz not null
);
create index appointments_by_person on casework.appointments (person_id, starts_at desc);
create index appointments_by_case on casework.appointments (case_id) where case_id is not null;
create index appointments_by_account on casework.appointments (account_id, starts_at);
create index appointments_to_remind on casework.appointments (starts_at)
  where state = 'planned' and remind <> 'none' and reminded_at is null;

call access.protect('casework.appointments', 'person_id', 'compartment');
create policy appointments_readers on casework.appointments as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy appointments_makers on casework.appointments as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy appointments_changers on casework.appointments as restrictive for update to {{server}} using ((select access.may('casework.write')));

-- One address an account; a new one takes the place of the old one. Only a hash is kept.
create table casework.calendars (
  account_id uuid primary key constraint calendars_account references access.accounts (id),
  secret_hash bytea not null constraint calendars_secret unique,
  made_at timestamptz not null
);
alter table casework.calendars enable row level security;
create policy calendars_own on casework.calendars for all to {{server}}
  using (account_id = (select access.account_id())) with check (account_id = (select access.account_id()));

-- What a calendar elsewhere may know: when somebody is away, and that a time changed. Only of people who are open to them still.
create function casework.calendar(secret bytea, since timestamptz, until timestamptz)
returns table (language text, id uuid, version int, starts_at timestamptz, minutes int, state text, updated_at timestamptz)
stable security definer language sql set search_path = '' as $$
  select a.language, p.id, p.version, p.starts_at, p.minutes, p.state, p.updated_at
  from casework.calendars c
  join access.accounts a on a.id = c.account_id and a.state = 'active'
  left join casework.appointments p on p.account_id = c.account_id and p.starts_at between since and until
    and access.opens_to(c.account_id, 'read', p.compartment, p.person_id, 'casework.read')
  where c.secret_hash = secret
  order by p.starts_at limit 1000
$$;

-- Reminders that have come due; each once.
create function casework.call_reminders(moment timestamptz) returns table (appointment_id uuid, account_id uuid, person_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  update casework.appointments p set reminded_at = moment
  where p.state = 'planned' and p.remind <> 'none' and p.reminded_at is null and p.starts_at > moment
    and p.starts_at - case p.remind when 'hour' then interval '1 hour' else interval '1 day' end <= moment
  returning p.id, p.account_id, p.person_id;
end
$$;

create or replace function casework.move_subject(source uuid, target uuid, chosen uuid[] default null)
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
  return query update casework.appointments p set person_id = target
    where p.person_id = move_subject.source and (chosen is null or p.id = any (chosen)) returning p.id;
end
$$;

revoke all on function casework.calendar(bytea, timestamptz, timestamptz), casework.call_reminders(timestamptz) from public;
grant execute on function casework.calendar(bytea, timestamptz, timestamptz), casework.call_reminders(timestamptz) to {{server}};
grant select, insert on casework.appointments to {{server}};
grant update (compartment, kind, with_whom, place, starts_at, minutes, remind, reminded_at, state, why, version, updated_at)
  on casework.appointments to {{server}};
grant select, insert, delete on casework.calendars to {{server}};
grant update (secret_hash, made_at) on casework.calendars to {{server}};
alter table casework.appointments set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
