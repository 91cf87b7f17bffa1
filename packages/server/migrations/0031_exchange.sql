-- The exchange: what is public at the hub, in a log that only grows, and what a national node has taken of it.

create schema exchange;
grant usage on schema exchange to {{server}};

create function exchange.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was given out stays given out';
end
$$;

-- ---------------------------------------------------------------- the log at the hub
-- One row for each thing said, in the order of saying. `text` is the very text that is hashed; it is emptied where
-- something has to be forgotten, and its hash stays, so that the tree stays what it was.
create table exchange.items (
  number bigint primary key,
  kind text not null,
  item_id text not null,
  revision int not null,
  at timestamptz not null,
  hash bytea not null,
  text text,
  constraint items_revision unique (kind, item_id, revision)
);
create function exchange.keep_item() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.text is null
     and (new.number, new.kind, new.item_id, new.revision, new.at, new.hash)
       = (old.number, old.kind, old.item_id, old.revision, old.at, old.hash) then
    return new;
  end if;
  raise exception 'what was given out stays given out';
end
$$;
create trigger items_keep before update or delete on exchange.items for each row execute function exchange.keep_item();

create table exchange.checkpoints (
  size bigint not null,
  at timestamptz not null,
  root bytea not null,
  -- Hashes of the perfect subtrees: the tree goes on growing from them.
  frontier bytea[] not null,
  note text not null,
  primary key (size, at)
);
create trigger checkpoints_keep before update or delete on exchange.checkpoints for each row execute function exchange.refuse_change();

-- What may have changed, written in the transaction that changed it. An id of `*` stands for all of a kind.
create table exchange.changed (
  number bigint generated always as identity primary key,
  kind text not null,
  item_id text not null
);
insert into exchange.changed (kind, item_id) values ('guidance', '*'), ('practice', '*');

create function exchange.note_change() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into exchange.changed (kind, item_id)
    values (tg_argv[0], case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[1]);
  return null;
end
$$;
create trigger guidance_given_out after insert or update on council.guidance for each row
  execute function exchange.note_change('guidance', 'id');
create trigger practice_given_out after insert or update on practices.practices for each row when (new.edition_id is not null)
  execute function exchange.note_change('practice', 'id');

do $$
declare
  clock constant text := '(select access.account_id()) is null';
begin
  -- Anybody reads what was given out; the clock, which acts for nobody, writes it.
  call guidance.protect('exchange.items', 'true', clock, clock);
  call guidance.protect('exchange.checkpoints', 'true', clock, 'false');
  call guidance.protect('exchange.changed', clock, clock, 'false');
  execute 'create policy exchange_changed_drop on exchange.changed for delete to {{server}} using (' || clock || ')';
end
$$;
grant select, insert on exchange.items, exchange.checkpoints, exchange.changed to {{server}};
grant update (text) on exchange.items to {{server}};
grant delete on exchange.changed to {{server}};

-- What nodes say of using a practice, as they have signed it. The last one counts; all stay.
create table exchange.told (
  id uuid primary key,
  practice_id uuid not null,
  -- Code of the member whose node it is.
  party text not null constraint told_party check (party ~ '^[A-Z]{2}$'),
  number int not null,
  state text not null constraint told_state check (state in ('trying', 'worked', 'partly', 'stopped')),
  language text not null,
  words text,
  said_at timestamptz not null,
  received_at timestamptz not null,
  note text not null,
  constraint told_number unique (practice_id, party, number)
);
create trigger told_keep before update or delete on exchange.told for each row execute function exchange.refuse_change();

-- Takes what a node has said; its signature was checked before. Only of what is in the log and not taken out of it.
-- @returns taken, known, older or unknown
create function exchange.take_report(report uuid, practice uuid, by_party text, said int, said_state text, said_language text,
  said_words text, moment timestamptz, received timestamptz, signed text)
returns text security definer language plpgsql set search_path = '' as $$
declare
  last exchange.told;
begin
  perform pg_advisory_xact_lock(hashtextextended(practice::text || by_party, 31));
  perform 1 from (select i.text from exchange.items i where i.kind = 'practice' and i.item_id = practice::text
    order by i.revision desc limit 1) newest where newest.text::jsonb ? 'body';
  if not found then
    return 'unknown';
  end if;
  select t.* into last from exchange.told t where t.practice_id = practice and t.party = by_party order by t.number desc limit 1;
  if last.number = said and last.note = signed then
    return 'known';
  end if;
  if last.number >= said then
    return 'older';
  end if;
  insert into exchange.told (id, practice_id, party, number, state, language, words, said_at, received_at, note)
    values (report, practice, by_party, said, said_state, said_language, said_words, moment, received, signed);
  return 'taken';
end
$$;
alter table exchange.told enable row level security;
create policy exchange_told_read on exchange.told for select to {{server}} using ((select access.may('practices.read')));
grant select on exchange.told to {{server}};

-- ---------------------------------------------------------------- at a node: what was taken
-- Every leaf, so that a tree of any size can be computed again; the text is empty where the hub has forgotten it.
create table exchange.received (
  number bigint primary key,
  kind text not null,
  item_id text not null,
  revision int not null,
  hash bytea not null,
  text text
);
create index received_by_item on exchange.received (kind, item_id, number);

-- Fetched and not believed yet: a look that was broken off goes on from here.
create table exchange.staged (
  number bigint primary key,
  hash bytea not null,
  text text
);

