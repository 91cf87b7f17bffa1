-- Decisions: drafts with their versions, consensus in the room, the silence procedure, and what every delegation said.
-- A number comes with adoption only, gapless for a body and a year; adopted and withdrawn are ends.

create table council.decisions (
  id uuid primary key,
  body_id uuid not null constraint decisions_body references council.bodies (id),
  session_id uuid constraint decisions_session references council.sessions (id),
  state text not null constraint decisions_state check (state in ('draft', 'room', 'silence', 'adopted', 'broken', 'withdrawn')),
  -- The version of the text that is meant.
  text_number int not null default 1,
  -- How it was, or is, decided, and under which rules.
  way text constraint decisions_way check (way in ('room', 'silence')),
  rules_version int,
  put_at timestamptz,
  expires_at timestamptz,
  -- When everybody is reminded; empty once that is done.
  remind_at timestamptz,
  symbol text constraint decisions_symbol unique,
  number int,
  year int,
  restricted boolean not null default false,
  is_public boolean not null generated always as (state = 'adopted' and not restricted) stored,
  closed_at timestamptz,
  version int not null default 1,
  created_by uuid not null constraint decisions_created_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint decisions_numbered check ((state = 'adopted') = (symbol is not null)),
  constraint decisions_timed check (state <> 'silence' or expires_at is not null)
);
create index decisions_by_time on council.decisions (updated_at desc, id desc);
create index decisions_by_session on council.decisions (session_id);
create index decisions_by_expiry on council.decisions (expires_at) where state = 'silence';

create table council.decision_texts (
  decision_id uuid not null constraint decision_texts_decision references council.decisions (id),
  number int not null,
  title jsonb not null,
  texts jsonb not null,
  -- SHA-256 over title and texts: what the log commits to, and what a receipt can be compared with.
  digest bytea not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (decision_id, number)
);

create table council.decision_steps (
  id uuid primary key,
  decision_id uuid not null constraint decision_steps_decision references council.decisions (id),
  -- In the order in which they happened, which two steps of one moment do not tell by time.
  ordinal int not null,
  kind text not null,
  at timestamptz not null,
  -- Nobody where the clock did it.
  account_id uuid,
  -- For whom it was said.
  party_id uuid constraint decision_steps_party references council.parties (id),
  text_number int not null,
  expires_at timestamptz,
  words text,
  -- Of the request that the log names: the way from a step to its entry.
  request_id text not null,
  constraint decision_steps_ordinal unique (decision_id, ordinal)
);

create table council.decision_counters (
  body_id uuid not null constraint decision_counters_body references council.bodies (id),
  year int not null,
  last int not null,
  primary key (body_id, year)
);

-- Ends are ends, whatever a clock says afterwards.
create function council.keep_ended() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state in ('adopted', 'withdrawn') and (new.state <> old.state or new.text_number <> old.text_number or new.symbol is distinct from old.symbol) then
    raise exception 'a decision that has ended does not change' using errcode = '23514', constraint = 'decision_ended';
  end if;
  return new;
end
$$;
create trigger decisions_keep_ended before update on council.decisions for each row execute function council.keep_ended();
create function council.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was said stays said' using errcode = '42501';
end
$$;
create trigger decision_texts_keep before update or delete on council.decision_texts for each row execute function council.refuse_change();
create trigger decision_steps_keep before update or delete on council.decision_steps for each row execute function council.refuse_change();

-- Adopts one decision and gives it its number: in the room for who may say so, or for nobody when silence has ended.
-- Locks the row, so whoever comes second finds it ended and gets null.
create function council.adopt(decision uuid, at timestamptz, step uuid, request text)
returns text security definer language plpgsql set search_path = '' as $$
declare
  d council.decisions;
  pattern text;
  moment timestamptz;
  n int;
  given text;
begin
  select * into d from council.decisions where id = decision for update;
  if not found then
    return null;
  end if;
  if d.state = 'room' and access.may('council.decide') then
    moment := at;
  elsif d.state = 'silence' and access.account_id() is null and d.expires_at <= at then
    moment := d.expires_at;
  else
    return null;
  end if;
  select r.rules ->> 'decisionPattern' into pattern from council.body_rules r
    where r.body_id = d.body_id and r.version = d.rules_version;
  insert into council.decision_counters as c (body_id, year, last)
    values (d.body_id, extract(year from moment at time zone 'UTC')::int, 1)
    on conflict (body_id, year) do update set last = c.last + 1 returning last into n;
  given := replace(replace(pattern, '{year}', extract(year from moment at time zone 'UTC')::int::text), '{n}', n::text);
  update council.decisions set state = 'adopted', symbol = given, number = n, remind_at = null,
    year = extract(year from moment at time zone 'UTC')::int, closed_at = moment, updated_at = at, version = d.version + 1
    where id = decision;
  insert into council.decision_steps (id, decision_id, ordinal, kind, at, account_id, text_number, request_id)
    values (step, decision, (select count(*) + 1 from council.decision_steps s where s.decision_id = decision), 'adopted', moment, access.account_id(), d.text_number, request);
  return given;
