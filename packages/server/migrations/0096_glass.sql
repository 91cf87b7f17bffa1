-- Opening a file in an emergency ("break-glass", docs/glass.md): one person's file, for an hour, read only, in the sections that the role
-- may read at all. A second person is told at once, and somebody else than who opened it says afterwards whether it was justified.

create schema glass;
grant usage on schema glass to {{server}};

-- Which sections a role reads through broken glass, and whether the children of the household come with it; written from roles.ts.
alter table access.roles add column glass text[] not null default '{}', add column glass_children boolean not null default false;
alter table access.grants drop constraint grants_kind;
alter table access.grants add constraint grants_kind check (kind in ('own', 'task', 'sitting', 'glass'));

-- ---------------------------------------------------------------- the row policies know this kind of grant
-- No role has the scope `glass` by itself: only glass.look gives it, for one request about one person. So a grant of this kind opens nothing
-- in a list, a search, an export or any other request.
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
end
$body$;
-- Policies that stand already are written anew with that branch. Each is put into words once, for that is what takes the time.
do $$
declare
  one record;
  becomes text;
begin
  for one in
    with written as materialized (
      select p.polrelid::regclass as child, p.polname as policy, v.clause, pg_get_expr(v.expression, p.polrelid) as was
      from pg_policy p
      cross join lateral (values ('using', p.polqual), ('with check', p.polwithcheck)) as v (clause, expression)
      where v.expression is not null
    )
    select * from written where was like '%compartments_in(''%sitting''%'
  loop
    becomes := regexp_replace(one.was,
      'ELSE \( SELECT access\.compartments_in\(''(read|write)''::text, ''sitting''::text\)( AS compartments_in)?\)',
      'WHEN ''sitting''::text THEN (SELECT access.compartments_in(''\1''::text, ''sitting''::text)) ELSE (SELECT access.compartments_in(''\1''::text, ''glass''::text))', 'g');
    if becomes ~ 'ELSE \( SELECT access\.compartments_in\(''\w+''::text, ''sitting''' then
      raise exception 'the policy % of % still takes every other grant for a sitting', one.policy, one.child;
    end if;
    execute format('alter policy %I on %s %s (%s)', one.policy, one.child, one.clause, becomes);
  end loop;
end
$$;

-- ---------------------------------------------------------------- what was opened, and what was said of it
create table glass.openings (
  id uuid primary key,
  version int not null default 1,
  account_id uuid not null constraint openings_account references access.accounts (id),
  hat_id uuid not null constraint openings_hat references access.hats (id),
  role text not null,
  -- Null once the person was erased; that somebody opened a file, and what was said of it, stays.
  person_id uuid constraint openings_person references people.persons (id) on delete set null,
  -- Who held the record then: their supervisors are told, and say whether it was right.
  agency_id uuid not null constraint openings_agency references access.agencies (id),
  sections text[] not null,
  -- Sealed under the key of the person, as the words of the review.
  reason bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  review_due date not null,
  reminded_on date,
  verdict text constraint openings_verdict check (verdict in ('justified', 'not-justified')),
  words bytea,
  reviewed_by uuid constraint openings_reviewer references access.accounts (id),
  reviewed_at timestamptz,
  constraint openings_time check (ends_at > opened_at and ended_at <= ends_at),
  constraint openings_other check (reviewed_by <> account_id),
  constraint openings_reviewed check (num_nulls(verdict, words, reviewed_by, reviewed_at) in (0, 4))
);
create index openings_by_time on glass.openings (opened_at desc, id desc);
create index openings_by_hat on glass.openings (hat_id, ends_at);
create index openings_by_person on glass.openings (person_id) where person_id is not null;
create index openings_unreviewed on glass.openings (review_due) where verdict is null;

-- Whose files one opening opened: the person's, and where the role has it those of the children at home.
create table glass.files (
  opening_id uuid not null constraint files_opening references glass.openings (id) on delete cascade,
  subject_id uuid not null constraint files_subject references access.subjects (id) on delete cascade,
  constraint files_key primary key (opening_id, subject_id)
);
create index files_by_subject on glass.files (subject_id);

