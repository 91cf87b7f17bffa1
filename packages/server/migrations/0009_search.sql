-- Search by keys: beside its folded words every name gives keys that all scripts share (contract/names/keys.ts).
-- Keys stand in people.token_uses like words do, under the compartment of the name they come from.

alter table people.token_uses drop constraint token_uses_kind;
alter table people.token_uses add constraint token_uses_kind check (kind in ('name', 'key', 'identifier', 'phone'));
-- For prefixes, in whatever locale the database was made with.
create index tokens_by_prefix on people.tokens (token text_pattern_ops);

-- How many bear a word or a key. Below five nothing is kept: what only few bear could tell who they are.
create table people.word_counts (
  token text primary key,
  persons int not null constraint word_counts_some check (persons >= 5)
);

-- Which version of the keys the register was written with, and how far a rebuild has come.
create table people.word_state (
  one boolean primary key default true constraint word_state_one check (one),
  version int not null default 0,
  -- The last person whose words were written anew; null when no rebuild is under way.
  reached uuid,
  -- The register as it was counted last.
  persons int not null default 0,
  counted_at timestamptz
);
insert into people.word_state default values;

-- Two records that somebody has looked at and said to be two persons.
create table people.not_same (
  a_id uuid not null constraint not_same_a references people.persons (id) on delete cascade,
  b_id uuid not null constraint not_same_b references people.persons (id) on delete cascade,
  said_by uuid not null constraint not_same_said_by references access.accounts (id),
  said_at timestamptz not null,
  reason text,
  primary key (a_id, b_id),
  constraint not_same_order check (a_id < b_id)
);
create index not_same_by_b on people.not_same (b_id);
alter table people.not_same enable row level security;
-- Who may see both may see what was said of them. The policy of people.persons decides inside.
create policy not_same_read on people.not_same for select to {{server}} using (
  exists (select 1 from people.persons p where p.id = a_id) and exists (select 1 from people.persons p where p.id = b_id));
create policy not_same_add on people.not_same for insert to {{server}} with check (
  said_by = (select access.account_id())
  and exists (select 1 from people.persons p where p.id = a_id) and exists (select 1 from people.persons p where p.id = b_id));
create policy not_same_take_back on people.not_same for delete to {{server}} using (
  exists (select 1 from people.persons p where p.id = a_id) and exists (select 1 from people.persons p where p.id = b_id));
grant select, insert, delete on people.not_same to {{server}};

-- ---------------------------------------------------------------- finding
-- Candidates for a query, the likeliest first; the program compares them and says why. Runs below the policy and
-- repeats it for the compartment of every word (0003_people.sql says why). `words` are folded, `keys` are search keys,
-- `initials` single folded letters; persons born outside the days given, by more than a year, are left out.
-- A session that has not used the extension yet may not set its threshold: an upgrade runs in such a one.
select show_trgm('any');
drop function people.find(text[], int);
create function people.find(words text[], keys text[], initials text[], born_from date, born_to date, most int)
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
  enough constant int := 4000;
  few constant int := 150;
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
    limit most * 4
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

-- Persons who share keys, for a record or a draft: pairs of words that agree in any script, and any one word of those
-- born on the same day. Cheap enough to ask for every person of a register. Asked by somebody, it shows what is open
-- to them; asked by the node's own background work, everything.
create function people.sharing(keys text[], born_from date, born_to date, most int)
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
    where born_from = born_to and p.birth_to = born_to and p.birth_from = born_from
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

-- The same for a person of the register, by the keys of theirs that are open.
create function people.candidates(person uuid, most int) returns table (person_id uuid, weight real)
stable security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  background boolean := access.account_id() is null;
  born record;
  keys text[];
begin
  if not background and not access.covers('read', 'contact', person) then
    return;
  end if;
  select p.birth_from, p.birth_to into born from people.persons p where p.id = person;
  keys := array(
    select distinct u.token from people.token_uses u
    where u.person_id = person and u.kind = 'key' and (background or access.covers('read', u.compartment, person)));
  return query
    select s.person_id, s.weight from people.sharing(keys, born.birth_from, born.birth_to, most + 1) s
    where s.person_id <> person limit most;
end
$$;

-- How frequent the names of a query are.
create function people.counts_of(tokens text[]) returns table (token text, persons int, register int)
stable security definer language sql set search_path = '' as $$
  select c.token, c.persons, s.persons
  from people.word_state s left join people.word_counts c on c.token = any (tokens)
$$;

-- ---------------------------------------------------------------- the node's own background work
-- These see the whole register, so they answer only where nobody is signed in.

-- Takes the next persons whose words have to be written anew, and keeps others from doing the same meanwhile.
-- Answers nothing when the register is up to date or somebody else is at it.
create function people.words_to_write(wanted int, most int)
returns table (person_id uuid, compartment text, family text, given text, patronymic text)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  state record;
  ids uuid[];
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  select s.version, s.reached into state from people.word_state s where s.version <> wanted for update skip locked;
  if not found then
    return;
  end if;
  -- Whoever changes a person meanwhile waits, and then writes words of their own.
  ids := array(
    select p.id from people.persons p where state.reached is null or p.id > state.reached
    order by p.id limit most for update);
  if ids = '{}' then
    update people.word_state set version = wanted, reached = null;
    return;
  end if;
  update people.word_state set reached = ids[cardinality(ids)];
  return query
    select i.id, n.compartment, n.family, n.given, n.patronymic
    from unnest(ids) i (id) left join people.names n on n.person_id = i.id;
end
$$;

-- Puts the words of names in place of those that these persons had. Numbers and phones stay as they are.
create function people.write_words(persons uuid[], uses jsonb) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  delete from people.token_uses u where u.person_id = any (persons) and u.kind in ('name', 'key');
  insert into people.token_uses (token, person_id, compartment, kind)
    select u.token, u.person, u.compartment, u.kind
    from jsonb_to_recordset(uses) u (token text, person uuid, compartment text, kind text)
    on conflict do nothing;
  insert into people.tokens (token)
    select distinct u.token from jsonb_to_recordset(uses) u (token text, kind text) where u.kind = 'name'
    on conflict do nothing;
end
$$;

-- Words that nobody bears any more. Who writes words just now is waited for, so that none of theirs is taken.
create function people.forget_words() returns void security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  lock table people.tokens in share row exclusive mode;
  delete from people.tokens t where not exists (select 1 from people.token_uses u where u.token = t.token);
end
$$;

-- Counts the register anew.
create function people.count_words() returns int security definer language plpgsql set search_path = '' as $$
declare
  register int;
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  delete from people.word_counts;
  insert into people.word_counts (token, persons)
    select u.token, count(distinct u.person_id) from people.token_uses u where u.kind in ('name', 'key')
    group by u.token having count(distinct u.person_id) >= 5;
  select count(*) into register from people.persons;
  update people.word_state set persons = register, counted_at = now();
  analyze people.word_counts;
  return register;
end
$$;

revoke all on all functions in schema people from public;
grant execute on function
  people.find(text[], text[], text[], date, date, int), people.sharing(text[], date, date, int),
  people.candidates(uuid, int), people.counts_of(text[]),
  people.words_to_write(int, int), people.write_words(uuid[], jsonb), people.count_words(), people.forget_words() to {{server}};
