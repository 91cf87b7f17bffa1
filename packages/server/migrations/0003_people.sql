-- The register of people. Each compartment is a table (or a row with a compartment), each under its own policy.

create schema people;
grant usage on schema people to {{server}};

-- The contact compartment, and where the person stands.
create table people.persons (
  id uuid primary key,
  agency_id uuid not null,
  team_id uuid,
  area_code text not null,
  version int not null default 1,
  -- The name shown, and the folded key that sorts it.
  label text not null,
  sort_key text not null,
  sex text not null constraint persons_sex check (sex in ('female', 'male', 'unknown', 'withheld')),
  -- The birth date as it was given; birth_from and birth_to are the first and last possible day.
  birth jsonb not null,
  birth_from date,
  birth_to date,
  languages jsonb not null default '[]',
  contacts jsonb not null default '[]',
  -- Version of the shapes in the jsonb columns.
  shape int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint persons_birth_range check (birth_from <= birth_to)
);
create index persons_by_name on people.persons (sort_key, id);
create index persons_by_update on people.persons (updated_at desc, id desc);
create index persons_by_area on people.persons (area_code, sort_key, id);
create index persons_by_team on people.persons (team_id, sort_key, id);
create index persons_by_agency on people.persons (agency_id, sort_key, id);
-- Wide enough to count by age, sex and area without touching the rows.
create index persons_by_birth on people.persons (birth_to, birth_from, sex, area_code, agency_id, team_id, id);

create table people.names (
  id uuid primary key,
  person_id uuid not null constraint names_person references people.persons (id) on delete cascade,
  -- contact, identity or journey: a spelling on a camp list betrays the journey.
  compartment text not null constraint names_compartment check (compartment in ('contact', 'identity', 'journey')),
  ordinal int not null,
  family text, given text, patronymic text,
  script text not null,
  language text,
  use text not null,
  source text not null,
  constraint names_not_empty check (coalesce(family, given, patronymic) is not null),
  constraint names_order unique (person_id, compartment, ordinal)
);

create table people.identities (
  person_id uuid primary key constraint identities_person references people.persons (id) on delete cascade,
  citizenships jsonb not null,
  shape int not null default 1
);
create table people.identifiers (
  id uuid primary key,
  person_id uuid not null constraint identifiers_person references people.persons (id) on delete cascade,
  ordinal int not null,
  system text not null,
  value text not null,
  issuer text,
  valid_from date,
  valid_to date
);
create index identifiers_by_person on people.identifiers (person_id);

create table people.journeys (
  person_id uuid primary key constraint journeys_person references people.persons (id) on delete cascade,
  birth_place jsonb,
  shape int not null default 1
);
create table people.healths (
  person_id uuid primary key constraint healths_person references people.persons (id) on delete cascade,
  disability jsonb,
  shape int not null default 1
);

