-- What has to be minded with a family, appointments that come again, and conferences, panels and days in court in the calendar
-- elsewhere (docs/casework.md).

-- ---------------------------------------------------------------- flags: practical things, each in the section of its readers
create table casework.flags (
  id uuid primary key,
  person_id uuid not null constraint flags_person references people.persons (id) on delete cascade,
  compartment text not null constraint flags_compartment check (
    compartment in ('contact', 'social', 'health', 'mhpss', 'education', 'legal', 'protection')),
  -- Out of the list in the contract; words of the version by which it was set.
  code text not null constraint flags_code check (code ~ '^[a-z][a-z0-9-]{0,40}$'),
  code_version text not null,
  words text constraint flags_words check (length(words) <= 120),
  since date not null,
  until date,
  set_by uuid not null constraint flags_set_by references access.accounts (id),
  set_at timestamptz not null,
  lifted_by uuid constraint flags_lifted_by references access.accounts (id),
  lifted_at timestamptz,
  constraint flags_until check (until >= since),
  constraint flags_lifted check ((lifted_by is null) = (lifted_at is null))
);
create unique index flags_once on casework.flags (person_id, code) where lifted_at is null;
create index flags_by_person on casework.flags (person_id);
call access.protect('casework.flags', 'person_id', 'compartment');
create policy flags_readers on casework.flags as restrictive for select to {{server}} using ((select access.may('people.read')));
create policy flags_makers on casework.flags as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and set_by = (select access.account_id()));
create policy flags_lifters on casework.flags as restrictive for update to {{server}} using ((select access.may('casework.write')));
grant select, insert on casework.flags to {{server}};
grant update (lifted_by, lifted_at) on casework.flags to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (195, 'notes', 'casework.flags',
    'select f.id::text as _id, f.compartment as _section, ''=flag.'' || f.code as about, f.words, f.since, f.until, (select a.name from access.accounts a where a.id = f.set_by) as by from casework.flags f where f.person_id = $1 order by f.set_at');

-- ---------------------------------------------------------------- appointments that come again
-- Each stands by itself: another time for one is another time for one. What they came from is kept to call off those ahead together.
alter table casework.appointments add column series_id uuid;
create index appointments_by_series on casework.appointments (series_id, starts_at) where series_id is not null;

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
  -- What both had stays with each; that of the record which stays is the one that is read.
  return query update casework.flags f set person_id = target
    where f.person_id = move_subject.source and (chosen is null or f.id = any (chosen))
      and (f.lifted_at is not null or not exists (
        select 1 from casework.flags o where o.person_id = target and o.code = f.code and o.lifted_at is null)) returning f.id;
end
$$;

-- ---------------------------------------------------------------- the calendar elsewhere
-- When somebody is away, and that a time changed: appointments, conferences that they called or are asked to, panels on which they
-- sit, days in court of families whose worker they are. Only of people who are open to them still, but for what they are asked to.
drop function casework.calendar(bytea, timestamptz, timestamptz);
create function casework.calendar(secret bytea, since timestamptz, until timestamptz, zone text)
returns table (language text, id uuid, version int, starts_at timestamptz, minutes int, off boolean, updated_at timestamptz)
stable security definer language sql set search_path = '' as $$
  with whose as (
    select c.account_id, a.language from casework.calendars c join access.accounts a on a.id = c.account_id and a.state = 'active'
    where c.secret_hash = secret),
  busy as (
    select p.id, p.version, p.starts_at, p.minutes, p.state = 'called-off' as off, p.updated_at
    from whose w join casework.appointments p on p.account_id = w.account_id
    where p.starts_at between calendar.since and calendar.until and access.opens_to(w.account_id, 'read', p.compartment, p.person_id, 'casework.read')
    union all
    select c.id, c.version, c.starts_at, c.minutes, c.state = 'called-off', c.updated_at
    from whose w join meetings.conferences c on c.called_by = w.account_id
      or exists (select 1 from meetings.participants x where x.conference_id = c.id and x.account_id = w.account_id)
    where c.starts_at between calendar.since and calendar.until
    union all
    select n.id, n.version, n.sits_at, 60, n.state = 'dropped', n.updated_at
    from whose w join meetings.panels n on n.called_by = w.account_id
      or exists (select 1 from meetings.members m where m.panel_id = n.id and m.account_id = w.account_id)
    where n.sits_at between calendar.since and calendar.until
    union all
    -- Without an hour it takes the day; one that was written by mistake is called off.
    select e.id, e.version, ((e.content ->> 'day')::date + coalesce(e.content ->> 'time', '00:00')::time) at time zone zone,
      case when e.content ? 'time' then 60 end, e.state = 'mistake', e.updated_at
    from whose w
    join cases.cases k on k.worker_id = w.account_id and k.state not in ('ended', 'transferred', 'merged')
    join situation.entries e on e.person_id = k.person_id and e.kind = 'hearing'
    where (e.content ->> 'day')::date between calendar.since::date and calendar.until::date
      and access.opens_to(w.account_id, 'read', 'legal', e.person_id, 'casework.read'))
  select w.language, b.id, b.version, b.starts_at, b.minutes, b.off, b.updated_at
  from whose w left join (select * from busy order by starts_at limit 1000) b on true
  order by b.starts_at
$$;
revoke all on function casework.calendar(bytea, timestamptz, timestamptz, text) from public;
grant execute on function casework.calendar(bytea, timestamptz, timestamptz, text) to {{server}};
