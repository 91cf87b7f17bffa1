-- Sealing the records of a child (docs/rights.md): who was on the register stays, what was written of the child is read by nobody, until
-- two people open it for some days. Kept below every action, by a policy of each table.

create table rights.seals (
  person_id uuid primary key constraint seals_person references people.persons (id) on delete cascade,
  why text not null constraint seals_why check (why in ('age', 'asked', 'court')),
  sealed_by uuid not null constraint seals_sealed_by references access.accounts (id),
  sealed_at timestamptz not null,
  -- Opened by two people, until then; it shuts by itself.
  open_until timestamptz
);
alter table rights.seals enable row level security;
create policy seals_read on rights.seals for select to {{server}}
  using ((select access.may('people.erase')) and access.covers('read', 'contact', person_id));
grant select on rights.seals to {{server}};

-- Whose records nobody reads just now.
create function rights.sealed() returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.person_id from rights.seals s where s.open_until is null or s.open_until <= now()
$$;
create function rights.is_sealed(person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from rights.seals s where s.person_id = person and (s.open_until is null or s.open_until <= now()))
$$;

-- Does somebody work with the person? Whoever may read of the case: what they need is not shut away from them.
create function rights.worked(person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from cases.cases c where c.person_id = person and c.state not in ('ended', 'transferred', 'merged'))
$$;

-- Who was a child when a case of theirs began, has none that goes on, and is so old by now.
create function rights.sealable(majority int, years int) returns table (id uuid, label text, on_day date)
stable language sql set search_path = '' as $$
  select p.id, p.label, (p.birth_to + make_interval(years => majority + years))::date
  from people.persons p
  where p.merged_into is null and p.birth_to is not null
    and exists (select 1 from cases.cases c where c.person_id = p.id and c.opened_at < p.birth_to + make_interval(years => majority))
    and not exists (select 1 from cases.cases c where c.person_id = p.id and c.state not in ('ended', 'transferred', 'merged'))
    and not exists (select 1 from rights.seals s where s.person_id = p.id)
$$;

-- Seals what a second person decided: under a request that the actor has just agreed to.
create function rights.agreed(request uuid, its_kind text, person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
    where a.id = request and a.kind = its_kind and a.subject_id = person and a.state = 'approved')
$$;
create function rights.seal(person uuid, request uuid, reason text, moment timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not rights.agreed(request, 'record-sealing', person) then
    raise exception 'not for the actor to seal' using errcode = '42501';
  end if;
  insert into rights.seals (person_id, why, sealed_by, sealed_at) values (person, reason, access.account_id(), moment) on conflict do nothing;
end
$$;
create function rights.open_seal(person uuid, request uuid, until timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not rights.agreed(request, 'seal-opening', person) then
    raise exception 'not for the actor to open' using errcode = '42501';
  end if;
  update rights.seals s set open_until = until where s.person_id = person;
end
$$;

-- ---------------------------------------------------------------- kept by every policy
-- Of the register the name and how to reach somebody stay, and kinship, which is others' as well; so do requests to see one's own file.
do $$
declare
  one record;
begin
  for one in
    select distinct p.polrelid::regclass::text as child,
      exists (select 1 from pg_attribute a where a.attrelid = p.polrelid and a.attname = 'compartment') as by_section
    from pg_policy p
    join pg_attribute a on a.attrelid = p.polrelid and a.attname = 'person_id'
    where p.polname like '%\_read\_select' and p.polrelid::regclass::text not in ('people.household_members', 'people.relations',
      'rights.file_requests', 'rights.file_withheld')
  loop
    execute format('create policy sealed on %s as restrictive for all to {{server}} using (%s person_id not in (select rights.sealed()))',
      one.child, case when one.by_section and one.child like 'people.%' then 'compartment = ''contact'' or' else '' end);
  end loop;
end
$$;
-- Tables to come are protected with it.
create or replace procedure access.protect(child text, subject text, compartment text) language plpgsql as $body$
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
            when 'sitting' then (select access.compartments_in('MODE', 'sitting'))
            else (select access.compartments_in('MODE', 'glass')) end)))
      $check$, 'MODE', verb.mode), 'SUBJECT', subject), 'COMPARTMENT', compartment);
    execute format('create policy %I on %s for %s to {{server}} %s %s',
      replace(child, '.', '_') || '_' || verb.mode || '_' || verb.name, child, verb.name, verb.clause, check_sql);
  end loop;
  execute format('create policy sealed on %s as restrictive for all to {{server}} using (%s not in (select rights.sealed()))', child, subject);
end
$body$;

create policy sealed on cases.cases as restrictive for select to {{server}} using (person_id not in (select rights.sealed()));
create policy sealed on documents.documents as restrictive for all to {{server}} using (subject_id not in (select rights.sealed()));
create policy sealed on tasks.tasks as restrictive for all to {{server}} using (subject_id is null or subject_id not in (select rights.sealed()));

-- What functions ask before they read or write past the policies.
create or replace function access.covers(mode text, compartment text, subject uuid) returns boolean stable security definer language plpgsql set search_path = '' as $$
declare
  actor jsonb := access.actor();
  scopes jsonb := actor -> 'rights' -> mode -> compartment;
  place record;
begin
  if scopes is null then
    return false;
  end if;
  select s.agency_id, s.team_id, s.area_code into place from access.subjects s where s.id = subject;
  if not found or (compartment <> 'contact' and rights.is_sealed(subject)) then
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
create or replace function access.opens_to(account uuid, mode text, compartment text, subject uuid, verb text default null)
returns boolean stable security definer language sql set search_path = '' as $$
  select (compartment = 'contact' or not rights.is_sealed(subject)) and exists (
    select 1
    from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
    join access.subjects s on s.id = subject
    cross join lateral (select r.rights -> mode -> compartment as scopes) t
    where a.id = account and a.state = 'active' and (verb is null or verb = any (r.verbs)) and (
      t.scopes ? 'node'
      or (t.scopes ? 'agency' and s.agency_id = h.agency_id)
      or (t.scopes ? 'team' and s.team_id = h.team_id)
      or (t.scopes ? 'area' and exists (
        select 1 from access.areas c where c.code = s.area_code and (c.code = any (h.areas) or c.parent = any (h.areas))))
      or exists (
        select 1 from access.grants g
        where g.account_id = a.id and g.subject_id = s.id and t.scopes ? g.kind
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()))))
$$;

revoke all on function rights.sealed(), rights.is_sealed(uuid), rights.worked(uuid), rights.sealable(int, int), rights.agreed(uuid, text, uuid),
  rights.seal(uuid, uuid, text, timestamptz), rights.open_seal(uuid, uuid, timestamptz) from public;
grant execute on function rights.sealed(), rights.is_sealed(uuid), rights.worked(uuid), rights.sealable(int, int),
  rights.seal(uuid, uuid, text, timestamptz), rights.open_seal(uuid, uuid, timestamptz) to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (1005, 'work', 'rights.seals',
    'select s.person_id::text as _id, ''contact'' as _section, ''=sealing.why.'' || s.why as about, s.sealed_at::date as since, s.open_until::date as until, (select a.name from access.accounts a where a.id = s.sealed_by) as by from rights.seals s where s.person_id = $1');
