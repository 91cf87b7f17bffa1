-- What is left of repatriation: lessons on their way to the library, and homes that are divided without any operation.

-- ---------------------------------------------------------------- lessons, at a node
-- Word for word as they leave. Whose operation it was stays here.
create table repatriation.offers (
  id uuid primary key,
  operation_id uuid not null constraint offers_operation references repatriation.operations (id) on delete cascade,
  language text not null,
  texts jsonb not null,
  offered_by uuid not null constraint offers_offered_by references access.accounts (id),
  offered_at timestamptz not null,
  approval_id uuid constraint offers_approval references approvals.approvals (id),
  -- By the second person; only then it is due.
  released_by uuid constraint offers_released_by references access.accounts (id),
  released_at timestamptz,
  sent_at timestamptz,
  fault text,
  failures int not null default 0,
  due_at timestamptz,
  constraint offers_two check (released_by <> offered_by),
  constraint offers_released check ((released_by is null) = (released_at is null)),
  constraint offers_due check ((due_at is null and sent_at is null) or released_at is not null)
);
create index offers_by_operation on repatriation.offers (operation_id, offered_at);
create index offers_waiting on repatriation.offers (due_at) where due_at is not null;
alter table repatriation.offers enable row level security;
create policy offers_read on repatriation.offers for select to {{server}} using (
  operation_id in (select repatriation.seen()) or (select access.account_id()) is null);
create policy offers_add on repatriation.offers for insert to {{server}} with check (
  operation_id in (select repatriation.kept()) and (select access.may('repatriation.lead'))
  and offered_by = (select access.account_id()) and released_by is null);
-- The asker notes the request, who may let something out lets it go, and the clock sends it.
create policy offers_change on repatriation.offers for update to {{server}}
  using ((select access.account_id()) is null
    or (operation_id in (select repatriation.seen())
      and (offered_by = (select access.account_id()) or (select access.may('release')))))
  with check ((select access.account_id()) is null or released_by is null
    or (released_by = (select access.account_id()) and (select access.may('release'))));
grant select, insert on repatriation.offers to {{server}};
grant update (approval_id, released_by, released_at, sent_at, fault, failures, due_at) on repatriation.offers to {{server}};

-- ---------------------------------------------------------------- lessons, at the hub
-- What a draft came from, where it did not begin with its author.
alter table practices.practices add column origin text constraint practices_origin check (origin = 'operation-lesson');
grant select (origin) on practices.practices to {{server}};

-- What was taken, as it was signed: a lesson that comes again is known, whatever became of its draft.
create table exchange.lessons (
  id uuid primary key,
  party text not null constraint lessons_party check (party ~ '^[A-Z]{2}$'),
  received_at timestamptz not null,
  note text not null
);
create trigger lessons_keep before update or delete on exchange.lessons for each row execute function exchange.refuse_change();
alter table exchange.lessons enable row level security;

