-- Accounts, hats, areas, scopes and sessions. Everything that row-level policies of later slices lean on.
-- {{server}} and {{auth}} are this node's own roles: roles are cluster-wide, so each node has its own.

create schema access;
grant usage on schema access to {{server}};
create extension if not exists pg_trgm;

-- What this database is. A demo database says so itself; the server refuses to open it otherwise.
create table access.node (
  id text primary key,
  kind text not null constraint node_kind check (kind in ('national', 'hub')),
  demo boolean not null default false,
  one boolean not null default true constraint node_one unique check (one)
);

create table access.agencies (
  id uuid primary key,
  name jsonb not null,
  kind text not null constraint agencies_kind check (kind in ('state', 'ngo', 'international', 'other')),
  created_at timestamptz not null default now()
);

create table access.teams (
  id uuid primary key,
  agency_id uuid not null constraint teams_agency references access.agencies (id),
  name text not null,
  created_at timestamptz not null default now(),
  constraint teams_agency_id unique (agency_id, id)
);

create table access.areas (
  code text primary key,
  parent text constraint areas_parent references access.areas (code),
  name jsonb not null,
  invented boolean not null default false
);
create index areas_by_parent on access.areas (parent);

create table access.accounts (
  id uuid primary key,
  user_id text not null constraint accounts_user unique,
  email text not null constraint accounts_email unique,
  name text not null,
  language text not null,
  state text not null constraint accounts_state check (state in ('invited', 'active', 'blocked')),
  -- An authenticator is set up. The sign-in library knows it too, in tables that this role cannot read.
  second_factor boolean not null default false,
  -- Keyed hash of the last code that was accepted: one code opens one session (RFC 6238, section 5.2).
  last_code bytea,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz
);
create index accounts_by_name on access.accounts (name, id);

-- One role in one place. Ended hats stay, so that the log can be read years later.
create table access.hats (
  id uuid primary key,
  account_id uuid not null constraint hats_account references access.accounts (id),
  role text not null,
  agency_id uuid not null constraint hats_agency references access.agencies (id),
  team_id uuid,
  areas text[] not null default '{}',
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint hats_team foreign key (agency_id, team_id) references access.teams (agency_id, id)
);
create index hats_by_account on access.hats (account_id) where ended_at is null;

-- The role table of contract/access/roles.ts, written by the migration step and checked at start.
create table access.roles (
  name text primary key,
  second_factor boolean not null,
  -- {"read": {"contact": ["own", "team"], ...}, "write": {...}}
  rights jsonb not null,
  verbs text[] not null
);

