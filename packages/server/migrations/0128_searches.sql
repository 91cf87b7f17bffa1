-- What is asked of the register while somebody types, reading less. Two things were slow: whoever sees some hundreds of people read all
-- uses of each frequent word to find their own among them, and each search was planned anew, which took as long as a tenth of it. Now
-- those who are open to somebody are asked for by their ids, and the plan is kept: everything in it is one look at an index.
select show_trgm('any');
create or replace function people.find(words text[], keys text[], initials text[], born_from date, born_to date, most int)
returns table (person_id uuid, weight real, kind text)
stable security definer language plpgsql
set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.5
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  me uuid := access.account_id();
  everywhere text[] := access.compartments_in('read', 'node');
  in_agency text[] := access.compartments_in('read', 'agency');
  in_team text[] := access.compartments_in('read', 'team');
  in_area text[] := access.compartments_in('read', 'area');
  my_agency uuid := case when in_agency <> '{}' then access.actor_agency() end;
  my_team uuid := case when in_team <> '{}' then access.actor_team() end;
  my_areas text[] := case when in_area <> '{}' then access.actor_areas() else '{}' end;
  register real := greatest((select s.persons from people.word_state s), 200);
  -- A full name that is written like somebody's is taken at its word: guessing at slips costs more than all the rest.
  -- Only where the whole node is open, since elsewhere it would depend on records that are shut.
  paired boolean := 'contact' = any (everywhere) and exists (
    select 1 from unnest(keys) k (key) join people.token_uses u on u.token = k.key
    where k.key like 'p:%' and u.compartment = any (everywhere));
  most_held constant int := 2000;
  -- An agency or an area of few people is no more to read than a team.
  wide boolean := (select count(*) > most_held from (
    (select from access.subjects s where s.agency_id = my_agency limit most_held + 1)
    union all
    (select from unnest(my_areas) a (code) cross join lateral (
       select from access.subjects s where s.area_code = a.code limit most_held + 1) s limit most_held + 1)) s);
  -- Whoever is open to the asker one by one, and what of them.
  held uuid[];
  held_in text[];
  ids uuid[];
  enough constant int := 1200;
  few constant int := 60;
