-- Entitlements (docs/entitlements.md): what a person can claim in this state, how far it is, and what was handed over. What there is to claim
-- stands in the profile of the state; here stands what somebody recorded. A state follows from steps; nothing decides by itself.

create schema entitlements;
grant usage on schema entitlements to {{server}};

create table entitlements.claims (
  id uuid primary key,
  person_id uuid not null constraint claims_person references people.persons (id) on delete cascade,
  case_id uuid constraint claims_case references cases.cases (id) on delete set null,
  -- A code of the profile.
  code text not null constraint claims_code check (code ~ '^[a-z][a-z0-9-]{0,60}$'),
  state text not null constraint claims_state check (state in ('applies', 'not', 'asked', 'given', 'refused', 'appealed', 'ended')),
  asked_on date,
  given_on date,
  -- The last day on which a refusal can be appealed.
  appeal_by date,
  next_on date,
  version int not null default 1,
  -- Of another record of the same person, which has it too: rests beside it until the records part.
  rests boolean not null default false,
  opened_by uuid not null constraint claims_opened_by references access.accounts (id),
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  constraint claims_whose unique (id, person_id)
);
create unique index claims_once on entitlements.claims (person_id, code) where not rests;
create index claims_waiting on entitlements.claims (asked_on, id) where state in ('asked', 'appealed') and not rests;
create index claims_by_case on entitlements.claims (case_id) where case_id is not null;

create table entitlements.steps (
  id uuid primary key,
  claim_id uuid not null,
  person_id uuid not null,
  number int not null,
  what text not null constraint steps_what check (what in ('applies', 'not', 'asked', 'given', 'refused', 'appealed', 'ended', 'word')),
  on_day date not null,
  words text,
  account_id uuid not null constraint steps_account references access.accounts (id),
  at timestamptz not null,
  constraint steps_number unique (claim_id, number),
  constraint steps_claim foreign key (claim_id, person_id) references entitlements.claims (id, person_id)
    on delete cascade on update cascade
);

-- What was handed over, or what help took place. It is not deleted: a slip is struck out with the reason.
create table entitlements.deliveries (
  id uuid primary key,
  person_id uuid not null constraint deliveries_person references people.persons (id) on delete cascade,
  case_id uuid constraint deliveries_case references cases.cases (id) on delete set null,
  -- What it belongs to, as a code of the profile, where it belongs to one.
  code text,
  what text not null,
  -- How much of what, as it was said: "2 sacks", "15 000".
  amount text,
  given_on date not null,
  by_whom text not null,
  received_by text not null,
  note text,
  account_id uuid not null constraint deliveries_account references access.accounts (id),
  at timestamptz not null,
  struck_at timestamptz,
  struck_by uuid constraint deliveries_struck_by references access.accounts (id),
  struck_why text,
  constraint deliveries_struck check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null))
);
create index deliveries_by_person on entitlements.deliveries (person_id, given_on desc, id desc);
create index deliveries_by_case on entitlements.deliveries (case_id) where case_id is not null;

-- ---------------------------------------------------------------- who reads and writes
-- What a family lives on lies in the social section, whoever works with cases reads it there.
call access.protect('entitlements.claims', 'person_id', '''social''');
create policy claims_readers on entitlements.claims as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy claims_openers on entitlements.claims as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and opened_by = (select access.account_id()));
create policy claims_movers on entitlements.claims as restrictive for update to {{server}} using ((select access.may('casework.write')));
call access.protect('entitlements.steps', 'person_id', '''social''');
create policy steps_readers on entitlements.steps as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy steps_writers on entitlements.steps as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
call access.protect('entitlements.deliveries', 'person_id', '''social''');
create policy deliveries_readers on entitlements.deliveries as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy deliveries_writers on entitlements.deliveries as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()) and struck_at is null);
create policy deliveries_strikers on entitlements.deliveries as restrictive for update to {{server}} using ((select access.may('casework.write')));

-- ---------------------------------------------------------------- two records that become one
create function entitlements.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- What both have stands once: the other rests, and stands again where the records part.
  return query update entitlements.claims c set person_id = target,
      rests = chosen is null and (c.rests or exists (
        select 1 from entitlements.claims o where o.person_id = target and o.code = c.code and not o.rests))
    where c.person_id = move_subject.source and (chosen is null or c.id = any (chosen)) returning c.id;
  return query update entitlements.deliveries d set person_id = target
    where d.person_id = move_subject.source and (chosen is null or d.id = any (chosen)) returning d.id;
end
$$;

revoke all on all functions in schema entitlements from public;
grant execute on function entitlements.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert on entitlements.claims, entitlements.steps, entitlements.deliveries to {{server}};
grant update (state, asked_on, given_on, appeal_by, next_on, version, updated_at) on entitlements.claims to {{server}};
grant update (struck_at, struck_by, struck_why) on entitlements.deliveries to {{server}};
alter table entitlements.claims set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table entitlements.steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table entitlements.deliveries set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);

-- What a person reads of it in their own file.
insert into rights.file_parts (ordinal, head, name, query) values
  (232, 'notes', 'entitlements.claims',
    'select c.id::text as _id, ''social'' as _section, c.code as about, ''=entitlements.state.'' || c.state as state, c.asked_on as since, c.given_on as day from entitlements.claims c where c.person_id = $1 order by c.opened_at'),
  (234, 'notes', 'entitlements.steps',
    'select s.id::text as _id, ''social'' as _section, s.on_day as day, ''=entitlements.state.'' || s.what as state, s.words, (select a.name from access.accounts a where a.id = s.account_id) as by from entitlements.steps s where s.person_id = $1 order by s.at'),
  (236, 'notes', 'entitlements.deliveries',
    'select d.id::text as _id, ''social'' as _section, d.given_on as day, d.what as about, d.amount as number, d.note as words, d.by_whom as by from entitlements.deliveries d where d.person_id = $1 and d.struck_at is null order by d.given_on');