-- The tree as it was taken last, and how the last look went.
create table exchange.line (
  one boolean primary key default true constraint line_one check (one),
  size bigint not null default 0,
  frontier bytea[] not null default '{}',
  note text,
  signed_at timestamptz,
  taken_at timestamptz,
  tried_at timestamptz,
  fault text,
  failures int not null default 0,
  due_at timestamptz not null default '1970-01-01T00:00:00Z',
  -- By which reading of the items the tables below were filled.
  reader int not null default 0,
  -- An operator has said that the hub may go back, once: to a history that has this checkpoint in it.
  permit text,
  permit_until timestamptz
);
insert into exchange.line default values;

-- Two signed words of the hub that contradict each other.
create table exchange.evidence (
  id uuid primary key,
  at timestamptz not null,
  kind text not null constraint evidence_kind check (kind in ('forked', 'restored')),
  -- The first number at which they differ.
  number bigint not null,
  known text not null,
  shown text not null constraint evidence_once unique
);
create trigger evidence_keep before update or delete on exchange.evidence for each row execute function exchange.refuse_change();

create table exchange.practices (
  id uuid primary key,
  symbol text not null,
  revision int not null,
  -- withdrawn: no longer among what the hub gives out.
  state text not null constraint practices_state check (state in ('published', 'archived', 'retracted', 'withdrawn')),
  body jsonb not null,
  domains text[] not null,
  settings text[] not null,
  languages text[] not null,
  age_from int,
  age_to int,
  folded text not null,
  came_at timestamptz not null,
  changed_at timestamptz not null,
  -- Counts changes here, for devices that keep a copy.
  change bigint not null
);
create sequence exchange.changes;
create index practices_by_time on exchange.practices (changed_at desc, id desc);
create index practices_by_change on exchange.practices (change);

-- How a practice was used here: written by who used it, confirmed by a coordinator, told only where they choose that.
create table exchange.reports (
  id uuid primary key,
  practice_id uuid not null constraint reports_practice references exchange.practices (id),
  state text not null constraint reports_state check (state in ('trying', 'worked', 'partly', 'stopped')),
  language text not null,
  words text,
  account_id uuid not null,
  at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  shared boolean not null default false,
  -- Counts what this node has told of it.
  number int,
  sent_at timestamptz,
  fault text,
  failures int not null default 0,
  due_at timestamptz,
  constraint reports_number unique (practice_id, number),
  constraint reports_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
  constraint reports_shared check (not shared or (confirmed_by is not null and number is not null))
);
create index reports_by_practice on exchange.reports (practice_id, at);
create index reports_waiting on exchange.reports (due_at) where due_at is not null;

do $$
declare
  clock constant text := '(select access.account_id()) is null';
  reads constant text := '(select access.may(''practices.read'')) or ' || clock;
  confirms constant text := '(select access.may(''guidance.confirm''))';
begin
  call guidance.protect('exchange.received', clock, clock, clock);
  call guidance.protect('exchange.staged', clock, clock, clock);
  call guidance.protect('exchange.line', '(select access.may(''guidance.read'')) or ' || reads, 'false', clock);
  call guidance.protect('exchange.evidence', clock, clock, 'false');
  call guidance.protect('exchange.practices', reads, clock, clock);
  call guidance.protect('exchange.reports',
    clock || ' or ((select access.may(''practices.read'')) and (confirmed_by is not null or account_id = (select access.account_id()) or ' || confirms || '))',
    '(select access.may(''practices.read'')) and account_id = (select access.account_id()) and confirmed_by is null and not shared',
    clock || ' or ' || confirms);
  execute 'create policy exchange_received_drop on exchange.received for delete to {{server}} using (' || clock || ')';
  execute 'create policy exchange_staged_drop on exchange.staged for delete to {{server}} using (' || clock || ')';
end
$$;
grant select, insert on exchange.received, exchange.staged, exchange.evidence, exchange.practices, exchange.reports to {{server}};
grant select on exchange.line to {{server}};
grant usage on sequence exchange.changes to {{server}};
grant delete on exchange.received, exchange.staged to {{server}};
grant update (text) on exchange.received to {{server}};
grant update (size, frontier, note, signed_at, taken_at, tried_at, fault, failures, due_at, reader, permit, permit_until) on exchange.line to {{server}};
grant update (symbol, revision, state, body, domains, settings, languages, age_from, age_to, folded, changed_at, change) on exchange.practices to {{server}};
grant update (confirmed_by, confirmed_at, shared, number, sent_at, fault, failures, due_at) on exchange.reports to {{server}};

-- Who is told that the hub contradicts itself: those who run this node.
create function exchange.keepers() returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
  where a.state = 'active' and 'jobs.administer' = any (r.verbs) and access.account_id() is null
$$;
-- Who is told that a practice was taken back: those who said that it is used here, and those who confirm.
create function exchange.concerned(practice uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select a.id from access.accounts a
  where a.state = 'active' and access.account_id() is null
    and exists (select 1 from exchange.reports r where r.practice_id = practice)
    and (a.id in (select r.account_id from exchange.reports r where r.practice_id = practice)
      or a.id in (select guidance.audience()))
$$;

-- Guidance comes by the log now: what counted and watched the file of its own goes.
drop table guidance.source;
drop trigger guidance_counted on council.guidance;
drop function council.count_guidance();
drop table council.guidance_feed;
alter table council.guidance drop column sequence;

revoke all on all functions in schema exchange from public;
grant execute on function exchange.keepers(), exchange.concerned(uuid),
  exchange.take_report(uuid, uuid, text, int, text, text, text, timestamptz, timestamptz, text) to {{server}};
