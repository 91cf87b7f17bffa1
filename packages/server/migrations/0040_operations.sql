-- Operations that bring people home: legs, families, the list of people and its versions, who works in it, what has to
-- be ready. An operation by itself is about nobody; who stands on its list is the journey of a person.

create schema repatriation;
grant usage on schema repatriation to {{server}};

create table repatriation.operations (
  id uuid primary key,
  agency_id uuid not null constraint operations_agency references access.agencies (id),
  -- For those who work in it; it stands on no paper that leaves the house.
  name text not null,
  from_country text not null,
  planned_from date,
  planned_to date,
  -- Places that reception has promised, and how many of each duty are wanted: {"doctor": 4}.
  places int constraint operations_places check (places >= 0),
  wanted jsonb not null default '{}',
  -- Kept by repatriation.operation_goes_on() alone.
  state text not null default 'planned',
  state_since timestamptz,
  version int not null default 1,
  shape int not null default 1,
  created_by uuid constraint operations_creator references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint operations_period check (planned_from <= planned_to)
);
create index operations_by_agency on repatriation.operations (agency_id, created_at desc, id desc);

create table repatriation.operation_steps (
  id uuid primary key,
  operation_id uuid not null constraint operation_steps_operation references repatriation.operations (id) on delete cascade,
  -- Gapless from 1 in the order of recording.
  number int not null,
  from_state text,
  to_state text not null constraint operation_steps_state check (to_state in (
    'planned', 'prepared', 'under-way', 'completed', 'called-off')),
  at timestamptz not null,
  actor_id uuid not null constraint operation_steps_actor references access.accounts (id),
  reason text,
  constraint operation_steps_number unique (operation_id, number),
  constraint operation_steps_moves check (from_state is distinct from to_state)
);

-- Who works in it, as what, and until which day. Ended rows stay.
create table repatriation.staff (
  id uuid primary key,
  operation_id uuid not null constraint staff_operation references repatriation.operations (id) on delete cascade,
  account_id uuid not null constraint staff_account references access.accounts (id),
  duty text not null constraint staff_duty check (duty in (
    'lead', 'consular', 'boarding', 'reception', 'doctor', 'interpreter', 'psychologist', 'social-worker')),
  languages text[] not null default '{}',
  until date not null,
  added_by uuid not null constraint staff_added_by references access.accounts (id),
  added_at timestamptz not null,
  ended_at timestamptz
);
create unique index staff_once on repatriation.staff (operation_id, account_id, duty) where ended_at is null;
create index staff_by_account on repatriation.staff (account_id, operation_id) where ended_at is null;

-- Legs of the same ordinal go at the same time: two buses, two aircraft.
create table repatriation.legs (
  id uuid primary key,
  operation_id uuid not null constraint legs_operation references repatriation.operations (id) on delete cascade,
  ordinal int not null constraint legs_ordinal check (ordinal between 1 and 40),
  kind text not null constraint legs_kind check (kind in ('air', 'land', 'border')),
  from_place text not null,
  to_place text not null,
  vehicle text,
  seats int constraint legs_seats check (seats >= 0),
  -- Whose it is, where another state carries our people.
  of_country text,
  departs_at timestamptz,
  arrives_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint legs_whose unique (id, operation_id),
  constraint legs_times check (departs_at <= arrives_at)
);
create index legs_by_operation on repatriation.legs (operation_id, ordinal, id);

-- A version a freeze: the first is open from the beginning, unfreezing opens the next.
create table repatriation.manifests (
  id uuid primary key,
  operation_id uuid not null constraint manifests_operation references repatriation.operations (id) on delete cascade,
  number int not null,
  state text not null constraint manifests_state check (state in ('open', 'frozen')),
  -- Of a frozen one: when, by whom. Of an open one: when and why it was opened.
  at timestamptz not null,
  by uuid not null constraint manifests_by references access.accounts (id),
  reason text,
  -- How many there were at the freeze; numbers only.
  counted jsonb,
  constraint manifests_number unique (operation_id, number)
);
create unique index manifests_one_open on repatriation.manifests (operation_id) where state = 'open';

create table repatriation.families (
  id uuid primary key,
  operation_id uuid not null constraint families_operation references repatriation.operations (id) on delete cascade,
  name text not null,
  household_id uuid constraint families_household references people.households (id) on delete set null,
  created_at timestamptz not null,
  constraint families_whose unique (id, operation_id)
);
create index families_by_operation on repatriation.families (operation_id, id);
create index families_by_household on repatriation.families (household_id) where household_id is not null;

