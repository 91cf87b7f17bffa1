-- The Council: bodies and their rules, parties and delegations, who chairs, and the register of sessions with what each
-- source reported of them. The hub only; nobody's family is in here, only people who do this as their work.

create schema council;
grant usage on schema council to {{server}};

create table council.bodies (
  id uuid primary key,
  code text not null constraint bodies_code unique,
  kind text not null constraint bodies_kind check (kind in ('council', 'working-group', 'focal-points')),
  name jsonb not null,
  ordinal int not null
);

-- Rules of a body, a version a row: what was decided under which rules stays readable.
create table council.body_rules (
  body_id uuid not null constraint body_rules_body references council.bodies (id),
  version int not null,
  rules jsonb not null,
  at timestamptz not null,
  -- Nobody for the defaults that came with the program.
  account_id uuid,
  approval_id uuid,
  primary key (body_id, version)
);

-- What one person proposes and another one approves.
create table council.rule_proposals (
  id uuid primary key,
  body_id uuid not null constraint rule_proposals_body references council.bodies (id),
  based_on int not null,
  rules jsonb not null,
  at timestamptz not null,
  account_id uuid not null
);

create table council.parties (
  id uuid primary key,
  code text not null constraint parties_code unique,
  name jsonb not null,
  classification text not null constraint parties_classification check (classification in ('member', 'partner', 'observer', 'experts')),
  country text,
  -- Takes part in the Council and reports no cases: a full member all the same.
  reports_cases boolean not null default true,
  note jsonb,
  source_url text,
  version int not null default 1,
  updated_at timestamptz not null
);

-- The classification is a working one: who changed it, and why.
create table council.party_changes (
  id uuid primary key,
  party_id uuid not null constraint party_changes_party references council.parties (id),
  at timestamptz not null,
  account_id uuid not null,
  from_classification text not null,
  to_classification text not null,
  reason text not null
);
create index party_changes_by_party on council.party_changes (party_id, at);

create table council.delegates (
  id uuid primary key,
  party_id uuid not null constraint delegates_party references council.parties (id),
  name text not null,
  function text,
  head boolean not null default false,
  -- The account that acts for the party, where there is one.
  account_id uuid constraint delegates_account references access.accounts (id),
  from_day date not null,
  to_day date,
  credentials text not null default 'awaited'
    constraint delegates_credentials check (credentials in ('awaited', 'received', 'accepted', 'withdrawn')),
  credentials_on date,
  credentials_by uuid,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint delegates_term check (to_day is null or to_day >= from_day)
);
create index delegates_by_party on council.delegates (party_id);
create index delegates_by_account on council.delegates (account_id);

create table council.chair_terms (
  id uuid primary key,
  body_id uuid not null constraint chair_terms_body references council.bodies (id),
  party_id uuid not null constraint chair_terms_party references council.parties (id),
  from_day date not null,
  to_day date,
  -- Read in a source, or handed over here.
  source_url text,
  -- What was handed over with it: item -> done.
  handover jsonb not null default '{}',
  note text,
  account_id uuid,
  at timestamptz not null,
  constraint chair_terms_period check (to_day is null or to_day >= from_day),
  constraint chair_terms_once unique (body_id, from_day)
);

create table council.sessions (
  id uuid primary key,
  -- Absent for events that are not the Council's own.
  body_id uuid constraint sessions_body references council.bodies (id),
  kind text not null constraint sessions_kind check (kind in ('session', 'working-group', 'briefing', 'dialogue', 'training', 'other')),
  title jsonb not null,
  -- Given once, the same in every language.
  symbol text constraint sessions_symbol unique,
  state text not null constraint sessions_state check (state in ('planned', 'invited', 'under-way', 'closed', 'called-off')),
  format text not null constraint sessions_format check (format in ('in-person', 'online', 'hybrid', 'unknown')),
  from_day date,
  to_day date,
  -- Where a source gives no day: `2023-06`.
  month text constraint sessions_month check (month ~ '^\d{4}-\d\d$'),
  starts_at timestamptz,
  ends_at timestamptz,
  sorts_on date not null,
  host_id uuid constraint sessions_host references council.parties (id),
  city text,
  country text,
  venue text,
  organisers text,
  summary jsonb,
  practical_note jsonb,
  -- A plan of others that it serves: a roadmap, a pillar of the JPoA.
  external_plan text,
  is_public boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sessions_days check (to_day is null or to_day >= from_day),
  constraint sessions_times check (ends_at is null or ends_at > starts_at)
);
create index sessions_by_day on council.sessions (sorts_on desc, id desc);
create index sessions_by_body on council.sessions (body_id, sorts_on desc);

-- What a source calls it, counts and dates: side by side, never averaged.
create table council.session_reports (
  id uuid primary key,
  session_id uuid not null constraint session_reports_session references council.sessions (id),
  ordinal int not null,
  source text not null,
  source_url text,
  title text,
  number_said text,
  participants text,
  dates text,
  note text
);
create index session_reports_by_session on council.session_reports (session_id, ordinal);

create table council.session_steps (
  id uuid primary key,
  session_id uuid not null constraint session_steps_session references council.sessions (id),
  at timestamptz not null,
  account_id uuid,
  from_state text,
  to_state text not null,
  reason text
);
create index session_steps_by_session on council.session_steps (session_id, at);

