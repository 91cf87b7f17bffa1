-- Single sign-on: whose identity at the office's own provider opens which account, and roles that its groups give.

-- A role given by a group is worn only in a session that came in by the provider: who left the group, or the office, has nothing of it
-- in a session opened another way. Who administers is made by two administrators and never by a group.
alter table access.hats add column by_sso boolean not null default false;
alter table access.hats add constraint hats_by_sso check (not by_sso or role <> 'administrator');

alter table access.sessions drop constraint sessions_opened_by;
alter table access.sessions add constraint sessions_opened_by
  check (opened_by in ('password', 'second-factor', 'demo', 'passkey', 'sso', 'sso-whole'));

alter table access.challenges drop constraint challenges_purpose;
alter table access.challenges add constraint challenges_purpose
  check (purpose in ('passkey-new', 'passkey-sign-in', 'passkey-again', 'sso-sign-in', 'sso-again'));

create table access.sso_links (
  issuer text not null,
  -- Keyed hash of what the provider calls somebody: some write a name or a personal number there.
  subject bytea not null,
  account_id uuid not null constraint sso_links_account references access.accounts (id),
  linked_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  constraint sso_links_key primary key (issuer, subject),
  constraint sso_links_one unique (account_id, issuer)
);
grant select, insert, delete on access.sso_links to {{server}};
grant update (last_used_at) on access.sso_links to {{server}};
alter table access.sso_links enable row level security;
-- One's own; and of the open doors, where nobody is signed in yet.
create policy sso_links_own on access.sso_links for all to {{server}}
  using (access.account_id() is null or account_id = access.account_id())
  with check (access.account_id() is null);

-- As in 0094; it also knows the two new ways in, and lets a role of a group be worn in them only.
create or replace function access.enter(token bytea, idle_minutes int) returns jsonb security definer language plpgsql set search_path = '' as $$
declare
  guest record;
  actor jsonb;
  complete boolean;
begin
  select s.id, s.account_id, s.hat_id, s.opened_by, s.created_at, s.last_seen_at, s.expires_at, s.fresh_at,
         a.name, a.email, a.language, a.user_id,
         h.role, h.agency_id, h.team_id, h.areas, r.rights, r.verbs, r.second_factor
    into guest
    from access.sessions s
    join access.accounts a on a.id = s.account_id and a.state = 'active'
    join access.hats h on h.id = s.hat_id and h.ended_at is null and (not h.by_sso or s.opened_by in ('sso', 'sso-whole'))
    join access.roles r on r.name = h.role
   where s.token_hash = token and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(mins => idle_minutes);
  if not found then
    return null;
  end if;
  -- Once a minute is enough to know that somebody is there, and keeps the row calm.
  if guest.last_seen_at < now() - interval '1 minute' then
    update access.sessions set last_seen_at = now() where id = guest.id;
    update access.accounts set last_seen_at = now() where id = guest.account_id;
  end if;
  -- A role that needs a second factor has no rights until the session was opened with one.
  complete := not guest.second_factor or guest.opened_by in ('second-factor', 'demo', 'passkey', 'sso-whole');
  actor := jsonb_build_object(
    'session', guest.id, 'account', guest.account_id, 'name', guest.name, 'email', guest.email,
    'language', guest.language, 'hat', guest.hat_id, 'role', guest.role,
    'agency', guest.agency_id, 'team', guest.team_id,
    'areas', coalesce((select jsonb_agg(code) from access.areas
                        where cardinality(guest.areas) > 0 and (code = any (guest.areas) or parent = any (guest.areas))), '[]'),
    'openedBy', guest.opened_by, 'secondFactor', guest.second_factor, 'expiresAt', guest.expires_at,
    'provenAgo', floor(extract(epoch from now() - guest.fresh_at)),
    'complete', complete,
    'rights', case when complete then guest.rights else '{}'::jsonb end,
    'verbs', case when complete then to_jsonb(guest.verbs) else '[]'::jsonb end);
  perform set_config('kerege.actor', actor::text, true);
  return actor;
end
$$;

-- Whoever came in by the provider alone has just shown a second factor of the node; the program has looked at it.
create function access.sso_whole(token bytea) returns void security definer language sql set search_path = '' as $$
  update access.sessions set opened_by = 'sso-whole' where token_hash = token and opened_by = 'sso'
$$;

-- Somebody whom the provider vouches for and nobody invited; only where the configuration says so.
create function access.sso_account(id uuid, user_id text, email text, name text, language text) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    raise insufficient_privilege;
  end if;
  insert into access.accounts (id, user_id, email, name, language, state) values (id, user_id, email, name, language, 'active');
end
$$;

-- Roles of an account become those that its groups give now: [{id, role, agency, team, areas}], areas in order. What administrators
-- gave stays as it is. Who loses a role leaves the sessions that wear it.
create function access.sso_hats(account uuid, wanted jsonb) returns jsonb security definer language plpgsql set search_path = '' as $$
declare
  gone uuid[];
  given int;
begin
  if access.account_id() is not null then
    raise insufficient_privilege;
  end if;
  -- Two sign-ins of one person at a time stand in line.
  perform from access.accounts a where a.id = account for update;
  with ended as (
    update access.hats h set ended_at = now()
     where h.account_id = account and h.by_sso and h.ended_at is null
       and not exists (
         select 1 from jsonb_to_recordset(wanted) as w (role text, agency uuid, team uuid, areas text[])
          where w.role = h.role and w.agency = h.agency_id and w.team is not distinct from h.team_id and w.areas = h.areas)
     returning h.id)
  select coalesce(array_agg(e.id), '{}') into gone from ended e;
  delete from access.sessions s where s.hat_id = any (gone);
  with added as (
    insert into access.hats (id, account_id, role, agency_id, team_id, areas, by_sso)
    select w.id, account, w.role, w.agency, w.team, w.areas, true
      from jsonb_to_recordset(wanted) as w (id uuid, role text, agency uuid, team uuid, areas text[])
     where not exists (
       select 1 from access.hats h
        where h.account_id = account and h.ended_at is null and w.role = h.role and w.agency = h.agency_id
          and w.team is not distinct from h.team_id and w.areas = h.areas)
     returning 1)
  select count(*) into given from added;
  return jsonb_build_object('given', given, 'ended', cardinality(gone));
end
$$;

revoke all on function access.sso_whole(bytea), access.sso_account(uuid, text, text, text, text), access.sso_hats(uuid, jsonb) from public;
grant execute on function access.sso_whole(bytea), access.sso_account(uuid, text, text, text, text), access.sso_hats(uuid, jsonb) to {{server}};