create table repatriation.lines (
  id uuid primary key,
  operation_id uuid not null constraint lines_operation references repatriation.operations (id) on delete cascade,
  person_id uuid not null constraint lines_person references people.persons (id) on delete cascade,
  -- Nobody's family: travels alone.
  family_id uuid,
  head boolean not null default false,
  -- Who looks after a child that travels without an adult of the family.
  carer_id uuid constraint lines_carer references people.persons (id) on delete set null,
  bracelet text,
  -- Came without being on the list.
  door boolean not null default false,
  -- A national of another state, carried for it.
  for_country text,
  -- What the travel rests on where the person cannot consent.
  basis text,
  -- Kept by repatriation.line_goes_on() alone.
  state text not null default 'identified',
  state_since timestamptz,
  ended boolean not null default false,
  version int not null default 1,
  created_by uuid constraint lines_creator references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint lines_whose unique (id, operation_id),
  constraint lines_once unique (operation_id, person_id),
  constraint lines_family foreign key (family_id, operation_id) references repatriation.families (id, operation_id),
  constraint lines_not_own_carer check (carer_id <> person_id)
);
create index lines_by_person on repatriation.lines (person_id);
create index lines_by_family on repatriation.lines (family_id);
create index lines_by_carer on repatriation.lines (carer_id) where carer_id is not null;
create unique index lines_bracelet on repatriation.lines (operation_id, bracelet) where bracelet is not null;
create unique index lines_one_head on repatriation.lines (family_id) where head;
-- Nobody is on the way twice at a time.
create unique index lines_one_open on repatriation.lines (person_id) where not ended;

create table repatriation.line_steps (
  id uuid primary key,
  line_id uuid not null constraint line_steps_line references repatriation.lines (id) on delete cascade,
  number int not null,
  from_state text,
  to_state text not null constraint line_steps_state check (to_state in (
    'identified', 'verified', 'consented', 'other-basis', 'boarding', 'boarded', 'not-boarded', 'refused',
    'added-at-door', 'arrived', 'handed-over', 'taken-off')),
  at timestamptz not null,
  actor_id uuid not null constraint line_steps_actor references access.accounts (id),
  reason text,
  leg_id uuid constraint line_steps_leg references repatriation.legs (id) on delete set null,
  -- Of a device that had no line then: its own name and its own clock.
  device text,
  device_at timestamptz,
  constraint line_steps_number unique (line_id, number),
  constraint line_steps_moves check (from_state is distinct from to_state)
);

create table repatriation.line_legs (
  line_id uuid not null,
  leg_id uuid not null,
  operation_id uuid not null,
  seat text,
  primary key (line_id, leg_id),
  constraint line_legs_line foreign key (line_id, operation_id) references repatriation.lines (id, operation_id) on delete cascade,
  constraint line_legs_leg foreign key (leg_id, operation_id) references repatriation.legs (id, operation_id) on delete cascade
);
create unique index line_legs_seat on repatriation.line_legs (leg_id, seat) where seat is not null;

-- A list as it was frozen: one row a line, so that an erased person leaves every version.
create table repatriation.manifest_lines (
  manifest_id uuid not null constraint manifest_lines_manifest references repatriation.manifests (id) on delete cascade,
  line_id uuid not null,
  operation_id uuid not null,
  person_id uuid not null constraint manifest_lines_person references people.persons (id) on delete cascade,
  content jsonb not null,
  shape int not null default 1,
  primary key (manifest_id, line_id)
);
create index manifest_lines_by_person on repatriation.manifest_lines (person_id);

-- A family that is divided at some step although the rule says no: why, until when, and who agreed.
create table repatriation.divisions (
  id uuid primary key,
  operation_id uuid not null,
  family_id uuid not null,
  at text not null constraint divisions_at check (at in ('leg', 'bus', 'room', 'ward', 'site', 'handover')),
  -- Which leg, room or site, where it is about one.
  at_id uuid,
  reason text,
  ends_at timestamptz not null,
  asked_by uuid not null constraint divisions_asked_by references access.accounts (id),
  asked_at timestamptz not null,
  approval_id uuid constraint divisions_approval references approvals.approvals (id),
  -- By the second person.
  agreed_by uuid constraint divisions_agreed_by references access.accounts (id),
  agreed_at timestamptz,
  constraint divisions_family foreign key (family_id, operation_id) references repatriation.families (id, operation_id) on delete cascade,
  constraint divisions_two check (agreed_by <> asked_by),
  constraint divisions_agreed check ((agreed_by is null) = (agreed_at is null))
);
create index divisions_by_family on repatriation.divisions (family_id);
create index divisions_by_operation on repatriation.divisions (operation_id);

