-- Doors: what proves again that the right hands hold a session (step-up), passkeys, and challenges that are good once.

alter table access.sessions add column fresh_at timestamptz;
-- By a passkey whose owner the device made sure of.
alter table access.sessions drop constraint sessions_opened_by;
alter table access.sessions add constraint sessions_opened_by
  check (opened_by in ('password', 'second-factor', 'demo', 'passkey'));
grant select (fresh_at) on access.sessions to {{server}};

-- As in 0001; it also says for how many seconds the proof is old (null: it was never given), and which ways in are whole.
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
    join access.hats h on h.id = s.hat_id and h.ended_at is null
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
  complete := not guest.second_factor or guest.opened_by in ('second-factor', 'demo', 'passkey');
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

-- Whoever holds the token has just proved again who they are; the program has looked at the proof.
create function access.freshen(token bytea) returns void security definer language sql set search_path = '' as $$
  update access.sessions set fresh_at = now() where token_hash = token
$$;
revoke all on function access.freshen(bytea) from public;
grant execute on function access.freshen(bytea) to {{server}};

-- ---------------------------------------------------------------- passkeys
create table access.passkeys (
  id uuid primary key,
  account_id uuid not null constraint passkeys_account references access.accounts (id),
  credential_id text not null constraint passkeys_credential unique,
  public_key bytea not null,
  -- Counts up with each use where the device counts at all; going back means that there are two of it.
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null constraint passkeys_name check (length(name) between 1 and 80),
  -- Copied by its maker to other devices of the owner.
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Shut since its counter went back.
  doubted_at timestamptz
);
create index passkeys_by_account on access.passkeys (account_id);
grant select, insert, delete on access.passkeys to {{server}};
grant update (name, counter, last_used_at, doubted_at, synced) on access.passkeys to {{server}};
alter table access.passkeys enable row level security;
-- One's own; and of the open doors, where nobody is signed in yet.
create policy passkeys_own on access.passkeys for all to {{server}}
  using (access.account_id() is null or account_id = access.account_id())
  with check (account_id = access.account_id() or access.account_id() is null);

-- Is there anything beside the password? Of an authenticator the account itself knows. Those who look after accounts may ask,
-- and the open doors.
create function access.has_second_factor(account uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select (access.account_id() is null or access.account_id() = account or access.may('accounts.administer'))
    and (exists (select 1 from access.accounts a where a.id = account and a.second_factor)
      or exists (select 1 from access.passkeys p where p.account_id = account))
$$;
revoke all on function access.has_second_factor(uuid) from public;
grant execute on function access.has_second_factor(uuid) to {{server}};

-- With a lost second factor the passkeys go as well: they were on the same phone. Decided by two administrators
-- (slices/administration), none of whom sees or changes anybody's passkeys otherwise.
create function access.drop_passkeys(account uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not access.may('accounts.administer') or account = access.account_id() then
    raise insufficient_privilege;
  end if;
  delete from access.passkeys where account_id = account;
end
$$;
revoke all on function access.drop_passkeys(uuid) from public;
grant execute on function access.drop_passkeys(uuid) to {{server}};

-- What a device is asked to sign: good once, for some minutes, for one thing. Of it only the hash is kept.
create table access.challenges (
  hash bytea primary key,
  purpose text not null constraint challenges_purpose check (purpose in ('passkey-new', 'passkey-sign-in', 'passkey-again')),
  -- Of the session that asked; absent where somebody only comes in.
  session_id uuid constraint challenges_session references access.sessions (id) on delete cascade,
  expires_at timestamptz not null
);
create index challenges_by_end on access.challenges (expires_at);
create index challenges_by_session on access.challenges (session_id);
grant select, insert, delete on access.challenges to {{server}};
alter table access.challenges enable row level security;
create policy challenges_all on access.challenges for all to {{server}} using (true) with check (true);
