-- What members do for each other between sessions: voluntary offers, requests for information, their focal points; and
-- guidance, adopted decisions that the nodes fetch and put into practice. Nothing of this is about a person who returned.

-- ---------------------------------------------------------------- focal points
create table council.focal_points (
  id uuid primary key,
  party_id uuid not null constraint focal_points_party references council.parties (id),
  role text not null constraint focal_points_role check (role in ('focal-point', 'deputy')),
  name text not null,
  office text not null,
  languages text[] not null,
  -- The account that asks and answers for the party, where there is one.
  account_id uuid constraint focal_points_account references access.accounts (id),
  from_day date not null,
  to_day date,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint focal_points_term check (to_day is null or to_day >= from_day)
);
create index focal_points_by_party on council.focal_points (party_id, from_day);
create index focal_points_by_account on council.focal_points (account_id);

-- How to reach them: for members, so it stands by itself.
create table council.focal_contacts (
  focal_point_id uuid primary key constraint focal_contacts_focal_point references council.focal_points (id),
  email text,
  phone text,
  note text
);

-- Parties for which the actor asks and answers today.
create function council.my_focal_parties() returns setof uuid stable security definer language sql set search_path = '' as $$
  select f.party_id from council.focal_points f
  where f.account_id = access.account_id() and f.from_day <= (now() at time zone 'UTC')::date
    and (f.to_day is null or f.to_day >= (now() at time zone 'UTC')::date)
$$;
-- Speaks for a member state, as delegate or as focal point, or keeps the Council's papers.
create function council.of_members() returns boolean stable security definer language sql set search_path = '' as $$
  select access.may('council.prepare') or (access.may('council.read') and exists (
    select 1 from council.parties p where p.classification = 'member'
      and (p.id in (select council.my_parties()) or p.id in (select council.my_focal_parties()))))
$$;
-- Accounts that receive for a party on a day: whose term has ended does not.
create function council.receivers(parties uuid[], on_day date) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct f.account_id from council.focal_points f join access.accounts a on a.id = f.account_id and a.state = 'active'
  where f.party_id = any (parties) and f.from_day <= on_day and (f.to_day is null or f.to_day >= on_day)
$$;

call council.protect('council.focal_points', '(select access.may(''council.read''))', '(select access.may(''council.prepare''))');
call council.protect('council.focal_contacts', '(select council.of_members())', '(select access.may(''council.prepare''))');
grant select, insert on council.focal_points, council.focal_contacts to {{server}};
grant update (role, name, office, languages, account_id, from_day, to_day, version, updated_at) on council.focal_points to {{server}};
grant update (email, phone, note) on council.focal_contacts to {{server}};

-- ---------------------------------------------------------------- voluntary offers
create table council.offers (
  id uuid primary key,
  party_id uuid not null constraint offers_party references council.parties (id),
  kind text not null constraint offers_kind check (kind in ('host', 'share', 'train', 'finance', 'other')),
  title jsonb not null,
  words jsonb,
  conditions jsonb,
  domains text[] not null,
  from_day date not null,
  until_day date not null,
  -- How many can come, or how many can be served; absent where it is not counted.
  places int constraint offers_places check (places > 0),
  session_id uuid constraint offers_session references council.sessions (id),
  state text not null constraint offers_state check (state in ('open', 'withdrawn')),
  reason text,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint offers_period check (until_day >= from_day)
);
create index offers_by_end on council.offers (until_day, id);
create index offers_by_party on council.offers (party_id);

create table council.offer_actions (
  offer_id uuid not null constraint offer_actions_offer references council.offers (id),
  action_id uuid not null constraint offer_actions_action references council.actions (id),
  primary key (offer_id, action_id)
);