-- Who is beside a child without an adult of its own, hour by hour.
create table repatriation.care (
  id uuid primary key,
  line_id uuid not null constraint care_line references repatriation.lines (id) on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz not null,
  account_id uuid constraint care_account references access.accounts (id),
  person_id uuid constraint care_person references people.persons (id) on delete cascade,
  constraint care_period check (from_at < to_at),
  constraint care_who check (num_nonnulls(account_id, person_id) = 1)
);
create index care_by_line on repatriation.care (line_id, from_at);
create index care_by_person on repatriation.care (person_id) where person_id is not null;

-- Consent of the person or of who decides for them: asked, answered, and taken back at any time.
create table repatriation.consents (
  id uuid primary key,
  line_id uuid not null constraint consents_line references repatriation.lines (id) on delete cascade,
  person_id uuid not null constraint consents_person references people.persons (id) on delete cascade,
  giver text not null constraint consents_giver check (giver in (
    'self', 'mother', 'father', 'parent-in-detention', 'guardian', 'court', 'guardianship-body')),
  standing text not null constraint consents_standing check (standing in ('asked', 'given', 'refused', 'withdrawn')),
  asked_on date not null,
  answered_on date,
  through text,
  note text,
  document_id uuid,
  version int not null default 1,
  written_by uuid not null constraint consents_written_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint consents_days check (asked_on <= answered_on)
);
create index consents_by_line on repatriation.consents (line_id, asked_on, id);
create index consents_by_person on repatriation.consents (person_id);

-- What proves who they are, whose they are, and whose nationals.
create table repatriation.evidence (
  id uuid primary key,
  line_id uuid not null constraint evidence_line references repatriation.lines (id) on delete cascade,
  person_id uuid not null constraint evidence_person references people.persons (id) on delete cascade,
  about text not null constraint evidence_about check (about in ('identity', 'nationality', 'kinship')),
  compartment text not null constraint evidence_compartment check (
    compartment = case when about = 'kinship' then 'kinship' else 'identity' end),
  standing text not null constraint evidence_standing check (standing in ('wanted', 'held')),
  text text,
  document_id uuid,
  written_by uuid not null constraint evidence_written_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint evidence_something check (num_nonnulls(text, document_id) >= 1)
);
create index evidence_by_line on repatriation.evidence (line_id, created_at, id);
create index evidence_by_person on repatriation.evidence (person_id);

-- What somebody needs on board. Codes that the crew prepares for, and a line for the doctor.
create table repatriation.board_needs (
  line_id uuid primary key constraint board_needs_line references repatriation.lines (id) on delete cascade,
  person_id uuid not null constraint board_needs_person references people.persons (id) on delete cascade,
  needs text[] not null,
  note text,
  written_by uuid not null constraint board_needs_written_by references access.accounts (id),
  updated_at timestamptz not null
);
create index board_needs_by_person on repatriation.board_needs (person_id);

-- What has to be ready, with owner and day. About nobody.
create table repatriation.checks (
  id uuid primary key,
  operation_id uuid not null constraint checks_operation references repatriation.operations (id) on delete cascade,
  step text not null constraint checks_step check (step in ('prepare', 'freeze', 'travel', 'reception', 'handover')),
  ordinal int not null,
  -- Words of ours by a code, or somebody's own.
  code text,
  text text,
  owner_id uuid constraint checks_owner references access.accounts (id),
  due date,
  done_at timestamptz,
  done_by uuid constraint checks_done_by references access.accounts (id),
  version int not null default 1,
  constraint checks_words check (num_nonnulls(code, text) = 1),
  constraint checks_done check ((done_at is null) = (done_by is null))
);
create index checks_by_operation on repatriation.checks (operation_id, step, ordinal, id);
create index checks_by_owner on repatriation.checks (owner_id, due) where done_at is null;

-- What was said in public, beside what was counted. Never reconciled.
create table repatriation.published (
  id uuid primary key,
  operation_id uuid not null constraint published_operation references repatriation.operations (id) on delete cascade,
  what text not null constraint published_what check (what in ('total', 'men', 'women', 'children', 'families')),
  value jsonb not null,
  source text not null,
  url text not null,
  said_on text,
  note text,
  entered_by uuid constraint published_entered_by references access.accounts (id),
  at timestamptz not null,
  withdrawn_at timestamptz
);
create index published_by_operation on repatriation.published (operation_id, what, id);

