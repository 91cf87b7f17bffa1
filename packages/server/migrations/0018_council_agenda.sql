-- The agenda of a session as it was given out, and who has the floor: what a whole room looks at together.

alter table council.sessions add column agenda_state text not null default 'draft'
  constraint sessions_agenda_state check (agenda_state in ('draft', 'provisional', 'annotated', 'adopted'));
alter table council.sessions add column agenda_revision int not null default 0;
grant update (agenda_state, agenda_revision) on council.sessions to {{server}};

create table council.agenda_items (
  id uuid primary key,
  session_id uuid not null constraint agenda_items_session references council.sessions (id),
  ordinal int not null,
  title jsonb not null,
  -- What the annotated agenda says of it.
  note jsonb,
  minutes int constraint agenda_items_minutes check (minutes between 1 and 1440),
  -- Papers by symbol, decisions by id.
  papers text[] not null default '{}',
  decisions uuid[] not null default '{}',
  version int not null default 1,
  removed boolean not null default false,
  updated_at timestamptz not null
);
create index agenda_items_by_session on council.agenda_items (session_id, ordinal);

-- What was given out: a provisional agenda stays readable beside the adopted one.
create table council.agenda_revisions (
  session_id uuid not null constraint agenda_revisions_session references council.sessions (id),
  revision int not null,
  state text not null,
  items jsonb not null,
  at timestamptz not null,
  account_id uuid not null,
  primary key (session_id, revision)
);

create table council.floors (
  session_id uuid primary key constraint floors_session references council.sessions (id),
  item_id uuid constraint floors_item references council.agenda_items (id),
  open boolean not null default false,
  seconds int not null default 180 constraint floors_seconds check (seconds between 30 and 3600),
  channel_note text,
  -- Counts every change, so that whoever listens asks only when there is news.
  version bigint not null default 1
);

create table council.floor_entries (
  id uuid primary key,
  session_id uuid not null constraint floor_entries_floor references council.floors (session_id),
  party_id uuid not null constraint floor_entries_party references council.parties (id),
  account_id uuid,
  kind text not null constraint floor_entries_kind check (kind in ('speech', 'reply')),
  state text not null constraint floor_entries_state check (state in ('waiting', 'speaking', 'spoken', 'withdrawn')),
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index floor_entries_by_session on council.floor_entries (session_id, asked_at);
-- One voice at a time, and a party stands on the list once for each kind.
create unique index floor_entries_one_speaker on council.floor_entries (session_id) where state = 'speaking';
create unique index floor_entries_one_each on council.floor_entries (session_id, party_id, kind) where state = 'waiting';

create function council.floor_moved() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update council.floors set version = version + 1 where session_id = new.session_id;
  return null;
end
$$;
create trigger floor_entries_moved after insert or update on council.floor_entries for each row execute function council.floor_moved();

-- News for those who listen: the program asks for nobody, and only for sessions that somebody was let in to hear.
create function council.floor_versions(sessions uuid[]) returns table (session_id uuid, version bigint)
stable security definer language sql set search_path = '' as $$
  select f.session_id, f.version from council.floors f where f.session_id = any (sessions)
$$;
create function council.floor_state(session uuid) returns jsonb stable security definer language sql set search_path = '' as $$
  select jsonb_build_object(
    'version', f.version, 'open', f.open, 'seconds', f.seconds, 'channelNote', f.channel_note,
    'item', (select jsonb_build_object('id', i.id, 'title', i.title) from council.agenda_items i where i.id = f.item_id),
    'entries', coalesce((
      select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'state', e.state, 'askedAt', e.asked_at, 'startedAt', e.started_at,
        'party', jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'classification', p.classification))
        order by e.asked_at, e.id)
      from council.floor_entries e join council.parties p on p.id = e.party_id
      where e.session_id = session and e.state <> 'withdrawn'), '[]'::jsonb))
  from council.floors f where f.session_id = session and (access.account_id() is null or access.may('council.read'))
$$;

revoke all on function council.floor_moved(), council.floor_versions(uuid[]), council.floor_state(uuid) from public;
grant execute on function council.floor_versions(uuid[]), council.floor_state(uuid) to {{server}};

do $$
declare
  child text;
begin
  foreach child in array array['agenda_items', 'agenda_revisions', 'floors'] loop
    call council.protect('council.' || child, '(select access.may(''council.read''))', '(select access.may(''council.prepare''))');
  end loop;
  call council.protect('council.floor_entries', '(select access.may(''council.read''))',
    '(select access.may(''council.prepare'')) or ((select access.may(''council.speak'')) and party_id in (select council.my_parties()) and state in (''waiting'', ''withdrawn''))');
end
$$;
grant select, insert on council.agenda_items, council.agenda_revisions, council.floors, council.floor_entries to {{server}};
grant update (ordinal, title, note, minutes, papers, decisions, version, removed, updated_at) on council.agenda_items to {{server}};
grant update (item_id, open, seconds, channel_note, version) on council.floors to {{server}};
grant update (state, started_at, ended_at) on council.floor_entries to {{server}};
