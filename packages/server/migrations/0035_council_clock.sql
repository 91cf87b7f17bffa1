-- One clock: what a day allows is asked of the moment that the program gives its transaction, and not of the database's own
-- clock, which another machine may keep. Where no moment was given, the database's own counts.

create function access.moment() returns timestamptz stable language sql set search_path = '' as $$
  select coalesce(nullif(current_setting('kerege.now', true), '')::timestamptz, now())
$$;
revoke all on function access.moment() from public;
grant execute on function access.moment() to {{server}};

create or replace function council.my_parties() returns setof uuid stable security definer language sql set search_path = '' as $$
  select d.party_id from council.delegates d
  where d.account_id = access.account_id() and d.credentials = 'accepted'
    and d.from_day <= (access.moment() at time zone 'UTC')::date
    and (d.to_day is null or d.to_day >= (access.moment() at time zone 'UTC')::date)
$$;
create or replace function council.my_focal_parties() returns setof uuid stable security definer language sql set search_path = '' as $$
  select f.party_id from council.focal_points f
  where f.account_id = access.account_id() and f.from_day <= (access.moment() at time zone 'UTC')::date
    and (f.to_day is null or f.to_day >= (access.moment() at time zone 'UTC')::date)
$$;

-- A silence that is over and only waits for the last objection to come in is not reminded of any more.
create or replace function council.silences_to_remind(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update council.decisions d set remind_at = null
  where d.id in (
    select q.id from council.decisions q where q.state = 'silence' and q.remind_at <= at and q.expires_at > at
      and access.account_id() is null
    order by q.remind_at limit 100 for update skip locked)
  returning d.id
$$;