create table repatriation.lessons (
  id uuid primary key,
  operation_id uuid not null constraint lessons_operation references repatriation.operations (id) on delete cascade,
  step text not null,
  text text not null,
  account_id uuid constraint lessons_account references access.accounts (id),
  at timestamptz not null
);
create index lessons_by_operation on repatriation.lessons (operation_id, at, id);

-- Grants that an operation gave to its staff, so that it can end them.
create table repatriation.given (
  grant_id uuid primary key constraint given_grant references access.grants (id) on delete cascade,
  operation_id uuid not null constraint given_operation references repatriation.operations (id) on delete cascade
);
create index given_by_operation on repatriation.given (operation_id);

-- ---------------------------------------------------------------- states follow from steps
create function repatriation.operation_goes_on() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  last record;
begin
  perform 1 from repatriation.operations o where o.id = new.operation_id for update;
  select s.number, s.to_state into last from repatriation.operation_steps s
   where s.operation_id = new.operation_id order by s.number desc limit 1;
  if new.from_state is distinct from last.to_state or new.number <> coalesce(last.number, 0) + 1 then
    raise exception 'not from where the operation stands' using errcode = '23514', constraint = 'operation_steps_chain';
  end if;
  update repatriation.operations set state = new.to_state, state_since = new.at, version = version + 1, updated_at = new.at
   where id = new.operation_id;
  return new;
end
$$;
create trigger operation_steps_goes_on before insert on repatriation.operation_steps
  for each row execute function repatriation.operation_goes_on();

-- Where nothing follows of itself. A line that has ended waits for nothing and holds nothing up.
create function repatriation.line_ends(state text) returns boolean immutable language sql set search_path = '' as $$
  select state in ('refused', 'not-boarded', 'handed-over', 'taken-off')
$$;

create function repatriation.line_goes_on() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  last record;
begin
  perform 1 from repatriation.lines l where l.id = new.line_id for update;
  select s.number, s.to_state into last from repatriation.line_steps s
   where s.line_id = new.line_id order by s.number desc limit 1;
  if new.from_state is distinct from last.to_state or new.number <> coalesce(last.number, 0) + 1 then
    raise exception 'not from where the line stands' using errcode = '23514', constraint = 'line_steps_chain';
  end if;
  update repatriation.lines set state = new.to_state, state_since = new.at, ended = repatriation.line_ends(new.to_state),
         version = case when new.number = 1 then version else version + 1 end, updated_at = new.at
   where id = new.line_id;
  return new;
end
$$;
create trigger line_steps_goes_on before insert on repatriation.line_steps
  for each row execute function repatriation.line_goes_on();

-- Several legs in a row, never two at the same time.
create function repatriation.legs_in_a_row() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  leg repatriation.legs;
begin
  select * into leg from repatriation.legs l where l.id = new.leg_id;
  if exists (
    select 1 from repatriation.line_legs o join repatriation.legs l on l.id = o.leg_id
     where o.line_id = new.line_id and o.leg_id <> new.leg_id
       and (l.ordinal = leg.ordinal or (l.departs_at < leg.arrives_at and leg.departs_at < l.arrives_at))) then
    raise exception 'two legs at the same time' using errcode = '23514', constraint = 'line_legs_at_once';
  end if;
  return new;
end
$$;
create trigger line_legs_in_a_row before insert or update on repatriation.line_legs
  for each row execute function repatriation.legs_in_a_row();

-- A line that goes takes with it what only it held: words about its family, and a family without anybody.
create function repatriation.line_gone() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if old.family_id is not null then
    update repatriation.divisions d set reason = null where d.family_id = old.family_id;
    delete from repatriation.families f where f.id = old.family_id
      and not exists (select 1 from repatriation.lines l where l.family_id = f.id);
  end if;
  return null;
end
$$;
create trigger lines_gone after delete on repatriation.lines for each row execute function repatriation.line_gone();

-- ---------------------------------------------------------------- who sees and who works
-- Operations in which the actor stands by name today.
create function repatriation.staffed() returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.operation_id from repatriation.staff s
  where s.account_id = access.account_id() and s.ended_at is null and s.until >= current_date
    and access.may('repatriation.read')
$$;
-- Of those, the ones whose list the actor ticks and writes.
create function repatriation.worked() returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.operation_id from repatriation.staff s
  where s.account_id = access.account_id() and s.ended_at is null and s.until >= current_date
    and s.duty in ('lead', 'consular', 'boarding', 'reception')
    and (access.may('repatriation.register') or access.may('repatriation.board') or access.may('reception.work'))