create table access.invitations (
  token_hash bytea primary key,
  account_id uuid not null constraint invitations_account references access.accounts (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_by_account on access.invitations (account_id);

-- Failed sign-ins by keyed hash of address or client: neither is readable here.
create table access.lockouts (
  key bytea primary key,
  failures int not null,
  first_at timestamptz not null,
  locked_until timestamptz
);

-- Beside the session of the sign-in library: which hat it wears and when it was last used.
create table access.sessions (
  id uuid primary key,
  token_hash bytea not null constraint sessions_token unique,
  account_id uuid not null constraint sessions_account references access.accounts (id),
  hat_id uuid not null constraint sessions_hat references access.hats (id),
  device text not null,
  -- password | second-factor | demo: what this session was opened with.
  opened_by text not null constraint sessions_opened_by check (opened_by in ('password', 'second-factor', 'demo')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_account on access.sessions (account_id);
create index sessions_by_hat on access.sessions (hat_id);

-- Who stands where: one row per protected record of any slice, kept by a trigger of that slice's table.
create table access.subjects (
  id uuid primary key,
  kind text not null,
  agency_id uuid not null,
  team_id uuid,
  area_code text not null
);
create index subjects_by_agency on access.subjects (agency_id);
create index subjects_by_team on access.subjects (team_id);
create index subjects_by_area on access.subjects (area_code);

-- Record granted to an account: own work, one task, one sitting of a commission. Later slices write them.
create table access.grants (
  id uuid primary key,
  account_id uuid not null constraint grants_account references access.accounts (id),
  subject_id uuid not null,
  kind text not null constraint grants_kind check (kind in ('own', 'task', 'sitting')),
  granted_by uuid,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  constraint grants_period check (valid_to is null or valid_to >= valid_from)
);
create index grants_by_account on access.grants (account_id, kind, subject_id);
create index grants_by_subject on access.grants (subject_id);

-- ---------------------------------------------------------------- who is asking
-- Set by access.enter for one transaction; without it every function below says "nobody", which sees nothing.

create function access.actor() returns jsonb stable language sql set search_path = '' as $$
  select nullif(current_setting('kerege.actor', true), '')::jsonb
$$;
create function access.account_id() returns uuid stable language sql set search_path = '' as $$
  select (access.actor() ->> 'account')::uuid
$$;
-- Does the hat that is worn hold this verb?
create function access.may(verb text) returns boolean stable language sql set search_path = '' as $$
  select coalesce(access.actor() -> 'verbs' ? verb, false)
$$;
-- Scopes in which the actor may read or write a compartment.
create function access.scopes(mode text, compartment text) returns text[] stable language sql set search_path = '' as $$
  select coalesce(array(select jsonb_array_elements_text(access.actor() -> 'rights' -> mode -> compartment)), '{}')
$$;
create function access.has_scope(mode text, compartment text, scope text) returns boolean stable language sql set search_path = '' as $$
  select coalesce(access.actor() -> 'rights' -> mode -> compartment ? scope, false)
$$;
create function access.my_agency(mode text, compartment text) returns uuid stable language sql set search_path = '' as $$
  select case when access.has_scope(mode, compartment, 'agency') then (access.actor() ->> 'agency')::uuid end
$$;
create function access.my_team(mode text, compartment text) returns uuid stable language sql set search_path = '' as $$
  select case when access.has_scope(mode, compartment, 'team') then (access.actor() ->> 'team')::uuid end
$$;
create function access.my_areas(mode text, compartment text) returns text[] stable language sql set search_path = '' as $$
  select case when access.has_scope(mode, compartment, 'area')
    then array(select jsonb_array_elements_text(access.actor() -> 'areas')) else '{}' end
$$;
-- Records granted to the actor, of the kinds that the compartment is open for.
create function access.my_grants(mode text, compartment text) returns setof uuid stable security definer language sql set search_path = '' as $$
  select subject_id from access.grants
  where account_id = access.account_id() and kind = any (access.scopes(mode, compartment))
    and valid_from <= now() and (valid_to is null or valid_to > now())
$$;

-- The one access check of the database: is this record, in this compartment, open to the actor?
-- In plpgsql, whose plans are kept: as an SQL function it costs ten times as much a row.
create function access.covers(mode text, compartment text, subject uuid) returns boolean stable security definer language plpgsql set search_path = '' as $$
declare
  actor jsonb := access.actor();
  scopes jsonb := actor -> 'rights' -> mode -> compartment;
  place record;
begin
  if scopes is null then
    return false;
  end if;
  select s.agency_id, s.team_id, s.area_code into place from access.subjects s where s.id = subject;
  if not found then
    return false;
  end if;
  return scopes ? 'node'
    or (scopes ? 'agency' and place.agency_id = (actor ->> 'agency')::uuid)
    or (scopes ? 'team' and place.team_id = (actor ->> 'team')::uuid)
    or (scopes ? 'area' and actor -> 'areas' ? place.area_code)
    or exists (
      select 1 from access.grants g
      where g.account_id = (actor ->> 'account')::uuid and g.subject_id = subject and scopes ? g.kind
        and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()));
end
$$;

-- Compartments that the actor may read or write in one scope.
create function access.compartments_in(mode text, scope text) returns text[] stable language sql set search_path = '' as $$
  select coalesce(array(select key from jsonb_each(access.actor() -> 'rights' -> mode) where value ? scope), '{}')
$$;
create function access.actor_agency() returns uuid stable language sql set search_path = '' as $$
  select (access.actor() ->> 'agency')::uuid
$$;
create function access.actor_team() returns uuid stable language sql set search_path = '' as $$
  select (access.actor() ->> 'team')::uuid
$$;
create function access.actor_areas() returns text[] stable language sql set search_path = '' as $$
  select array(select jsonb_array_elements_text(access.actor() -> 'areas'))
$$;

-- The same check as access.covers, written into the policies of one table, so that a list pays for comparisons and
-- not for a function call a row: what is in (select ...) runs once a statement.
-- `subject` and `compartment` are SQL expressions over the table's own columns.
create procedure access.protect(child text, subject text, compartment text) language plpgsql as $body$
declare
  verb record;
  check_sql text;
begin
  execute format('alter table %s enable row level security', child);
  for verb in select * from (values ('select', 'read', 'using'), ('insert', 'write', 'with check'), ('update', 'write', 'using'), ('delete', 'write', 'using')) as v (name, mode, clause) loop
    check_sql := replace(replace(replace($check$(
      COMPARTMENT = any ((select access.compartments_in('MODE', 'node'))::text[])
      or exists (
        select 1 from access.subjects s where s.id = SUBJECT and (
          (s.agency_id = (select access.actor_agency()) and COMPARTMENT = any ((select access.compartments_in('MODE', 'agency'))::text[]))
          or (s.team_id = (select access.actor_team()) and COMPARTMENT = any ((select access.compartments_in('MODE', 'team'))::text[]))
          or (s.area_code = any ((select access.actor_areas())::text[]) and COMPARTMENT = any ((select access.compartments_in('MODE', 'area'))::text[]))))
      or exists (
        select 1 from access.grants g
        where g.account_id = (select access.account_id()) and g.subject_id = SUBJECT
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
          and COMPARTMENT = any (case g.kind
            when 'own' then (select access.compartments_in('MODE', 'own'))
            when 'task' then (select access.compartments_in('MODE', 'task'))
            else (select access.compartments_in('MODE', 'sitting')) end)))
      $check$, 'MODE', verb.mode), 'SUBJECT', subject), 'COMPARTMENT', compartment);
    execute format('create policy %I on %s for %s to {{server}} %s %s',
      replace(child, '.', '_') || '_' || verb.mode || '_' || verb.name, child, verb.name, verb.clause, check_sql);
  end loop;
end
$body$;

-- Records that the actor reaches in a compartment by any scope narrower than the node.
create function access.reached(compartment text) returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.id from access.subjects s where s.agency_id = access.my_agency('read', compartment)
  union all
  select s.id from access.subjects s where s.team_id = access.my_team('read', compartment)
  union all
  select s.id from access.subjects s where s.area_code = any (access.my_areas('read', compartment))
  union all
  select access.my_grants('read', compartment)
$$;

-- Compartments of one record that are open to the actor.
create function access.open_compartments(mode text, subject uuid) returns text[] stable language sql set search_path = '' as $$
  select coalesce(array(
    select key from jsonb_each(access.actor() -> 'rights' -> mode)
    where jsonb_array_length(value) > 0 and access.covers(mode, key, subject)), '{}')
$$;

-- Opens a request: finds the session, refuses what is idle, ended or blocked, and sets the actor for this
-- transaction. Returns null when there is no open session. The serving role cannot read sessions otherwise.
create function access.enter(token bytea, idle_minutes int) returns jsonb security definer language plpgsql set search_path = '' as $$
declare
  guest record;
  actor jsonb;
begin
  select s.id, s.account_id, s.hat_id, s.opened_by, s.created_at, s.last_seen_at, s.expires_at,
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
  actor := jsonb_build_object(
    'session', guest.id, 'account', guest.account_id, 'name', guest.name, 'email', guest.email,
    'language', guest.language, 'hat', guest.hat_id, 'role', guest.role,
    'agency', guest.agency_id, 'team', guest.team_id,
    'areas', coalesce((select jsonb_agg(code) from access.areas
                        where cardinality(guest.areas) > 0 and (code = any (guest.areas) or parent = any (guest.areas))), '[]'),
    'openedBy', guest.opened_by, 'secondFactor', guest.second_factor, 'expiresAt', guest.expires_at,
    -- A role that needs a second factor has no rights until the session was opened with one.
    'complete', not guest.second_factor or guest.opened_by in ('second-factor', 'demo'),
    'rights', case when not guest.second_factor or guest.opened_by in ('second-factor', 'demo')
                   then guest.rights else '{}'::jsonb end,
    'verbs', case when not guest.second_factor or guest.opened_by in ('second-factor', 'demo')
                  then to_jsonb(guest.verbs) else '[]'::jsonb end);
  perform set_config('kerege.actor', actor::text, true);
  return actor;
end
$$;

-- Keeps access.subjects true to the table that it is attached to.
create function access.track_subject() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    delete from access.subjects where id = old.id;
    delete from access.grants where subject_id = old.id;
    return old;
  end if;
  insert into access.subjects (id, kind, agency_id, team_id, area_code)
  values (new.id, tg_argv[0], new.agency_id, new.team_id, new.area_code)
  on conflict (id) do update set agency_id = excluded.agency_id, team_id = excluded.team_id, area_code = excluded.area_code;
  return new;
end
$$;

revoke all on all functions in schema access from public;
revoke all on procedure access.protect(text, text, text) from public;
grant execute on function
  access.actor(), access.account_id(), access.may(text), access.scopes(text, text), access.has_scope(text, text, text),
  access.my_agency(text, text), access.my_team(text, text), access.my_areas(text, text), access.my_grants(text, text),
  access.compartments_in(text, text), access.actor_agency(), access.actor_team(), access.actor_areas(),
  access.covers(text, text, uuid), access.open_compartments(text, uuid), access.enter(bytea, int)
  to {{server}};

-- The serving role administers accounts but never rewrites what the node is or what a role may do.
grant select on access.node, access.roles, access.agencies, access.teams, access.areas, access.accounts, access.hats,
  access.grants, access.invitations, access.lockouts, access.subjects to {{server}};
grant select (id, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at) on access.sessions to {{server}};
grant insert, delete on access.sessions to {{server}};
grant update (hat_id) on access.sessions to {{server}};
grant insert on access.agencies, access.teams, access.areas, access.accounts, access.hats, access.grants,
  access.invitations to {{server}};
grant update (parent, name) on access.areas to {{server}};
grant update (user_id, name, language, state, second_factor, last_code) on access.accounts to {{server}};
grant update (ended_at) on access.hats to {{server}};
grant update (valid_to) on access.grants to {{server}};
grant update (expires_at, used_at) on access.invitations to {{server}};
grant insert, update, delete on access.lockouts to {{server}};

-- Who works here is no secret among those who work here; who changes it must hold the verb. Where there is no actor,
-- nobody is signed in yet: the open doors (sign-in, invitation) and the node's own background work.
alter table access.accounts enable row level security;
create policy accounts_read on access.accounts for select to {{server}} using (true);
create policy accounts_add on access.accounts for insert to {{server}}
  with check ((select access.may('accounts.administer')));
create policy accounts_change on access.accounts for update to {{server}}
  using (access.account_id() is null or id = access.account_id() or access.may('accounts.administer'));

alter table access.hats enable row level security;
create policy hats_read on access.hats for select to {{server}} using (true);
create policy hats_add on access.hats for insert to {{server}} with check ((select access.may('accounts.administer')));
create policy hats_end on access.hats for update to {{server}} using ((select access.may('accounts.administer')));

alter table access.agencies enable row level security;
create policy agencies_read on access.agencies for select to {{server}} using (true);
create policy agencies_add on access.agencies for insert to {{server}} with check ((select access.may('accounts.administer')));

alter table access.teams enable row level security;
create policy teams_read on access.teams for select to {{server}} using (true);
create policy teams_add on access.teams for insert to {{server}} with check ((select access.may('accounts.administer')));

alter table access.areas enable row level security;
create policy areas_read on access.areas for select to {{server}} using (true);
create policy areas_add on access.areas for insert to {{server}} with check ((select access.may('areas.administer')));
create policy areas_change on access.areas for update to {{server}} using ((select access.may('areas.administer')));

alter table access.invitations enable row level security;
create policy invitations_all on access.invitations for all to {{server}}
  using (access.account_id() is null or access.may('accounts.administer'));

alter table access.sessions enable row level security;
create policy sessions_read on access.sessions for select to {{server}}
  using (access.account_id() is null or account_id = access.account_id() or access.may('accounts.administer'));
create policy sessions_open on access.sessions for insert to {{server}} with check (access.account_id() is null);
create policy sessions_change on access.sessions for update to {{server}}
  using (id = (access.actor() ->> 'session')::uuid);
create policy sessions_end on access.sessions for delete to {{server}}
  using (access.account_id() is null or account_id = access.account_id() or access.may('accounts.administer'));

-- Where somebody stands is itself protected: grants show only for records that the actor may open.
alter table access.subjects enable row level security;
create policy subjects_read on access.subjects for select to {{server}} using (
  (select access.has_scope('read', 'contact', 'node'))
  or agency_id = (select access.my_agency('read', 'contact'))
  or team_id = (select access.my_team('read', 'contact'))
  or area_code = any ((select access.my_areas('read', 'contact'))::text[])
  or id in (select access.my_grants('read', 'contact')));

-- Ends one session by its token; whoever holds the token may end it.
create function access.leave(token bytea) returns void security definer language sql set search_path = '' as $$
  delete from access.sessions where token_hash = token
$$;
revoke all on function access.leave(bytea) from public;
grant execute on function access.leave(bytea) to {{server}};