create table council.takings (
  id uuid primary key,
  offer_id uuid not null constraint takings_offer references council.offers (id),
  party_id uuid not null constraint takings_party references council.parties (id),
  account_id uuid not null,
  at timestamptz not null,
  words text not null,
  places int constraint takings_places check (places > 0),
  state text not null constraint takings_state check (state in ('asked', 'confirmed', 'declined', 'withdrawn')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1
);
-- One at a time of a party; after a no or a change of mind it may ask again.
create unique index takings_once on council.takings (offer_id, party_id) where state in ('asked', 'confirmed');
create index takings_by_offer on council.takings (offer_id, at);

-- How it went, by either side.
create table council.taking_reports (
  id uuid primary key,
  taking_id uuid not null constraint taking_reports_taking references council.takings (id),
  party_id uuid not null constraint taking_reports_party references council.parties (id),
  account_id uuid not null,
  at timestamptz not null,
  outcome text not null constraint taking_reports_outcome check (outcome in ('as-agreed', 'partly', 'not-held')),
  words text not null
);
create index taking_reports_by_taking on council.taking_reports (taking_id, at);
create trigger taking_reports_keep before update or delete on council.taking_reports for each row execute function council.refuse_change();

do $$
declare
  reads constant text := '(select access.may(''council.read''))';
  -- Speaks for the party of the row.
  mine constant text := '(select access.may(''council.speak'')) and party_id in (select council.my_parties())';
begin
  call council.protect('council.offers', reads, mine);
  call council.protect('council.offer_actions', reads,
    '(select access.may(''council.speak'')) and exists (select 1 from council.offers o where o.id = offer_id and o.party_id in (select council.my_parties()))');
  call council.protect('council.takings', reads, '(' || mine || ') or ((select access.may(''council.speak''))
    and exists (select 1 from council.offers o where o.id = offer_id and o.party_id in (select council.my_parties())))');
  call council.protect('council.taking_reports', reads, mine || ' and account_id = (select access.account_id())
    and exists (select 1 from council.takings t join council.offers o on o.id = t.offer_id
      where t.id = taking_id and taking_reports.party_id in (t.party_id, o.party_id))');
end
$$;
grant select, insert on council.offers, council.offer_actions, council.takings, council.taking_reports to {{server}};
grant delete on council.offer_actions to {{server}};
create policy council_offer_actions_drop on council.offer_actions for delete to {{server}} using (
  (select access.may('council.speak')) and exists (
    select 1 from council.offers o where o.id = offer_id and o.party_id in (select council.my_parties())));
grant update (kind, title, words, conditions, domains, from_day, until_day, places, session_id, state, reason, version, updated_at)
  on council.offers to {{server}};
grant update (state, reason, decided_by, decided_at, version) on council.takings to {{server}};

-- ---------------------------------------------------------------- requests for information
create table council.requests (
  id uuid primary key,
  party_id uuid not null constraint requests_party references council.parties (id),
  title jsonb not null,
  question jsonb not null,
  domains text[] not null,
  due date not null,
  -- Every member was asked, and not some by name.
  to_all boolean not null default false,
  state text not null constraint requests_state check (state in ('open', 'withdrawn')),
  reason text,
  -- Title and question without their script, for the search.
  folded text not null,
  version int not null default 1,
  account_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index requests_by_time on council.requests (created_at desc, id desc);

create table council.request_addressees (
  request_id uuid not null constraint request_addressees_request references council.requests (id),
  party_id uuid not null constraint request_addressees_party references council.parties (id),
  answered_at timestamptz,
  -- The day for which it was reminded last: before the day, and once past it.
  reminded_on date,
  primary key (request_id, party_id)
);
create index request_addressees_by_party on council.request_addressees (party_id);

-- What was said: questions back, answers. Stays said.
create table council.request_turns (
  id uuid primary key,
  request_id uuid not null constraint request_turns_request references council.requests (id),
  party_id uuid not null constraint request_turns_party references council.parties (id),
  account_id uuid not null,
  at timestamptz not null,
  kind text not null constraint request_turns_kind check (kind in ('clarification', 'answer')),
  language text not null,
  words text not null,
  -- An answer that all members may find and use.
  reusable boolean not null default false,
  folded text not null,
  constraint request_turns_reusable check (kind = 'answer' or not reusable)
);
create index request_turns_by_request on council.request_turns (request_id, at);
create trigger request_turns_keep before update or delete on council.request_turns for each row execute function council.refuse_change();

create table council.request_papers (
  turn_id uuid not null constraint request_papers_turn references council.request_turns (id),
  document_id uuid not null constraint request_papers_document references council.documents (id),
  primary key (turn_id, document_id)
);

-- Asks or is asked; or keeps the Council's papers.
create function council.in_request(request uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select access.may('council.prepare') or (access.may('council.read') and (
    exists (select 1 from council.requests r where r.id = request and r.party_id in (select council.my_focal_parties()))
    or exists (select 1 from council.request_addressees a where a.request_id = request and a.party_id in (select council.my_focal_parties()))))
$$;
-- Is among those, or a member who finds an answer that may be used again.
create function council.request_open(request uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select council.in_request(request) or (council.of_members()
    and exists (select 1 from council.request_turns t where t.request_id = request and t.reusable))
$$;

do $$
declare
  asks constant text := '(select access.may(''council.speak'')) and party_id in (select council.my_focal_parties())';
begin
  call council.protect('council.requests', 'council.request_open(id)', asks);
  -- Who just wrote it sees it, before the function can.
  create policy council_requests_read_own on council.requests for select to {{server}} using (
    (select access.may('council.read')) and party_id in (select council.my_focal_parties()));
  call council.protect('council.request_addressees', 'council.request_open(request_id)',
    '(select access.may(''council.speak'')) and council.in_request(request_id)');
  call council.protect('council.request_turns', '(reusable and council.request_open(request_id)) or council.in_request(request_id)',
    asks || ' and account_id = (select access.account_id()) and council.in_request(request_id)');
  call council.protect('council.request_papers', 'exists (select 1 from council.request_turns t where t.id = turn_id)',
    '(select access.may(''council.speak'')) and exists (select 1 from council.request_turns t where t.id = turn_id and t.account_id = (select access.account_id()))');
end
$$;
grant select, insert on council.requests, council.request_addressees, council.request_turns, council.request_papers to {{server}};
grant update (due, state, reason, version, updated_at) on council.requests to {{server}};
grant update (answered_at) on council.request_addressees to {{server}};

-- Who has to be reminded: three days before, and once when the day has passed. Each is told once for each; for the clock,
-- which acts for nobody.
create function council.requests_to_remind(today date) returns table (request_id uuid, party_id uuid, late boolean)
security definer language sql set search_path = '' as $$
  update council.request_addressees a set reminded_on = today
  from council.requests r
  where r.id = a.request_id and r.state = 'open' and a.answered_at is null and access.account_id() is null
    and ((r.due >= today and r.due <= today + 3 and (a.reminded_on is null or a.reminded_on < r.due - 3))
      or (r.due < today and (a.reminded_on is null or a.reminded_on <= r.due)))
  returning a.request_id, a.party_id, r.due < today
$$;

-- ---------------------------------------------------------------- guidance at the hub
create table council.guidance (
  id uuid primary key,
  decision_id uuid not null constraint guidance_decision references council.decisions (id) constraint guidance_once unique,
  -- Empty: every domain. Ages in whole years, both ends among them; absent where it is open.
  domains text[] not null,
  age_from int,
  age_to int,
  note jsonb,
  replaces_id uuid constraint guidance_replaces references council.guidance (id),
  state text not null constraint guidance_state check (state in ('in-force', 'superseded', 'withdrawn')),
  reason text,
  -- The number of the feed with which it last changed.
  sequence bigint not null default 0,
  version int not null default 1,
  account_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint guidance_ages check (age_from is null or age_to is null or age_to >= age_from)
);
create unique index guidance_replaced_once on council.guidance (replaces_id);

-- Counts the feed: a node takes no older one for news.
create table council.guidance_feed (
  one boolean primary key default true constraint guidance_feed_one check (one),
  sequence bigint not null,
  changed_at timestamptz not null
);
insert into council.guidance_feed (sequence, changed_at) values (0, now());
alter table council.guidance_feed enable row level security;
create policy guidance_feed_read_public on council.guidance_feed for select to {{server}} using (true);

create function council.count_guidance() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update council.guidance_feed set sequence = sequence + 1, changed_at = new.updated_at returning sequence into new.sequence;
  return new;
end
$$;
create trigger guidance_counted before insert or update on council.guidance for each row execute function council.count_guidance();
-- What becomes restricted leaves the feed.
create function council.decision_guided() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update council.guidance set updated_at = new.updated_at where decision_id = new.id;
  return null;
end
$$;
create trigger decisions_guided after update of restricted on council.decisions for each row
  when (old.restricted is distinct from new.restricted) execute function council.decision_guided();

-- What a state says of putting it into practice, as its node has signed it. The last one counts; all stay.
create table council.guidance_statements (
  id uuid primary key,
  guidance_id uuid not null constraint guidance_statements_guidance references council.guidance (id),
  party_id uuid not null constraint guidance_statements_party references council.parties (id),
  number int not null,
  state text not null constraint guidance_statements_state check (state in ('planned', 'in-use', 'not-applicable')),
  language text not null,
  words text,
  said_at timestamptz not null,
  received_at timestamptz not null,
  note text not null,
  constraint guidance_statements_number unique (guidance_id, party_id, number)
);
create trigger guidance_statements_keep before update or delete on council.guidance_statements for each row execute function council.refuse_change();

-- Takes what a node has said; its signature was checked before. One that is older than what is known is left aside, the same
-- one again changes nothing. @returns taken, known, older or unknown
create function council.take_statement(statement uuid, guidance uuid, party text, said int, said_state text, said_language text,
  said_words text, moment timestamptz, received timestamptz, signed text)
returns text security definer language plpgsql set search_path = '' as $$
declare
  who uuid;
  last council.guidance_statements;
begin
  select p.id into who from council.parties p where p.code = party and p.classification = 'member';
  perform 1 from council.guidance g join council.decisions d on d.id = g.decision_id
    where g.id = guidance and d.is_public for update of g;
  if not found or who is null then
    return 'unknown';
  end if;
  select s.* into last from council.guidance_statements s
    where s.guidance_id = guidance and s.party_id = who order by s.number desc limit 1;
  if last.number = said and last.note = signed then
    return 'known';
  end if;
  if last.number >= said then
    return 'older';
  end if;
  insert into council.guidance_statements (id, guidance_id, party_id, number, state, language, words, said_at, received_at, note)
    values (statement, guidance, who, said, said_state, said_language, said_words, moment, received, signed);
  return 'taken';
end
$$;

call council.protect('council.guidance', '(select access.may(''council.read''))', '(select access.may(''council.prepare''))');
create policy guidance_read_public on council.guidance for select to {{server}} using (
  exists (select 1 from council.decisions d where d.id = decision_id and d.is_public));
alter table council.guidance_statements enable row level security;
create policy guidance_statements_read on council.guidance_statements for select to {{server}} using (
  exists (select 1 from council.guidance g where g.id = guidance_id));
create policy parties_read_public_guidance on council.parties for select to {{server}} using (
  exists (select 1 from council.guidance_statements s where s.party_id = parties.id));
grant select, insert on council.guidance to {{server}};
grant select on council.guidance_feed, council.guidance_statements to {{server}};
grant update (domains, age_from, age_to, note, state, reason, version, updated_at) on council.guidance to {{server}};

-- ---------------------------------------------------------------- guidance at a node
create schema guidance;
grant usage on schema guidance to {{server}};

create table guidance.entries (
  id uuid primary key,
  symbol text not null,
  title jsonb not null,
  texts jsonb not null,
  note jsonb,
  domains text[] not null,
  age_from int,
  age_to int,
  adopted_at timestamptz not null,
  state text not null constraint entries_state check (state in ('in-force', 'superseded', 'withdrawn')),
  reason text,
  replaces_id uuid,
  came_at timestamptz not null,
  changed_at timestamptz not null
);
create index entries_by_time on guidance.entries (changed_at desc, id desc);

-- Where it comes from: the last feed that was taken, and how the last try went.
create table guidance.source (
  one boolean primary key default true constraint source_one check (one),
  sequence bigint not null default -1,
  digest bytea,
  taken_at timestamptz,
  tried_at timestamptz,
  fault text,
  failures int not null default 0,
  due_at timestamptz not null default '1970-01-01T00:00:00Z'
);
insert into guidance.source default values;

-- How a decision was put into practice here. The last one counts; all stay.
create table guidance.uses (
  id uuid primary key,
  entry_id uuid not null constraint uses_entry references guidance.entries (id),
  number int not null,
  state text not null constraint uses_state check (state in ('planned', 'in-use', 'not-applicable')),
  language text not null,
  words text,
  account_id uuid not null,
  at timestamptz not null,
  -- A coordinator has chosen that the hub is told; only then anything leaves.
  shared boolean not null,
  sent_at timestamptz,
  fault text,
  failures int not null default 0,
  due_at timestamptz,
  constraint uses_number unique (entry_id, number),
  constraint uses_reason check (state <> 'not-applicable' or words is not null)
);
create index uses_waiting on guidance.uses (due_at) where due_at is not null;

-- Fetched by the clock, which acts for nobody; read by whoever may.
create procedure guidance.protect(child text, reads text, adds text, changes text) language plpgsql as $body$
begin
  execute format('alter table %s enable row level security', child);
  execute format('create policy %I on %s for select to {{server}} using (%s)', replace(child, '.', '_') || '_read', child, reads);
  execute format('create policy %I on %s for insert to {{server}} with check (%s)', replace(child, '.', '_') || '_add', child, adds);
  execute format('create policy %I on %s for update to {{server}} using (%s)', replace(child, '.', '_') || '_change', child, changes);
end
$body$;
do $$
declare
  clock constant text := '(select access.account_id()) is null';
  reads constant text := '(select access.may(''guidance.read'')) or ' || clock;
begin
  call guidance.protect('guidance.entries', reads, clock, clock);
  call guidance.protect('guidance.source', reads, 'false', clock);
  call guidance.protect('guidance.uses', reads,
    '(select access.may(''guidance.confirm'')) and account_id = (select access.account_id())', clock);
end
$$;
-- Who is told that something came: those who say how it is put into practice.
create function guidance.audience() returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
  where a.state = 'active' and 'guidance.confirm' = any (r.verbs) and access.account_id() is null
$$;

revoke all on all functions in schema guidance from public;
revoke all on procedure guidance.protect(text, text, text, text) from public;
revoke all on function council.my_focal_parties(), council.of_members(), council.receivers(uuid[], date), council.in_request(uuid),
  council.request_open(uuid), council.requests_to_remind(date), council.count_guidance(), council.decision_guided(),
  council.take_statement(uuid, uuid, text, int, text, text, text, timestamptz, timestamptz, text) from public;
grant execute on function council.my_focal_parties(), council.of_members(), council.receivers(uuid[], date), council.in_request(uuid),
  council.request_open(uuid), council.requests_to_remind(date), council.folded(text), guidance.audience(),
  council.take_statement(uuid, uuid, text, int, text, text, text, timestamptz, timestamptz, text) to {{server}};
grant select, insert on guidance.entries, guidance.uses to {{server}};
grant select on guidance.source to {{server}};
grant update (symbol, title, texts, note, domains, age_from, age_to, adopted_at, state, reason, replaces_id, changed_at)
  on guidance.entries to {{server}};
grant update (sequence, digest, taken_at, tried_at, fault, failures, due_at) on guidance.source to {{server}};
grant update (sent_at, fault, failures, due_at) on guidance.uses to {{server}};