create table council.invitations (
  session_id uuid not null constraint invitations_session references council.sessions (id),
  party_id uuid not null constraint invitations_party references council.parties (id),
  state text not null constraint invitations_state check (state in ('invited', 'confirmed', 'declined')),
  at timestamptz not null,
  primary key (session_id, party_id)
);

-- Who comes: badges, visas, attendance.
create table council.participants (
  id uuid primary key,
  session_id uuid not null,
  party_id uuid not null,
  name text not null,
  function text,
  head boolean not null default false,
  way text not null constraint participants_way check (way in ('in-person', 'online')),
  visa boolean not null default false,
  attended boolean,
  attended_at timestamptz,
  version int not null default 1,
  constraint participants_invitation foreign key (session_id, party_id) references council.invitations (session_id, party_id)
);
create index participants_by_session on council.participants (session_id, party_id);

-- Parties that the actor speaks for today: an accepted delegate in a running term.
create function council.my_parties() returns setof uuid stable security definer language sql set search_path = '' as $$
  select d.party_id from council.delegates d
  where d.account_id = access.account_id() and d.credentials = 'accepted'
    and d.from_day <= (now() at time zone 'UTC')::date and (d.to_day is null or d.to_day >= (now() at time zone 'UTC')::date)
$$;

-- How many come and came, by party: a number is no name, so it is open to whoever may read sessions.
create function council.attendance(session uuid) returns table (party_id uuid, people int, attended int)
stable security definer language sql set search_path = '' as $$
  select p.party_id, count(*)::int, (count(*) filter (where p.attended))::int
  from council.participants p where p.session_id = session and access.may('council.read') group by p.party_id
$$;

-- Sessions of a body count on over the years; two that are numbered at once stand in line.
create table council.session_counters (
  body_id uuid primary key constraint session_counters_body references council.bodies (id),
  last int not null
);
create function council.session_number(body uuid, wanted int) returns int security definer language plpgsql set search_path = '' as $$
declare
  given int;
begin
  if not access.may('council.prepare') then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  insert into council.session_counters as c (body_id, last) values (body, coalesce(wanted, 1))
  on conflict (body_id) do update set last = coalesce(wanted, c.last + 1)
    where wanted is null or wanted > c.last
  returning last into given;
  -- A number below the last one fills a gap of the past, if nobody has it.
  return coalesce(given, wanted);
end
$$;

create procedure council.protect(child text, reads text, writes text) language plpgsql as $body$
begin
  execute format('alter table %s enable row level security', child);
  execute format('create policy %I on %s for select to {{server}} using (%s)', replace(child, '.', '_') || '_read', child, reads);
  execute format('create policy %I on %s for insert to {{server}} with check (%s)', replace(child, '.', '_') || '_add', child, writes);
  execute format('create policy %I on %s for update to {{server}} using (%s)', replace(child, '.', '_') || '_change', child, writes);
end
$body$;

do $$
declare
  reads constant text := '(select access.may(''council.read''))';
  prepares constant text := '(select access.may(''council.prepare''))';
  child text;
begin
  foreach child in array array['bodies', 'body_rules', 'parties', 'party_changes', 'delegates', 'chair_terms', 'session_steps', 'invitations'] loop
    call council.protect('council.' || child, reads, prepares);
  end loop;
  call council.protect('council.rule_proposals', prepares, prepares);
  -- What is public is open to nobody in particular: the public pages read without an actor.
  call council.protect('council.sessions', 'is_public or ' || reads, prepares);
  call council.protect('council.session_reports',
    reads || ' or exists (select 1 from council.sessions s where s.id = session_id and s.is_public)', prepares);
  -- Names of those who come are for who prepares the meeting and for their own delegation.
  call council.protect('council.participants', prepares || ' or party_id in (select council.my_parties())',
    prepares || ' or party_id in (select council.my_parties())');
end
$$;

-- A symbol is given once: changing it would break every reference to it.
create function council.keep_symbol() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.symbol is not null and new.symbol is distinct from old.symbol then
    raise exception 'a symbol is given once' using errcode = '23514', constraint = 'symbol_once';
  end if;
  return new;
end
$$;
create trigger sessions_keep_symbol before update on council.sessions for each row execute function council.keep_symbol();

revoke all on all functions in schema council from public;
revoke all on procedure council.protect(text, text, text) from public;
grant execute on function council.my_parties(), council.attendance(uuid), council.session_number(uuid, int) to {{server}};
grant select on council.bodies, council.body_rules, council.rule_proposals, council.parties, council.party_changes,
  council.delegates, council.chair_terms, council.sessions, council.session_reports, council.session_steps,
  council.invitations, council.participants to {{server}};
grant insert on council.body_rules, council.rule_proposals, council.parties, council.party_changes, council.delegates,
  council.chair_terms, council.sessions, council.session_reports, council.session_steps, council.invitations,
  council.participants to {{server}};
grant update (name, classification, country, reports_cases, note, version, updated_at) on council.parties to {{server}};
grant update (name, function, head, account_id, from_day, to_day, credentials, credentials_on, credentials_by, version, updated_at)
  on council.delegates to {{server}};
grant update (to_day, handover, note) on council.chair_terms to {{server}};
grant update (body_id, kind, title, symbol, state, format, from_day, to_day, month, starts_at, ends_at, sorts_on, host_id, city, country,
  venue, organisers, summary, practical_note, external_plan, is_public, version, updated_at) on council.sessions to {{server}};
grant update (state, at) on council.invitations to {{server}};
grant update (name, function, head, way, visa, attended, attended_at, version) on council.participants to {{server}};