end
$$;

-- What the log commits to when the clock adopts; for nobody in particular, and a digest tells nothing.
create function council.digest_of(decision uuid) returns bytea stable security definer language sql set search_path = '' as $$
  select x.digest from council.decisions d
    join council.decision_texts x on x.decision_id = d.id and x.number = d.text_number where d.id = decision
$$;

-- Silences that have ended, for the clock, which acts for nobody.
create function council.silences_over(at timestamptz) returns setof uuid stable security definer language sql set search_path = '' as $$
  select d.id from council.decisions d
  where d.state = 'silence' and d.expires_at <= at and access.account_id() is null
  order by d.expires_at, d.id limit 100
$$;
-- Silences whose reminder is due; each is told once.
create function council.silences_to_remind(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update council.decisions d set remind_at = null
  where d.id in (
    select q.id from council.decisions q where q.state = 'silence' and q.remind_at <= at and access.account_id() is null
    order by q.remind_at limit 100 for update skip locked)
  returning d.id
$$;
-- Everybody with a voice or with work in it: whom the Council tells. Ids only.
create function council.audience() returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
  where a.state = 'active' and r.verbs && array['council.speak', 'council.prepare', 'council.decide']
$$;
-- The entry of the log that a step belongs to, for whoever may read the decision: what a receipt is made of.
create function council.logged(step uuid) returns setof audit.entries stable security definer language sql set search_path = '' as $$
  select e.* from council.decision_steps s
    join council.decisions d on d.id = s.decision_id
    join audit.entries e on e.subjects @> array[s.decision_id] and e.request_id = s.request_id and e.outcome = 'done'
  where s.id = step and e.action like 'decision.%'
    and access.may('council.read') and (d.state <> 'draft' or access.may('council.prepare'))
$$;

alter table council.decisions enable row level security;
create policy decisions_read on council.decisions for select to {{server}} using (
  is_public or (select access.may('council.prepare')) or ((select access.may('council.read')) and state <> 'draft'));
create policy decisions_add on council.decisions for insert to {{server}} with check (
  (select access.may('council.prepare')) and state = 'draft' and created_by = (select access.account_id()));
-- Who prepares or decides changes it; who speaks for a party can do one thing: break it while it is open.
create policy decisions_change on council.decisions for update to {{server}}
  using ((select access.may('council.prepare')) or (select access.may('council.decide'))
    or ((select access.may('council.speak')) and state in ('room', 'silence')))
  with check ((select access.may('council.prepare')) or (select access.may('council.decide'))
    or ((select access.may('council.speak')) and state in ('room', 'silence', 'broken')));

alter table council.decision_texts enable row level security;
create policy decision_texts_read on council.decision_texts for select to {{server}}
  using (exists (select 1 from council.decisions d where d.id = decision_id));
create policy decision_texts_add on council.decision_texts for insert to {{server}} with check (
  (select access.may('council.prepare')) and account_id = (select access.account_id()));

alter table council.decision_steps enable row level security;
create policy decision_steps_read on council.decision_steps for select to {{server}}
  using ((select access.may('council.read')) and exists (select 1 from council.decisions d where d.id = decision_id));
create policy decision_steps_add on council.decision_steps for insert to {{server}} with check (
  account_id = (select access.account_id())
  and ((select access.may('council.prepare')) or (select access.may('council.decide'))
    or ((select access.may('council.speak')) and party_id in (select council.my_parties()))));

revoke all on all functions in schema council from public;
grant execute on function council.adopt(uuid, timestamptz, uuid, text), council.silences_over(timestamptz),
  council.silences_to_remind(timestamptz), council.audience(), council.logged(uuid),
  council.digest_of(uuid) to {{server}};
grant select on council.decisions, council.decision_texts, council.decision_steps to {{server}};
grant insert on council.decisions, council.decision_texts, council.decision_steps to {{server}};
grant update (session_id, state, text_number, way, rules_version, put_at, expires_at, remind_at, restricted, closed_at, version, updated_at)
  on council.decisions to {{server}};