begin
  select array_agg(h.id), array_agg(h.compartment) into held, held_in from (
    select g.subject_id as id, c.compartment
    from access.grants g
    cross join lateral unnest(access.compartments_in('read', g.kind)) c (compartment)
    where g.account_id = me and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    union
    select s.id, c.compartment from access.subjects s cross join unnest(in_team) c (compartment) where s.team_id = my_team
    union
    select s.id, c.compartment from access.subjects s cross join unnest(in_agency) c (compartment)
    where not wide and s.agency_id = my_agency
    union
    select s.id, c.compartment from unnest(my_areas) a (code)
    cross join lateral (select s.id from access.subjects s where s.area_code = a.code limit most_held) s
    cross join unnest(in_area) c (compartment)
    where not wide) h;
  ids := array(select distinct unnest(held));
  return query
  with near as materialized (
    select a.ord, t.token,
           case when t.token = a.word then 1.0
                when starts_with(t.token, a.word) then 0.9
                else similarity(t.token, a.word) * 0.9 end as likeness
    from unnest(words) with ordinality as a (word, ord)
    cross join lateral (
      (select token from people.tokens where token = a.word)
      union
      (select token from people.tokens
        where length(a.word) >= 2 and token ~>=~ a.word and token ~<~ (a.word || chr(1114111))
        order by length(token), token limit 24)
      union
      (select token from people.tokens
        where length(a.word) >= 4 and a.word !~ '\d' and token % a.word
          and not (paired and exists (select 1 from people.tokens k where k.token = a.word))
        order by similarity(token, a.word) desc, token limit 16)
    ) t
  ), terms as materialized (
    select w.ord, w.token, w.is_key, w.persons, (w.likeness * ln(1 + register / w.persons))::real as weight,
           sum(w.persons) over (order by w.token not like 'p:%', w.persons, w.ord, w.token) as so_far
    from (
      select v.*, coalesce((select c.persons from people.word_counts c where c.token = v.token), 3) as persons from (
        select n.ord, n.token, n.likeness, false as is_key from near n
        union all
        select 1000 + k.ord, k.key, 1.0, true from unnest(keys) with ordinality as k (key, ord)
      ) v
    ) w
  ), open as materialized (
    select h.id, h.compartment from unnest(held, held_in) h (id, compartment)
  ), hits as (
    -- Pairs and rare words are read whole. Of frequent ones, once enough was read, only some, unless people are asked for one by one.
    select h.person_id, t.ord, max(t.weight) as weight, min(h.kind) filter (where h.kind <> 'key') as kind
    from terms t
    cross join lateral (
      (select u.person_id, u.kind from people.token_uses u
       where everywhere <> '{}' and u.token = t.token and u.compartment = any (everywhere)
       limit case when t.so_far <= enough then enough else few end)
      union all
      (select u.person_id, u.kind from people.token_uses u
       where wide and u.token = t.token and exists (
         select 1 from access.subjects s where s.id = u.person_id
           and ((s.agency_id = my_agency and u.compartment = any (in_agency))
             or (s.area_code = any (my_areas) and u.compartment = any (in_area))))
       limit case when t.so_far <= enough then enough else few end)
      union all
      -- `false or` keeps the planner from joining what is open to whoever asks, one by one: it is looked up by its hash.
      select u.person_id, u.kind from people.token_uses u
      where ids <> '{}' and t.persons <= 3 * cardinality(ids) and u.token = t.token
        and (false or (u.person_id, u.compartment) in (select o.id, o.compartment from open o))
      union all
      select u.person_id, u.kind from people.token_uses u
      where t.persons > 3 * cardinality(ids) and u.token = t.token and u.person_id = any (ids)
        and (false or (u.person_id, u.compartment) in (select o.id, o.compartment from open o))
    ) h
    group by h.person_id, t.ord
  ), sums as (
    select h.person_id, sum(h.weight)::real as weight, min(h.kind) as kind, array_agg(h.ord) as ords
    from hits h group by h.person_id
  ), likely as (
    select s.person_id, s.weight, s.kind, s.ords from sums s
    where born_from is null or exists (
      select 1 from people.persons p where p.id = s.person_id
        and (p.birth_from is null or (p.birth_from <= born_to + 366 and p.birth_to >= born_from - 366)))
    order by s.weight desc, s.person_id
    limit most * 3
  )
  select l.person_id,
         -- What was too frequent to be read whole tells apart those who share the rest.
         (l.weight + coalesce((
           select sum(t.weight) from terms t
           where t.so_far > enough and t.is_key and t.ord <> all (l.ords) and (
             select true from people.token_uses u
             where u.token = t.token and u.person_id = l.person_id
               and (u.compartment = any (everywhere) or access.covers('read', u.compartment, u.person_id)) limit 1)), 0)
         + 3 * (
           select count(*) from unnest(initials) i (letter)
           where exists (
             select 1 from people.token_uses u
             where u.person_id = l.person_id and u.kind = 'name' and starts_with(u.token, i.letter)
               and (u.compartment = any (everywhere) or access.covers('read', u.compartment, u.person_id)))))::real,
         coalesce(l.kind, 'name')
  from likely l
  order by 2 desc, 1
  limit most;
end
$$;

-- Members are counted once for all families, and not family by family; whoever reads kinship everywhere is asked for each what is left of
-- the rule.
create or replace function people.household_sizes(households uuid[]) returns table (household_id uuid, size int)
stable security definer language sql set search_path = '' as $$
  select s.household_id, s.size from (
    select m.household_id, count(*)::int as size from people.household_members m
    where m.household_id = any (households) and m.valid_to is null group by m.household_id) s
  where exists (
    select 1 from people.household_members m where m.household_id = s.household_id
      and (access.has_scope('read', 'kinship', 'node') and not rights.is_sealed(m.person_id)
        or access.covers('read', 'kinship', m.person_id)))
$$;

-- Whether a record is sealed is asked wherever something is open: the plan of the question is kept, and not made at each call.
create or replace function rights.is_sealed(person uuid) returns boolean stable security definer language plpgsql set search_path = '' as $$
begin
  return exists (select 1 from rights.seals s where s.person_id = person and (s.open_until is null or s.open_until <= now()));
end
$$;
