-- Persons who share keys, as in 0009. Since records can join others (0012) the index of births holds those that stand alone, and a
-- question that does not say so walks the whole register for every person: a list of 500 took a minute, and each record that was
-- written did the same in the background. Who has joined another is no answer anyway.
create or replace function people.sharing(keys text[], born_from date, born_to date, most int)
returns table (person_id uuid, weight real)
stable security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  background boolean := access.account_id() is null;
  everywhere text[] := access.compartments_in('read', 'node');
  register real := greatest((select s.persons from people.word_state s), 200);
begin
  return query
  with terms as materialized (
    select k.key, ln(1 + register / coalesce(c.persons, 3)) as weight, k.key like 'p:%' as pair,
           sum(coalesce(c.persons, 3)) filter (where k.key like 'p:%') over (order by coalesce(c.persons, 3), k.key) as so_far
    from unnest(keys) k (key) left join people.word_counts c on c.token = k.key
  ), uses as (
    select h.person_id, h.compartment, t.key, t.weight
    from terms t
    cross join lateral (
      select u.person_id, u.compartment from people.token_uses u where u.token = t.key and u.kind = 'key'
      limit case when t.so_far <= 3000 then 3000 else 300 end
    ) h
    where t.pair
    union
    select p.id, h.compartment, h.token, t.weight
    from people.persons p
    -- The limit keeps the planner from reading whole lists of frequent keys.
    cross join lateral (
      select u.compartment, u.token from people.token_uses u
      where u.person_id = p.id and u.kind = 'key' and u.token = any (keys) limit 100) h
    join terms t on t.key = h.token
    where born_from = born_to and p.birth_to = born_to and p.birth_from = born_from and p.merged_into is null
  ), sums as (
    select o.person_id, sum(o.weight) as weight
    from (
      select distinct u.person_id, u.key, u.weight from uses u
      where background or u.compartment = any (everywhere) or access.covers('read', u.compartment, u.person_id)
    ) o
    group by o.person_id
    order by 2 desc, 1
    limit most * 4
  )
  select s.person_id,
         (s.weight + case when p.birth_from <= born_to and p.birth_to >= born_from then 4 else 0 end)::real
  from sums s join people.persons p on p.id = s.person_id
  order by 2 desc, 1
  limit most;
end
$$;
