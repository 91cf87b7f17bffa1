-- A change of a person that moves nobody in the order of families asks nothing of it: planning the question cost more
-- than the rest of the change.
create or replace function people.place_persons() returns trigger security definer language plpgsql
set search_path = '' as $$
declare
  moved uuid[];
  homes uuid[];
begin
  if tg_op = 'INSERT' then
    perform people.place(array(select id from now_rows), '{}');
    return null;
  end if;
  moved := array(
    select n.id from now_rows n join then_rows t on t.id = n.id
     where (n.sort_key, n.agency_id, n.team_id, n.area_code, n.merged_into)
       is distinct from (t.sort_key, t.agency_id, t.team_id, t.area_code, t.merged_into));
  if moved = '{}' then
    return null;
  end if;
  homes := array(
    select m.household_id from now_rows n join then_rows t on t.id = n.id and t.sort_key <> n.sort_key
      join people.household_members m on m.person_id = n.id and m.valid_to is null);
  perform people.place(moved, homes);
  return null;
end
$$;

create or replace function people.place_households() returns trigger security definer language plpgsql
set search_path = '' as $$
declare
  homes uuid[] := array(select n.id from now_rows n join then_rows t on t.id = n.id and t.sort_key <> n.sort_key);
begin
  if homes <> '{}' then
    perform people.place('{}', homes);
  end if;
  return null;
end
$$;

-- As in 0009_search.sql, reading less: what a search costs is what all others wait for. Measured on the labelled set,
-- nobody is found less often.
select show_trgm('any');
create or replace function people.find(words text[], keys text[], initials text[], born_from date, born_to date, most int)
returns table (person_id uuid, weight real, kind text)
stable security definer language plpgsql
set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.5 as $$
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
  wide boolean := my_agency is not null or my_areas <> '{}';
  register real := greatest((select s.persons from people.word_state s), 200);
  -- A full name that is written like somebody's is taken at its word: guessing at slips costs more than all the rest.
  -- Only where the whole node is open, since elsewhere it would depend on records that are shut.
  paired boolean := 'contact' = any (everywhere) and exists (
    select 1 from unnest(keys) k (key) join people.token_uses u on u.token = k.key
    where k.key like 'p:%' and u.compartment = any (everywhere));
  enough constant int := 2500;
  few constant int := 120;
begin
  return query
  with held as materialized (
    -- Records granted to the asker and those of the team: few enough to be found once.
    select g.subject_id as id, c.compartment
    from access.grants g
    cross join lateral unnest(access.compartments_in('read', g.kind)) c (compartment)
    where g.account_id = me and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    union all
    select s.id, c.compartment from access.subjects s cross join unnest(in_team) c (compartment) where s.team_id = my_team
  ), near as materialized (
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
    select w.ord, w.token, w.is_key, (w.likeness * ln(1 + register / coalesce(c.persons, 3)))::real as weight,
           sum(coalesce(c.persons, 3)) over (order by w.token not like 'p:%', coalesce(c.persons, 3), w.ord, w.token) as so_far
    from (
      select n.ord, n.token, n.likeness, false as is_key from near n
      union all
      select 1000 + k.ord, k.key, 1.0, true from unnest(keys) with ordinality as k (key, ord)
    ) w
    left join people.word_counts c on c.token = w.token
  ), hits as (
    -- Pairs and rare words are read whole. Of frequent ones, once enough was read, only some.
    select h.person_id, t.ord, max(t.weight) as weight, min(h.kind) filter (where h.kind <> 'key') as kind
    from terms t
    cross join lateral (
      select u.person_id, u.kind
      from people.token_uses u
      where u.token = t.token
        and (u.compartment = any (everywhere)
          or (u.person_id, u.compartment) in (select held.id, held.compartment from held)
          or (wide and exists (
            select 1 from access.subjects s where s.id = u.person_id
              and ((s.agency_id = my_agency and u.compartment = any (in_agency))
                or (s.area_code = any (my_areas) and u.compartment = any (in_area))))))
      limit case when t.so_far <= enough then enough else few end
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
           where t.so_far > enough and t.is_key and t.ord <> all (l.ords) and exists (
             select 1 from people.token_uses u
             where u.token = t.token and u.person_id = l.person_id
               and (u.compartment = any (everywhere) or access.covers('read', u.compartment, u.person_id)))), 0)
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
