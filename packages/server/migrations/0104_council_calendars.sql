-- The calendar of sessions by a secret address, for programs that cannot sign in (docs/council.md): as for appointments
-- (0067), only a hash is kept and an account has one address. It opens what the account may read today, and nothing when it may not.

create table council.calendars (
  account_id uuid primary key constraint council_calendars_account references access.accounts (id),
  secret_hash bytea not null constraint council_calendars_secret unique,
  made_at timestamptz not null
);
alter table council.calendars enable row level security;
create policy council_calendars_own on council.calendars for all to {{server}}
  using (account_id = (select access.account_id())) with check (account_id = (select access.account_id()));

-- A row without a session says that the address opens an empty calendar. The rows are those that `council.sessions` shows to whoever
-- has the verb; of a session only what a calendar shows.
create function council.calendar(secret bytea, most int)
returns table (language text, id uuid, version int, title jsonb, symbol text, state text, starts_at timestamptz, ends_at timestamptz,
  from_day date, to_day date, venue text, city text, updated_at timestamptz)
stable security definer language sql set search_path = '' as $$
  select a.language, s.id, s.version, s.title, s.symbol, s.state, s.starts_at, s.ends_at, s.from_day, s.to_day, s.venue, s.city, s.updated_at
  from council.calendars c
  join access.accounts a on a.id = c.account_id and a.state = 'active'
  left join (select * from council.sessions where from_day is not null order by sorts_on desc, id desc limit most) s on true
  where c.secret_hash = secret and exists (
    select 1 from access.hats h join access.roles r on r.name = h.role
    where h.account_id = a.id and h.ended_at is null and 'council.read' = any (r.verbs))
  order by s.sorts_on desc, s.id desc
$$;

revoke all on function council.calendar(bytea, int) from public;
grant execute on function council.calendar(bytea, int) to {{server}};
grant select, insert, delete on council.calendars to {{server}};
grant update (secret_hash, made_at) on council.calendars to {{server}};