$$;
-- Operations that the actor knows of: their agency's, those that they work in, and all of them for who sees the node.
create function repatriation.seen() returns setof uuid stable security definer language sql set search_path = '' as $$
  select o.id from repatriation.operations o
  where access.may('repatriation.read')
    and (o.agency_id = access.my_agency('read', 'journey') or access.has_scope('read', 'contact', 'node'))
  union
  select repatriation.staffed()
$$;
-- Operations that the actor may change: legs, staff, checks, families.
create function repatriation.kept() returns setof uuid stable security definer language sql set search_path = '' as $$
  select o.id from repatriation.operations o
  where (access.may('repatriation.lead') or access.may('repatriation.register')) and o.agency_id = access.my_agency('write', 'journey')
  union
  select repatriation.worked()
$$;
-- May the actor write this line? By the journey of the person, or as one who works in its operation.
create function repatriation.writes_line(line uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from repatriation.lines l
    where l.id = line and (
      (l.operation_id in (select repatriation.seen()) and access.covers('write', 'journey', l.person_id))
      or (l.operation_id in (select repatriation.worked()) and access.covers('write', 'contact', l.person_id))))
$$;

alter table repatriation.operations enable row level security;
-- By its columns, so that a new one shows to who makes it: the same as repatriation.seen().
create policy operations_read on repatriation.operations for select to {{server}} using (
  ((select access.may('repatriation.read'))
    and (agency_id = (select access.my_agency('read', 'journey')) or (select access.has_scope('read', 'contact', 'node'))))
  or id in (select repatriation.staffed()));
create policy operations_add on repatriation.operations for insert to {{server}}
  with check ((select access.may('repatriation.lead')) and agency_id = (select access.my_agency('write', 'journey')));
create policy operations_change on repatriation.operations for update to {{server}} using (id in (select repatriation.kept()));

-- Tables that stand with their operation: seen with it, changed by who keeps it.
create procedure repatriation.protect(child text) language plpgsql as $body$
declare
  plain text := replace(child, '.', '_');
begin
  execute format('alter table %s enable row level security', child);
  execute format('create policy %I on %s for select to {{server}} using (operation_id in (select repatriation.seen()))', plain || '_read', child);
  execute format('create policy %I on %s for insert to {{server}} with check (operation_id in (select repatriation.kept()))', plain || '_add', child);
  execute format('create policy %I on %s for update to {{server}} using (operation_id in (select repatriation.kept()))', plain || '_change', child);
  execute format('create policy %I on %s for delete to {{server}} using (operation_id in (select repatriation.kept()))', plain || '_end', child);
end
$body$;
revoke all on procedure repatriation.protect(text) from public;
call repatriation.protect('repatriation.operation_steps');
call repatriation.protect('repatriation.staff');
call repatriation.protect('repatriation.legs');
call repatriation.protect('repatriation.manifests');
call repatriation.protect('repatriation.checks');
call repatriation.protect('repatriation.lessons');
alter table repatriation.published enable row level security;
create policy published_read on repatriation.published for select to {{server}} using (operation_id in (select repatriation.seen()));
create policy published_add on repatriation.published for insert to {{server}} with check (
  operation_id in (select repatriation.seen()) and entered_by = (select access.account_id()));
create policy published_change on repatriation.published for update to {{server}} using (operation_id in (select repatriation.seen()));
-- Nobody records in another's name.
create policy operation_steps_own on repatriation.operation_steps as restrictive for insert to {{server}}
  with check (actor_id = (select access.account_id()));

-- The list is the journey of people; whoever works in the operation knows it anyway, and sees the line of everybody
-- whose daily name is open to them.
call access.protect('repatriation.lines', 'person_id', '''journey''');
create policy lines_staff_read on repatriation.lines for select to {{server}}
  using (operation_id in (select repatriation.staffed()) and access.covers('read', 'contact', person_id));
create policy lines_staff_add on repatriation.lines for insert to {{server}}
  with check (door and operation_id in (select repatriation.worked()) and access.covers('write', 'contact', person_id));
create policy lines_staff_change on repatriation.lines for update to {{server}}
  using (operation_id in (select repatriation.worked()) and access.covers('write', 'contact', person_id));
create policy lines_operation_add on repatriation.lines as restrictive for insert to {{server}}
  with check (operation_id in (select repatriation.seen()));