-- One's own; and those that one may review: of records of one's agency, or all of them for who watches over the node.
create function glass.reviews(agency uuid) returns boolean stable language sql set search_path = '' as $$
  select access.may('glass.review') and (access.may('audit.search') or access.has_scope('read', 'contact', 'node') or agency = access.actor_agency())
$$;
alter table glass.openings enable row level security;
create policy openings_read on glass.openings for select to {{server}}
  using (account_id = (select access.account_id()) or glass.reviews(agency_id));
create policy openings_review on glass.openings for update to {{server}}
  using (account_id <> (select access.account_id()) and verdict is null and glass.reviews(agency_id))
  with check (reviewed_by = (select access.account_id()));
alter table glass.files enable row level security;
create policy files_read on glass.files for select to {{server}} using (exists (select 1 from glass.openings o where o.id = opening_id));

-- Whom an opening concerns besides who makes it: supervisors of the agency that holds the record, and who watches over the node.
create function glass.watchers(agency uuid, but uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
  join access.hats h on h.account_id = a.id and h.ended_at is null
  join access.roles r on r.name = h.role and 'glass.review' = any (r.verbs)
  where a.state = 'active' and a.id <> but
    and (h.agency_id = agency or 'audit.search' = any (r.verbs) or r.rights -> 'read' -> 'contact' ? 'node')
$$;

create index identifiers_by_number on people.identifiers (system, value);
-- Whose record a number is, for who may break glass: only on the way to opening it, never as an answer.
create function glass.whose(system text, number text) returns uuid stable security definer language sql set search_path = '' as $$
  select access.standing(i.person_id) from people.identifiers i
  where access.may('glass.break') and i.system = whose.system and i.value = number
  order by i.valid_from desc nulls last, i.id limit 1
$$;

-- Opens the file. `by_number`: found by a number of a paper, so it need not be on a list of the actor. The same one sent again is the same one.
create function glass.break_open(fresh uuid, person uuid, by_number boolean, sealed bytea, moment timestamptz, until timestamptz, due date)
returns text security definer language plpgsql set search_path = '' as $$
declare
  me jsonb := access.actor();
  held glass.openings;
  sections text[];
  children boolean;
  agency uuid;
begin
  select r.glass, r.glass_children into sections, children from access.roles r where r.name = me ->> 'role';
  if not access.may('glass.break') or coalesce(cardinality(sections), 0) = 0 then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  select o.* into held from glass.openings o where o.id = fresh;
  if held.id is not null then
    return case when held.account_id = access.account_id() and held.person_id = person then 'known' else 'not-found' end;
  end if;
  select s.agency_id into agency from access.subjects s where s.id = person and s.kind = 'person';
  if agency is null or not (by_number or access.covers('read', 'contact', person)) then
    return 'not-found';
  end if;
  perform pg_advisory_xact_lock(hashtext('glass'), hashtext(me ->> 'hat'));
  if not exists (select 1 from unnest(sections) c where not access.covers('read', c, person))
    or exists (
      select 1 from glass.openings o where o.hat_id = (me ->> 'hat')::uuid and o.person_id = person and o.ended_at is null and o.ends_at > moment) then
    return 'glass-open-already';
  end if;
  if not exists (select 1 from glass.watchers(agency, access.account_id())) then
    return 'glass-nobody-told';
  end if;
  insert into glass.openings (id, account_id, hat_id, role, person_id, agency_id, sections, reason, opened_at, ends_at, review_due)
  values (fresh, access.account_id(), (me ->> 'hat')::uuid, me ->> 'role', person, agency, sections, sealed, moment, until, due);
  insert into glass.files (opening_id, subject_id)
  select fresh, person
  union
  select fresh, m.person_id from people.household_members h
  join people.household_members m on m.household_id = h.household_id and m.valid_to is null and m.role = 'child'
  where children and h.person_id = person and h.valid_to is null;
  insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from, valid_to)
  select gen_random_uuid(), access.account_id(), f.subject_id, 'glass', access.account_id(), least(moment, now()), until
  from glass.files f where f.opening_id = fresh;
  insert into platform.outbox (id, topic, payload)
  select gen_random_uuid(), 'glass.opened', jsonb_build_object('accountId', w, 'openingId', fresh)
  from glass.watchers(agency, access.account_id()) w;
  return 'opened';