-- The draft waits for its state; until then who looks after the library keeps it.
-- @returns taken, known, unknown (somebody else's id) or nobody
create function exchange.take_lesson(lesson uuid, version_id uuid, by_party text, said_language text, said jsonb, at_time timestamptz, signed text)
returns text security definer language plpgsql set search_path = '' as $$
declare
  before exchange.lessons;
  keeper record;
begin
  perform pg_advisory_xact_lock(hashtextextended(lesson::text, 57));
  select l.* into before from exchange.lessons l where l.id = lesson;
  if found then
    return case when before.party = by_party then 'known' else 'unknown' end;
  end if;
  if exists (select 1 from practices.practices p where p.id = lesson) then
    return 'unknown';
  end if;
  select h.account_id, h.agency_id into keeper from access.hats h
    join access.accounts a on a.id = h.account_id and a.state = 'active'
    join access.roles r on r.name = h.role
    where h.ended_at is null and h.agency_id is not null and 'practices.moderate' = any (r.verbs) order by h.id limit 1;
  if not found then
    return 'nobody';
  end if;
  insert into exchange.lessons (id, party, received_at, note) values (lesson, by_party, at_time, signed);
  insert into practices.practices (id, audience, licence, country, author_id, agency_id, content, source_language, origin, awaits_state, created_at, updated_at)
    values (lesson, 'practitioners', 'CC-BY-4.0', by_party, keeper.account_id, keeper.agency_id, said, said_language, 'operation-lesson', true, at_time, at_time);
  insert into practices.versions (id, practice_id, version, at, account_id, fields, content)
    values (version_id, lesson, 1, at_time, keeper.account_id, '{*}', said);
  return 'taken';
end
$$;
revoke all on function exchange.take_lesson(uuid, uuid, text, text, jsonb, timestamptz, text) from public;
grant execute on function exchange.take_lesson(uuid, uuid, text, text, jsonb, timestamptz, text) to {{server}};

-- ---------------------------------------------------------------- homes that came without an operation
alter table repatriation.divisions alter column operation_id drop not null;
alter table repatriation.divisions alter column family_id drop not null;
alter table repatriation.divisions add column household_id uuid constraint divisions_household references people.households (id) on delete cascade;
alter table repatriation.divisions add constraint divisions_whose check (
  num_nonnulls(family_id, household_id) = 1 and (family_id is null) = (operation_id is null)
  and (household_id is null or at in ('room', 'ward', 'site', 'handover')));
create index divisions_by_household on repatriation.divisions (household_id) where household_id is not null;

-- A home is divided by who works in reception and sees the home; it is known to those who see the home.
drop policy divisions_read on repatriation.divisions;
create policy divisions_read on repatriation.divisions for select to {{server}} using (
  operation_id in (select repatriation.seen())
  or (household_id in (select h.id from people.households h)));
drop policy divisions_add on repatriation.divisions;
create policy divisions_add on repatriation.divisions for insert to {{server}} with check (
  asked_by = (select access.account_id()) and agreed_by is null
  and (operation_id in (select repatriation.kept())
    or ((select access.may('reception.work')) and household_id in (select h.id from people.households h))));
drop policy divisions_change on repatriation.divisions;
create policy divisions_change on repatriation.divisions for update to {{server}}
  using (operation_id in (select repatriation.seen()) or household_id in (select h.id from people.households h))
  with check (agreed_by is null or agreed_by = (select access.account_id()));

-- Words about a home go when somebody of it is erased.
create function repatriation.home_left() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update repatriation.divisions d set reason = null where d.household_id = old.household_id;
  return null;
end
$$;
create trigger divisions_home_left after delete on people.household_members for each row execute function repatriation.home_left();
revoke all on function repatriation.home_left() from public;

-- ---------------------------------------------------------------- beds for an operation
-- Open rooms of the houses of the agency that brings the people home, and who sleeps there on the day of arrival: everybody who is
-- there today and by the usual length of a stay is there still. Guests of the operation itself take no bed from it.
create function repatriation.capacity(operation uuid, arrives date, usual int) returns table (site_id uuid, name text, places int, taken int)
stable security definer language sql set search_path = '' as $$
  select s.id, s.name,
    (select coalesce(sum(r.places), 0)::int from repatriation.rooms r where r.site_id = s.id and r.closed_at is null),
    (select count(*)::int from repatriation.stays t left join repatriation.lines l on l.id = t.line_id
      where t.site_id = s.id and t.to_at is null and l.operation_id is distinct from operation
        and (usual is null or t.since + usual >= arrives))
  from repatriation.sites s join repatriation.operations o on o.id = operation and o.agency_id = s.agency_id
  where s.closed_at is null and s.kind <> 'hospital' and operation in (select repatriation.seen())
  order by s.name, s.id
$$;
revoke all on function repatriation.capacity(uuid, date, int) from public;
grant execute on function repatriation.capacity(uuid, date, int) to {{server}};

-- ---------------------------------------------------------------- the signed agreement, as a picture
alter table repatriation.handovers add column scan_id uuid constraint handovers_scan references documents.documents (id) on delete set null;
alter table repatriation.handovers add column scan_at timestamptz;

-- By who works with one of the people: the document hangs on that person, in the section of every day.
create function repatriation.keep_scan(handover uuid, document uuid, moment timestamptz) returns boolean security definer language plpgsql set search_path = '' as $$
begin
  update repatriation.handovers h set scan_id = document, scan_at = moment where h.id = handover and exists (
    select 1 from repatriation.handover_people p join documents.documents d on d.subject_id = p.person_id and d.compartment = 'contact'
    where p.handover_id = h.id and d.id = document and access.may('documents.add') and access.covers('write', 'contact', p.person_id));
  return found;
end
$$;
revoke all on function repatriation.keep_scan(uuid, uuid, timestamptz) from public;
grant execute on function repatriation.keep_scan(uuid, uuid, timestamptz) to {{server}};