call access.protect('repatriation.manifest_lines', 'person_id', '''journey''');
create policy manifest_lines_staff_read on repatriation.manifest_lines for select to {{server}}
  using (operation_id in (select repatriation.staffed()) and access.covers('read', 'contact', person_id));

alter table repatriation.families enable row level security;
create policy families_read on repatriation.families for select to {{server}} using (
  operation_id in (select repatriation.kept())
  or exists (select 1 from repatriation.lines l where l.family_id = families.id));
create policy families_add on repatriation.families for insert to {{server}} with check (operation_id in (select repatriation.kept()));
create policy families_change on repatriation.families for update to {{server}} using (operation_id in (select repatriation.kept()));
create policy families_end on repatriation.families for delete to {{server}} using (operation_id in (select repatriation.kept()));

alter table repatriation.divisions enable row level security;
create policy divisions_read on repatriation.divisions for select to {{server}} using (operation_id in (select repatriation.seen()));
create policy divisions_add on repatriation.divisions for insert to {{server}} with check (
  operation_id in (select repatriation.kept()) and asked_by = (select access.account_id()) and agreed_by is null);
create policy divisions_change on repatriation.divisions for update to {{server}}
  using (operation_id in (select repatriation.seen()))
  with check (agreed_by is null or agreed_by = (select access.account_id()));

-- What hangs on a line is open where the line is.
create procedure repatriation.protect_by_line(child text) language plpgsql as $body$
declare
  plain text := replace(child, '.', '_');
begin
  execute format('alter table %s enable row level security', child);
  execute format('create policy %I on %s for select to {{server}} using (exists (select 1 from repatriation.lines l where l.id = line_id))', plain || '_read', child);
  execute format('create policy %I on %s for insert to {{server}} with check (repatriation.writes_line(line_id))', plain || '_add', child);
  execute format('create policy %I on %s for update to {{server}} using (repatriation.writes_line(line_id))', plain || '_change', child);
  execute format('create policy %I on %s for delete to {{server}} using (repatriation.writes_line(line_id))', plain || '_end', child);
end
$body$;
revoke all on procedure repatriation.protect_by_line(text) from public;
call repatriation.protect_by_line('repatriation.line_steps');
call repatriation.protect_by_line('repatriation.line_legs');
call repatriation.protect_by_line('repatriation.care');
create policy line_steps_own on repatriation.line_steps as restrictive for insert to {{server}}
  with check (actor_id = (select access.account_id()));

call access.protect('repatriation.consents', 'person_id', '''journey''');
call access.protect('repatriation.evidence', 'person_id', 'compartment');
call access.protect('repatriation.board_needs', 'person_id', '''health''');
alter table repatriation.given enable row level security;

-- ---------------------------------------------------------------- the people of an operation, for its staff
-- Makes the grants of an operation what they should be: everybody who works in it, for everybody on its list, until
-- their last day. Called after each change of either; ends them all when the operation is over.
create function repatriation.give(operation uuid, moment timestamptz) returns int
security definer language plpgsql set search_path = '' as $$
declare
  made int;
begin
  if operation not in (select repatriation.kept()) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  perform 1 from repatriation.operations o where o.id = operation for update;
  -- Superfluous, or with another last day.
  update access.grants g set valid_to = greatest(moment, g.valid_from)
   from repatriation.given v
   where v.operation_id = operation and g.id = v.grant_id and (g.valid_to is null or g.valid_to > moment)
     and not exists (
       select 1 from repatriation.staff s join repatriation.operations o on o.id = s.operation_id
         join repatriation.lines l on l.operation_id = s.operation_id and l.person_id = g.subject_id
        where s.operation_id = operation and s.account_id = g.account_id and s.ended_at is null
          and o.state not in ('completed', 'called-off') and not l.ended
          and g.valid_to = (s.until + 1)::timestamptz);
  with due as (
    select s.account_id, l.person_id, max(s.until) as until
      from repatriation.staff s
      join repatriation.operations o on o.id = s.operation_id and o.state not in ('completed', 'called-off')
      join repatriation.lines l on l.operation_id = s.operation_id and not l.ended
      -- Whoever joined another record is reached through that one.
      join access.subjects p on p.id = l.person_id
     where s.operation_id = operation and s.ended_at is null and s.until >= moment::date
       and not exists (
         select 1 from repatriation.given v join access.grants g on g.id = v.grant_id
          where v.operation_id = operation and g.account_id = s.account_id and g.subject_id = l.person_id
            and (g.valid_to is null or g.valid_to > moment))
     group by s.account_id, l.person_id
  ), new as (
    insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from, valid_to)
    select gen_random_uuid(), d.account_id, d.person_id, 'task', access.account_id(), least(moment, now()), (d.until + 1)::timestamptz
      from due d
    returning id
  )
  insert into repatriation.given (grant_id, operation_id) select n.id, operation from new n;
  get diagnostics made = row_count;
  return made;