create table people.households (
  id uuid primary key,
  name text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table people.household_members (
  person_id uuid primary key constraint household_members_person references people.persons (id) on delete cascade,
  household_id uuid not null constraint household_members_household references people.households (id),
  role text not null
);
create index household_members_by_household on people.household_members (household_id);

-- Search: distinct folded words, and who bears them. Kept small so that the trigram index is asked once a word.
create table people.tokens (token text primary key);
create index tokens_by_trigram on people.tokens using gin (token gin_trgm_ops);
create table people.token_uses (
  token text not null,
  person_id uuid not null constraint token_uses_person references people.persons (id) on delete cascade,
  compartment text not null,
  kind text not null constraint token_uses_kind check (kind in ('name', 'identifier', 'phone')),
  primary key (token, person_id, compartment, kind)
);
create index token_uses_by_person on people.token_uses (person_id);

create trigger persons_subject after insert or update of agency_id, team_id, area_code or delete on people.persons
  for each row execute function access.track_subject('person');

-- ---------------------------------------------------------------- policies
-- The functions in (select ...) run once per statement, so that a list pays for the comparison only.
alter table people.persons enable row level security;
create policy persons_read on people.persons for select to {{server}} using (
  (select access.has_scope('read', 'contact', 'node'))
  or agency_id = (select access.my_agency('read', 'contact'))
  or team_id = (select access.my_team('read', 'contact'))
  or area_code = any ((select access.my_areas('read', 'contact'))::text[])
  or id in (select access.my_grants('read', 'contact')));
create policy persons_add on people.persons for insert to {{server}} with check (
  agency_id = (access.actor() ->> 'agency')::uuid);
-- A change in any compartment raises the version of the person; which columns, the section policies decide.
create policy persons_change on people.persons for update to {{server}}
  using (cardinality(access.open_compartments('write', id)) > 0);

call access.protect('people.names', 'person_id', 'compartment');
call access.protect('people.identities', 'person_id', '''identity''');
call access.protect('people.identifiers', 'person_id', '''identity''');
call access.protect('people.journeys', 'person_id', '''journey''');
call access.protect('people.healths', 'person_id', '''health''');
call access.protect('people.household_members', 'person_id', '''kinship''');
call access.protect('people.token_uses', 'person_id', 'compartment');

alter table people.households enable row level security;
create policy households_read on people.households for select to {{server}}
  using (exists (select 1 from people.household_members m where m.household_id = households.id));
create policy households_add on people.households for insert to {{server}} with check (true);
create policy households_change on people.households for update to {{server}}
  using (exists (select 1 from people.household_members m where m.household_id = households.id and access.covers('write', 'kinship', m.person_id)));

-- How many members a household has in all, so that those who are not open are counted and not named.
create function people.household_size(household uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from people.household_members where household_id = household
    and exists (select 1 from people.household_members m where m.household_id = household and access.covers('read', 'kinship', m.person_id))
$$;

-- Search below the policy (trigram operators are not leakproof, so the planner would not use the index above it),
-- repeating the policy for the compartment of every word. `words` are folded; a row is a person with a score 0..1.
create function people.find(words text[], most int)
returns table (person_id uuid, score real, kind text)
stable security definer language sql
set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.5 as $$
  with asked as (
    select word, ord from unnest(words) with ordinality as w (word, ord)
  ), near as materialized (
    select a.ord, t.token,
           case when t.token = a.word then 1.0
                when t.token like a.word || '%' then 0.9
                else similarity(t.token, a.word) * 0.9 end as likeness
    from asked a
    cross join lateral (
      (select token from people.tokens where token = a.word)
      union
      (select token from people.tokens where length(a.word) >= 2 and token like a.word || '%' order by length(token), token limit 24)
      union
      (select token from people.tokens where length(a.word) >= 4 and token % a.word order by similarity(token, a.word) desc, token limit 16)
    ) t
  ), hits as (
    select u.person_id, n.ord, max(n.likeness) as likeness, min(u.kind) as kind
    from near n
    join people.token_uses u on u.token = n.token
    where u.compartment = any ((select access.compartments_in('read', 'node'))::text[])
      -- Narrower scopes: the ids that are open are found once, for each compartment that a word may stand in.
      or (u.compartment = 'contact' and u.person_id in (select access.reached('contact')))
      or (u.compartment = 'identity' and u.person_id in (select access.reached('identity')))
      or (u.compartment = 'journey' and u.person_id in (select access.reached('journey')))
    group by u.person_id, n.ord
  )
  select h.person_id, (sum(h.likeness) / cardinality(words))::real as score, min(h.kind)
  from hits h
  group by h.person_id
  -- At least half of what was asked has to be there.
  having sum(h.likeness) / cardinality(words) >= 0.45
  order by score desc, h.person_id
  limit most
$$;

-- Erasure leaves no row of the person, and no word that only they bore.
create function people.erase(person uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  home uuid;
  borne text[];
begin
  if not access.covers('read', 'contact', person) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  select household_id into home from people.household_members where person_id = person;
  borne := array(select distinct token from people.token_uses where person_id = person);
  delete from people.persons where id = person;
  delete from people.tokens t
   where t.token = any (borne) and not exists (select 1 from people.token_uses u where u.token = t.token);
  delete from people.households h where h.id = home
    and not exists (select 1 from people.household_members m where m.household_id = h.id);
end
$$;

revoke all on all functions in schema people from public;
grant execute on function people.find(text[], int), people.household_size(uuid), people.erase(uuid) to {{server}};
grant select, insert, update on people.persons to {{server}};
grant select, insert, update, delete on people.names, people.identities, people.identifiers, people.journeys, people.healths,
  people.household_members, people.token_uses to {{server}};
grant select, insert, update on people.households to {{server}};
grant select, insert on people.tokens to {{server}};
