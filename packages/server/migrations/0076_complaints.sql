-- Complaints, outside the line of whoever works with the family (docs/rights.md). They come from anybody, with or without a name;
-- who handles them is no part of the line that they are about, and whoever they are about never sees them.

create schema rights;
grant usage on schema rights to {{server}};

create table rights.complaints (
  id uuid primary key,
  version int not null default 1,
  -- Keyed hash of the code that the family keeps: with it anybody may ask what became of it.
  receipt bytea not null constraint complaints_receipt unique,
  way text not null constraint complaints_way check (way in ('page', 'worker', 'letter', 'phone')),
  kind text not null constraint complaints_kind check (kind in (
    'treated', 'refused', 'waiting', 'told-on', 'paid', 'pressed', 'unequal', 'decision', 'other')),
  -- Null once the person was erased.
  words text,
  who text not null constraint complaints_who check (who in ('self', 'carer', 'relative', 'other')),
  name text,
  reach text,
  language text not null,
  person_id uuid constraint complaints_person references people.persons (id) on delete set null,
  about_id uuid constraint complaints_about references access.accounts (id),
  about_agency_id uuid constraint complaints_about_agency references access.agencies (id),
  state text not null default 'received' constraint complaints_state check (state in (
    'received', 'acknowledged', 'looking', 'answered', 'appealed', 'reviewing', 'closed')),
  -- The end of the term that runs now; none once it is closed.
  due date,
  received_on date not null,
  received_at timestamptz not null,
  recorded_by uuid constraint complaints_recorded_by references access.accounts (id),
  outcome text constraint complaints_outcome check (outcome in ('right', 'partly', 'not-found', 'elsewhere')),
  answer text,
  answered_on date,
  answered_by uuid constraint complaints_answered_by references access.accounts (id),
  appealed_on date,
  late boolean not null default false,
  -- How often somebody was reminded of the term that runs now: before its end, and after it.
  reminded int not null default 0,
  updated_at timestamptz not null,
  constraint complaints_open check ((state = 'closed') = (due is null)),
  constraint complaints_answered check (num_nulls(answered_on, answered_by, outcome) in (0, 3))
);
create index complaints_by_due on rights.complaints (due, id) where due is not null;
create index complaints_by_time on rights.complaints (received_at desc, id desc);
create index complaints_by_person on rights.complaints (person_id) where person_id is not null;

create table rights.complaint_steps (
  id uuid primary key,
  complaint_id uuid not null constraint complaint_steps_complaint references rights.complaints (id) on delete cascade,
  number int not null,
  what text not null constraint complaint_steps_what check (what in (
    'received', 'sorted', 'noted', 'acknowledged', 'looking', 'answered', 'appealed', 'closed')),
  words text,
  outcome text,
  -- Nobody: the family itself, or the end of a term.
  account_id uuid constraint complaint_steps_account references access.accounts (id),
  at timestamptz not null,
  constraint complaint_steps_number unique (complaint_id, number)
);

-- Whom families can turn to, outside of the line; one for each node.
create table rights.officer (
  one boolean primary key default true constraint officer_one check (one),
  version int not null default 1,
  name text not null,
  reach text not null,
  hours text,
  updated_at timestamptz not null
);

