-- What a policy asks of the asker lies ready for the transaction, instead of being read out of one JSON text at every question: a page
-- of a person asked a hundred times. The functions have no settings of their own any more, so the planner writes them into the
-- statement; their bodies are parsed here and now, so no search path can change what they mean.

-- Makes `actor` the one who asks in this transaction. What is derived of it is written here only.
create function access.wear(actor jsonb) returns void language plpgsql set search_path = '' as $$
begin
  perform set_config('kerege.actor', actor::text, true),
          set_config('kerege.account', coalesce(actor ->> 'account', ''), true),
          set_config('kerege.agency', coalesce(actor ->> 'agency', ''), true),
          set_config('kerege.team', coalesce(actor ->> 'team', ''), true),
          set_config('kerege.areas', array(select jsonb_array_elements_text(coalesce(actor -> 'areas', '[]')))::text, true),
          set_config('kerege.verbs', array(select jsonb_array_elements_text(coalesce(actor -> 'verbs', '[]')))::text, true);
  -- Every scope, also those that the actor has nowhere: another actor may have asked before in this transaction.
  perform set_config('kerege.' || m.mode || '_' || s.scope,
                     array(select c.key from jsonb_each(actor -> 'rights' -> m.mode) c where c.value ? s.scope)::text, true)
  from unnest(array['read', 'write']) m (mode)
  cross join unnest(array['own', 'task', 'sitting', 'glass', 'team', 'agency', 'area', 'node']) s (scope);
end
$$;
-- Who serves says who is asking, as it could before.
revoke all on function access.wear(jsonb) from public;
grant execute on function access.wear(jsonb) to {{server}};

-- Whatever made somebody the asker does it by that one way.
do $$
declare
  one regprocedure;
begin
  for one in select p.oid::regprocedure from pg_proc p where p.prosrc like '%set_config(''kerege.actor''%' and p.oid <> 'access.wear(jsonb)'::regprocedure
  loop
    execute regexp_replace(pg_get_functiondef(one), 'set_config\(''kerege\.actor'', ([^\n]+)::text, true\)', 'access.wear(\1)');
  end loop;
  if exists (select 1 from pg_proc p where p.prosrc like '%set_config(''kerege.actor''%' and p.oid <> 'access.wear(jsonb)'::regprocedure) then
    raise exception 'somebody is made the asker in another way';
  end if;
end
$$;

create or replace function access.account_id() returns uuid stable language sql
  return nullif(current_setting('kerege.account', true), '')::uuid;
create or replace function access.actor_agency() returns uuid stable language sql
  return nullif(current_setting('kerege.agency', true), '')::uuid;
create or replace function access.actor_team() returns uuid stable language sql
  return nullif(current_setting('kerege.team', true), '')::uuid;
create or replace function access.actor_areas() returns text[] stable language sql
  return coalesce(nullif(current_setting('kerege.areas', true), '')::text[], '{}');
create or replace function access.may(verb text) returns boolean stable language sql
  return coalesce(verb = any (nullif(current_setting('kerege.verbs', true), '')::text[]), false);
create or replace function access.compartments_in(mode text, scope text) returns text[] stable language sql
  return coalesce(nullif(current_setting('kerege.' || mode || '_' || scope, true), '')::text[], '{}');
create or replace function access.has_scope(mode text, compartment text, scope text) returns boolean stable language sql
  return coalesce(compartment = any (access.compartments_in(mode, scope)), false);
create or replace function access.my_agency(mode text, compartment text) returns uuid stable language sql
  return case when access.has_scope(mode, compartment, 'agency') then access.actor_agency() end;
create or replace function access.my_team(mode text, compartment text) returns uuid stable language sql
  return case when access.has_scope(mode, compartment, 'team') then access.actor_team() end;
create or replace function access.my_areas(mode text, compartment text) returns text[] stable language sql
  return case when access.has_scope(mode, compartment, 'area') then access.actor_areas() else '{}' end;

-- Records granted to the actor, of the kinds that the compartment is open for.
create or replace function access.my_grants(mode text, compartment text) returns setof uuid stable security definer language sql set search_path = '' as $$
  select subject_id from access.grants
  where account_id = access.account_id() and compartment = any (access.compartments_in(mode, kind))
    and valid_from <= now() and (valid_to is null or valid_to > now())
$$;
drop function access.scopes(text, text);

-- What functions ask before they read or write past the policies: is this record, in this compartment, open to the actor?
create or replace function access.covers(mode text, compartment text, subject uuid) returns boolean stable security definer language plpgsql set search_path = '' as $$
declare
  place record;
begin
  select s.agency_id, s.team_id, s.area_code into place from access.subjects s where s.id = subject;
  if not found or (compartment <> 'contact' and rights.is_sealed(subject)) then
    return false;
  end if;
  return access.has_scope(mode, compartment, 'node')
    or (place.agency_id = access.my_agency(mode, compartment)) is true
    or (place.team_id = access.my_team(mode, compartment)) is true
    or (place.area_code = any (access.my_areas(mode, compartment))) is true
    or exists (
      select 1 from access.grants g
      where g.account_id = access.account_id() and g.subject_id = subject and access.has_scope(mode, compartment, g.kind)
        and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()));
end
$$;
-- The same for every compartment of a record: its place and what was granted are looked up once for all.
create or replace function access.open_compartments(mode text, subject uuid) returns text[] stable security definer language plpgsql set search_path = '' as $$
declare
  place record;
  sealed constant boolean := rights.is_sealed(subject);
begin
  select s.agency_id, s.team_id, s.area_code into place from access.subjects s where s.id = subject;
  if not found then
    return '{}';
  end if;
  return array(
    select c from (
      select 'node' as scope
      union all select 'agency' where place.agency_id = access.actor_agency()
      union all select 'team' where place.team_id = access.actor_team()
      union all select 'area' where place.area_code = any (access.actor_areas())
      union all select g.kind from access.grants g
        where g.account_id = access.account_id() and g.subject_id = subject
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())) open
    cross join unnest(access.compartments_in(mode, open.scope)) c
    where c = 'contact' or not sealed
    group by c order by length(c), c collate "C");
end
$$;