end
$$;

-- Closed before its hour is over, by who opened it.
create function glass.close(opening uuid, moment timestamptz) returns boolean security definer language plpgsql set search_path = '' as $$
begin
  update glass.openings o set ended_at = moment, version = version + 1
   where o.id = opening and o.account_id = access.account_id() and o.ended_at is null and o.ends_at > moment;
  if not found then
    return false;
  end if;
  update access.grants g set valid_to = greatest(moment, g.valid_from) from glass.files f
   where f.opening_id = opening and g.account_id = access.account_id() and g.kind = 'glass' and g.subject_id = f.subject_id and g.valid_to > moment;
  return true;
end
$$;

-- Adds what broken glass opens to the rights of this transaction, when the hat has opened this very file and its time still runs. Reading only.
create function glass.look(person uuid) returns jsonb security definer language plpgsql set search_path = '' as $$
declare
  me jsonb := access.actor();
  reads jsonb;
  found_one record;
  section text;
begin
  if me is null or not (me ->> 'complete')::boolean then
    return null;
  end if;
  select o.id, r.glass into found_one from glass.files f
  join glass.openings o on o.id = f.opening_id
  join access.roles r on r.name = me ->> 'role' and 'glass.break' = any (r.verbs)
  where f.subject_id = person and o.hat_id = (me ->> 'hat')::uuid and o.ended_at is null and o.ends_at > access.moment()
  limit 1;
  if found_one.id is null then
    return null;
  end if;
  reads := me -> 'rights' -> 'read';
  foreach section in array found_one.glass loop
    reads := jsonb_set(reads, array[section], coalesce(reads -> section, '[]') || '["glass"]');
  end loop;
  me := jsonb_set(me, '{rights,read}', reads) || jsonb_build_object('glass', found_one.id);
  perform set_config('kerege.actor', me::text, true);
  return me;
end
$$;

-- How often files were looked at under it, by the log.
create function glass.looks(opening uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from glass.openings o join audit.entries e on e.subjects @> array[o.id]
  where o.id = opening and e.at >= o.opened_at and e.account_id = o.account_id and e.counts ? 'glass'
    and (o.account_id = access.account_id() or glass.reviews(o.agency_id))
$$;

-- Openings whose review is late, with whom to remind; once a day each. For the node's own work.
create function glass.call_reviews(day date, moment timestamptz) returns table (opening_id uuid, account_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  if access.account_id() is not null then
    raise exception 'only for the node itself' using errcode = '42501';
  end if;
  return query
  with late as (
    update glass.openings o set reminded_on = day
     where o.verdict is null and o.review_due <= day and o.reminded_on is distinct from day and coalesce(o.ended_at, o.ends_at) <= moment
    returning o.id, o.agency_id, o.account_id)
  select l.id, w from late l cross join lateral glass.watchers(l.agency_id, l.account_id) w;
end
$$;

revoke all on function glass.reviews(uuid), glass.watchers(uuid, uuid), glass.whose(text, text),
  glass.break_open(uuid, uuid, boolean, bytea, timestamptz, timestamptz, date), glass.close(uuid, timestamptz), glass.look(uuid), glass.looks(uuid),
  glass.call_reviews(date, timestamptz) from public;
grant execute on function glass.reviews(uuid), glass.whose(text, text),
  glass.break_open(uuid, uuid, boolean, bytea, timestamptz, timestamptz, date), glass.close(uuid, timestamptz), glass.look(uuid), glass.looks(uuid),
  glass.call_reviews(date, timestamptz) to {{server}};
grant select on glass.openings, glass.files to {{server}};
grant update (verdict, words, reviewed_by, reviewed_at, version) on glass.openings to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (1010, 'saw', 'glass.openings',
    'select o.id::text as _id, ''contact'' as _section, o.opened_at::date as day, (select a.name from access.accounts a where a.id = o.account_id) as by, ''=access.role.'' || o.role as role, ''=glass.state.'' || coalesce(o.verdict, ''waiting'') as state from glass.openings o where o.person_id = $1 order by o.id');