-- Does the actor stand in the line that this is about? Themselves, or by any hat beside that of who handles complaints in the agency.
create function rights.of_my_line(about uuid, agency uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select coalesce(about = access.account_id(), false) or exists (
    select 1 from access.hats h join access.roles r on r.name = h.role
    where h.account_id = access.account_id() and h.ended_at is null and h.agency_id = agency and not 'complaints.handle' = any (r.verbs))
$$;

alter table rights.complaints enable row level security;
create policy complaints_read on rights.complaints for select to {{server}}
  using ((select access.may('complaints.handle')) and not rights.of_my_line(about_id, about_agency_id));
create policy complaints_change on rights.complaints for update to {{server}}
  using ((select access.may('complaints.handle')) and not rights.of_my_line(about_id, about_agency_id));

alter table rights.complaint_steps enable row level security;
create policy complaint_steps_read on rights.complaint_steps for select to {{server}}
  using (exists (select 1 from rights.complaints c where c.id = complaint_id));
create policy complaint_steps_add on rights.complaint_steps for insert to {{server}}
  with check (account_id = (select access.account_id()) and exists (select 1 from rights.complaints c where c.id = complaint_id));

-- Open to everybody: it hangs on the wall.
alter table rights.officer enable row level security;
create policy officer_read on rights.officer for select to {{server}} using (true);
create policy officer_add on rights.officer for insert to {{server}} with check ((select access.may('complaints.handle')));
create policy officer_change on rights.officer for update to {{server}} using ((select access.may('complaints.handle')));

-- Takes a complaint in: from the open page, where nobody is signed in, or from somebody who writes it down for a family. Whoever
-- brings it does not see it afterwards. The same one sent again is the same one.
create function rights.receive(fresh uuid, its_receipt bytea, its_way text, its_kind text, its_words text, its_who text, its_name text,
  its_reach text, its_language text, person uuid, about uuid, day date, due_on date, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held bytea;
begin
  if access.account_id() is not null and not access.may('complaints.record') and not access.may('complaints.handle') then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if (person is not null and not access.covers('read', 'contact', person))
    or (about is not null and (access.account_id() is null or not exists (select 1 from access.accounts a where a.id = about))) then
    return 'not-found';
  end if;
  insert into rights.complaints (id, receipt, way, kind, words, who, name, reach, language, person_id, about_id, about_agency_id,
    due, received_on, received_at, recorded_by, updated_at)
  values (fresh, its_receipt, its_way, its_kind, its_words, its_who, its_name, its_reach, its_language, person, about,
    (select h.agency_id from access.hats h where h.account_id = about and h.ended_at is null order by h.created_at, h.id limit 1),
    due_on, day, moment, access.account_id(), moment)
  on conflict do nothing;
  if not found then
    select c.receipt into held from rights.complaints c where c.id = fresh;
    return case when held = its_receipt then 'known' else 'taken' end;
  end if;
  insert into rights.complaint_steps (id, complaint_id, number, what, account_id, at)
  values (gen_random_uuid(), fresh, 1, 'received', access.account_id(), moment);
  insert into platform.outbox (id, topic, payload)
  select gen_random_uuid(), 'complaint.received', jsonb_build_object('accountId', h.account_id, 'complaintId', fresh)
  from rights.handlers_of(fresh) h;
  return 'received';
end
$$;

-- Who handles complaints and does not stand in the line of this one.
create function rights.handlers_of(complaint uuid) returns table (account_id uuid) stable security definer language sql set search_path = '' as $$
  select distinct a.id from rights.complaints c
  join access.hats h on h.ended_at is null
  join access.roles r on r.name = h.role and 'complaints.handle' = any (r.verbs)
  join access.accounts a on a.id = h.account_id and a.state = 'active'
  where c.id = complaint and a.id is distinct from c.about_id and not exists (
    select 1 from access.hats o join access.roles p on p.name = o.role
    where o.account_id = a.id and o.ended_at is null and o.agency_id = c.about_agency_id and not 'complaints.handle' = any (p.verbs))
$$;

-- What became of it, for who has the code: nothing of who it is about, and nothing of who handles it.
create function rights.by_receipt(code bytea)
returns table (id uuid, kind text, state text, received_on date, due date, outcome text, answer text, answered_on date, appealed_on date)
stable security definer language sql set search_path = '' as $$
  select c.id, c.kind, c.state, c.received_on, c.due, c.outcome, c.answer, c.answered_on, c.appealed_on
  from rights.complaints c where c.receipt = code
$$;

-- The family says that the answer is not enough, with its code. Once, while the term runs.
create function rights.appeal(code bytea, why text, day date, due_on date, moment timestamptz)
returns uuid security definer language plpgsql set search_path = '' as $$
declare
  held rights.complaints;
begin
  select c.* into held from rights.complaints c where c.receipt = code for update;
  if held.id is null or held.state <> 'answered' or held.due < day or held.appealed_on is not null then
    return null;
  end if;
  update rights.complaints c set state = 'appealed', appealed_on = day, due = due_on, reminded = 0, version = version + 1, updated_at = moment
   where c.id = held.id;
  insert into rights.complaint_steps (id, complaint_id, number, what, words, account_id, at)
  select gen_random_uuid(), held.id, max(s.number) + 1, 'appealed', why, access.account_id(), moment
  from rights.complaint_steps s where s.complaint_id = held.id;
  insert into platform.outbox (id, topic, payload)
  select gen_random_uuid(), 'complaint.received', jsonb_build_object('accountId', h.account_id, 'complaintId', held.id)
  from rights.handlers_of(held.id) h;
  return held.id;
end
$$;

-- Each morning, for nobody: terms that end soon or have ended are told once each, and what was answered long enough ago is closed.
create function rights.call_terms(today date, ahead int, moment timestamptz)
returns table (complaint_id uuid, account_id uuid) security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  one record;
begin
  for one in
    select c.id from rights.complaints c where c.state = 'answered' and c.due < today limit 500 for update
  loop
    update rights.complaints c set state = 'closed', due = null, reminded = 0, version = version + 1, updated_at = moment where c.id = one.id;
    insert into rights.complaint_steps (id, complaint_id, number, what, at)
    select gen_random_uuid(), one.id, max(s.number) + 1, 'closed', moment from rights.complaint_steps s where s.complaint_id = one.id;
  end loop;
  for one in
    select c.id, c.due from rights.complaints c
    where c.state not in ('answered', 'closed') and ((c.due < today and c.reminded < 2) or (c.due <= today + ahead and c.reminded < 1))
    limit 500 for update
  loop
    update rights.complaints c set reminded = case when one.due < today then 2 else 1 end, late = c.late or one.due < today where c.id = one.id;
    return query select one.id, h.account_id from rights.handlers_of(one.id) h;
  end loop;
end
$$;

-- Of an erased person no word stays; that somebody complained, of what kind, and that it was answered in time, does.
create function rights.forget_words() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  new.words := null;
  new.name := null;
  new.reach := null;
  new.answer := null;
  update rights.complaint_steps s set words = null where s.complaint_id = new.id;
  return new;
end
$$;
create trigger complaints_erased before update of person_id on rights.complaints for each row
  when (old.person_id is not null and new.person_id is null) execute function rights.forget_words();

create function rights.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update rights.complaints c set person_id = target where c.person_id = source and (chosen is null or c.id = any (chosen)) returning c.id;
end
$$;

revoke all on all functions in schema rights from public;
grant execute on function rights.of_my_line(uuid, uuid),
  rights.receive(uuid, bytea, text, text, text, text, text, text, text, uuid, uuid, date, date, timestamptz),
  rights.by_receipt(bytea), rights.appeal(bytea, text, date, date, timestamptz), rights.call_terms(date, int, timestamptz),
  rights.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select on rights.complaints, rights.complaint_steps, rights.officer to {{server}};
grant update (kind, about_id, about_agency_id, state, due, outcome, answer, answered_on, answered_by, appealed_on, late, reminded, version, updated_at)
  on rights.complaints to {{server}};
grant insert on rights.complaint_steps to {{server}};
grant insert on rights.officer to {{server}};
grant update (version, name, reach, hours, updated_at) on rights.officer to {{server}};

alter table rights.complaints set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table rights.complaint_steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