end
$$;

-- Ends the grants to these people of an operation: handed over, or off the list.
create function repatriation.end_given(operation uuid, persons uuid[], moment timestamptz) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if operation not in (select repatriation.kept()) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  update access.grants g set valid_to = greatest(moment, g.valid_from)
   from repatriation.given v
   where v.operation_id = operation and g.id = v.grant_id and g.subject_id = any (persons)
     and (g.valid_to is null or g.valid_to > moment);
end
$$;

-- ---------------------------------------------------------------- numbers and versions
-- Who may be a child counts as one: the youngest age that the birth allows.
create function repatriation.years(birth_to date, today date) returns int immutable language sql set search_path = '' as $$
  select case when birth_to is null then null else greatest(0, extract(year from age(today, birth_to))::int) end
$$;

-- How many of each state, sex and age stand on the list. Numbers only, below the policy: whoever knows of the operation
-- may know them.
create function repatriation.counted(operation uuid, today date)
returns table (state text, sex text, age_group text, people int, families int, heads int)
stable security definer language sql set search_path = '' as $$
  select l.state, p.sex,
         case when y.years is null then 'unknown' when y.years < 3 then '0-2' when y.years < 7 then '3-6'
              when y.years < 12 then '7-11' when y.years < 18 then '12-17' when y.years < 60 then '18-59' else '60+' end,
         count(*)::int, count(distinct l.family_id)::int, count(*) filter (where l.head)::int
    from repatriation.lines l
    join people.persons p on p.id = l.person_id and p.merged_into is null
    cross join lateral (select repatriation.years(p.birth_to, today) as years) y
   where l.operation_id = operation and operation in (select repatriation.seen())
   group by 1, 2, 3
$$;

-- Numbers of a list of operations in one go: a row each.
create function repatriation.sizes(operations uuid[], today date)
returns table (operation_id uuid, people int, families int, men int, women int, children int, not_known int, ended int)
stable security definer language sql set search_path = '' as $$
  select l.operation_id, count(*) filter (where on_list)::int,
         count(distinct l.family_id) filter (where on_list)::int,
         count(*) filter (where on_list and y.years >= 18 and p.sex = 'male')::int,
         count(*) filter (where on_list and y.years >= 18 and p.sex = 'female')::int,
         count(*) filter (where on_list and y.years < 18)::int,
         count(*) filter (where on_list and (y.years is null or (y.years >= 18 and p.sex not in ('male', 'female'))))::int,
         count(*) filter (where l.ended)::int
    from repatriation.lines l
    join people.persons p on p.id = l.person_id and p.merged_into is null
    cross join lateral (select repatriation.years(p.birth_to, today) as years, l.state not in ('refused', 'not-boarded', 'taken-off') as on_list) y
   where l.operation_id = any (operations) and l.operation_id in (select repatriation.seen())
   group by l.operation_id
$$;

-- Lines of an operation, all of them, whoever sees whom: how many there are, and how many wait for an end.
create function repatriation.waiting(operation uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from repatriation.lines l
    join people.persons p on p.id = l.person_id and p.merged_into is null
   where l.operation_id = operation and not l.ended and operation in (select repatriation.seen())
$$;

-- What is needed on board, as numbers for who prepares the vehicle.
create function repatriation.needed_on_board(operation uuid) returns table (need text, people int)
stable security definer language sql set search_path = '' as $$
  select n, count(*)::int
    from repatriation.board_needs b
    join repatriation.lines l on l.id = b.line_id and l.state not in ('refused', 'not-boarded', 'taken-off')
    cross join lateral unnest(b.needs) as n
   where l.operation_id = operation and operation in (select repatriation.seen())
   group by n
$$;

-- The list as it stands, whole, whoever freezes it: one row a line.
create function repatriation.take_snapshot(manifest uuid) returns int security definer language plpgsql set search_path = '' as $$
declare
  of_operation uuid;
  taken int;
begin
  select m.operation_id into of_operation from repatriation.manifests m where m.id = manifest and m.state = 'open';
  if of_operation is null or not access.may('repatriation.lead') or of_operation not in (select repatriation.kept()) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  insert into repatriation.manifest_lines (manifest_id, line_id, operation_id, person_id, content)
  select manifest, l.id, l.operation_id, l.person_id, jsonb_strip_nulls(jsonb_build_object(
           'name', p.label, 'sex', p.sex, 'birth', p.birth, 'family', f.name, 'familyId', f.id, 'head', l.head,
           'state', l.state, 'bracelet', l.bracelet, 'basis', l.basis, 'forCountry', l.for_country,
           'carer', (select c.label from people.persons c where c.id = l.carer_id),
           'legs', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('legId', g.id, 'ordinal', g.ordinal, 'vehicle', g.vehicle, 'seat', ll.seat)) order by g.ordinal)
                    from repatriation.line_legs ll join repatriation.legs g on g.id = ll.leg_id where ll.line_id = l.id), '[]'::jsonb)))
    from repatriation.lines l
    join people.persons p on p.id = l.person_id and p.merged_into is null
    left join repatriation.families f on f.id = l.family_id
   where l.operation_id = of_operation and l.state <> 'taken-off';
  get diagnostics taken = row_count;
  return taken;
end
$$;

-- ---------------------------------------------------------------- two records that become one
-- A line goes over unless the one who stays is on that list, or on the way elsewhere: then it stays behind with the
-- record that joined, is on no list, and comes back with it.
create function repatriation.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update repatriation.lines l set person_id = target
    where l.person_id = source and (chosen is null or l.id = any (chosen)) and l.carer_id is distinct from target
      and not exists (select 1 from repatriation.lines o where o.person_id = target
                       and (o.operation_id = l.operation_id or (not o.ended and not l.ended)))
    returning l.id;
  update repatriation.lines l set carer_id = target where l.carer_id = source and l.person_id <> target and chosen is null;
  return query update repatriation.care c set person_id = target
    where c.person_id = source and (chosen is null or c.id = any (chosen)) returning c.id;
  -- These follow their line.
  update repatriation.consents c set person_id = l.person_id from repatriation.lines l where l.id = c.line_id and c.person_id = source and l.person_id = target;
  update repatriation.evidence e set person_id = l.person_id from repatriation.lines l where l.id = e.line_id and e.person_id = source and l.person_id = target;
  update repatriation.board_needs b set person_id = l.person_id from repatriation.lines l where l.id = b.line_id and b.person_id = source and l.person_id = target;
  update repatriation.manifest_lines m set person_id = l.person_id from repatriation.lines l where l.id = m.line_id and m.person_id = source and l.person_id = target;
end
$$;

revoke all on all functions in schema repatriation from public;
grant execute on function repatriation.staffed(), repatriation.worked(), repatriation.seen(), repatriation.kept(),
  repatriation.writes_line(uuid), repatriation.give(uuid, timestamptz), repatriation.end_given(uuid, uuid[], timestamptz),
  repatriation.counted(uuid, date), repatriation.sizes(uuid[], date), repatriation.waiting(uuid),
  repatriation.needed_on_board(uuid), repatriation.take_snapshot(uuid), repatriation.move_subject(uuid, uuid, uuid[]),
  repatriation.years(date, date), repatriation.line_ends(text) to {{server}};
grant select on all tables in schema repatriation to {{server}};
revoke select on repatriation.given from {{server}};
grant insert (id, agency_id, name, from_country, planned_from, planned_to, places, wanted, created_by, created_at, updated_at)
  on repatriation.operations to {{server}};
grant update (name, from_country, planned_from, planned_to, places, wanted, version, updated_at) on repatriation.operations to {{server}};
grant insert on repatriation.operation_steps, repatriation.line_steps to {{server}};
grant insert, update, delete on repatriation.staff, repatriation.legs, repatriation.families, repatriation.line_legs,
  repatriation.care, repatriation.consents, repatriation.evidence, repatriation.board_needs, repatriation.checks to {{server}};
grant insert, update on repatriation.manifests, repatriation.divisions, repatriation.published to {{server}};
grant insert on repatriation.lessons to {{server}};
grant insert (id, operation_id, person_id, family_id, head, carer_id, bracelet, door, for_country, basis, created_by, created_at, updated_at)
  on repatriation.lines to {{server}};
grant update (family_id, head, carer_id, bracelet, for_country, basis, version, updated_at) on repatriation.lines to {{server}};
-- Only a line that no frozen list has seen is taken away altogether (an import that is undone).
grant delete on repatriation.lines to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table repatriation.lines set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.line_steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.manifest_lines set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
