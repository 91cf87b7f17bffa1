-- Kinship: who is what to whom, how surely and since when; and who lived together when.

-- A record that belongs to two people is open where it is open for one of them: the policies of access.protect, once
-- for each side. They are permissive, so that the database joins them by "or".
create procedure access.protect_pair(child text, one text, other text, compartment text) language plpgsql as $body$
declare
  policy record;
begin
  call access.protect(child, one, compartment);
  for policy in select p.polname from pg_catalog.pg_policy p where p.polrelid = child::regclass loop
    execute format('alter policy %I on %s rename to %I', policy.polname, child, policy.polname || '_' || one);
  end loop;
  call access.protect(child, other, compartment);
end
$body$;
revoke all on procedure access.protect_pair(text, text, text, text) from public;

-- Between two people of the register in one direction only (contract/people/kinship/kinds.ts): from the child to the
-- parent, from the ward to the guardian, between equals from the smaller id.
create table people.relations (
  id uuid primary key,
  person_id uuid not null constraint relations_person references people.persons (id) on delete cascade,
  -- What the other is to the person.
  kind text not null constraint relations_kind check (kind in (
    'parent', 'child', 'sibling', 'half-sibling', 'spouse', 'grandparent', 'grandchild', 'guardian', 'ward',
    'foster-carer', 'foster-child', 'aunt-uncle', 'niece-nephew', 'cousin', 'other-relative')),
  basis text not null constraint relations_basis check (basis in ('biological', 'legal', 'care', 'marital', 'not-said')),
  standing text not null constraint relations_standing check (standing in ('claimed', 'proved', 'contested', 'refuted')),
  who text not null constraint relations_who check (who in ('person', 'outside', 'unknown', 'erased')),
  other_id uuid constraint relations_other_person references people.persons (id) on delete cascade,
  -- Somebody who is not on the register; their id is the same wherever the same one is meant.
  outsider_id uuid,
  outsider jsonb,
  -- Of an unknown or an erased relative, all that is kept.
  other_sex text,
  since jsonb,
  until jsonb,
  end_reason text constraint relations_end check (end_reason in (
    'died', 'divorced', 'guardianship-ended', 'came-of-age', 'court-decision', 'corrected', 'other')),
  -- Of a genetic test: that it was done, its result, who keeps it. Never more.
  evidence jsonb not null default '[]',
  note text,
  shape int not null default 1,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint relations_other check (
    (who = 'person') = (other_id is not null) and (who = 'outside') = (outsider_id is not null and outsider is not null)),
  constraint relations_not_self check (other_id <> person_id)
);
create index relations_by_person on people.relations (person_id);
create index relations_by_other on people.relations (other_id);
create index relations_by_outsider on people.relations (outsider_id) where outsider_id is not null;
-- The same is not said twice of the same two; what has ended may begin again.
create unique index relations_once on people.relations (person_id, other_id, kind, basis)
  where other_id is not null and end_reason is null;

call access.protect_pair('people.relations', 'person_id', 'other_id', '''kinship''');
grant select, insert, update on people.relations to {{server}};

-- Something on a tree that does not go together, and was looked at: why it stands, until the relations change.
create table people.relation_looks (
  id uuid primary key,
  relation_id uuid not null constraint relation_looks_relation references people.relations (id) on delete cascade,
  relation_ids uuid[] not null,
  code text not null,
  -- Hash of what was looked at.
  based_on bytea not null,
  reason text not null,
  account_id uuid not null,
  at timestamptz not null
);
create index relation_looks_by_relation on people.relation_looks (relation_id);
alter table people.relation_looks enable row level security;
create policy relation_looks_read on people.relation_looks for select to {{server}}
  using (exists (select 1 from people.relations r where r.id = relation_id));
create policy relation_looks_add on people.relation_looks for insert to {{server}} with check (
  exists (select 1 from people.relations r where r.id = relation_id
    and (access.covers('write', 'kinship', r.person_id) or access.covers('write', 'kinship', r.other_id))));
grant select, insert on people.relation_looks to {{server}};

-- ---------------------------------------------------------------- households over time
-- Rows written so far keep no beginning, since nobody wrote it down, and take their ids from the database.
alter table people.household_members drop constraint household_members_pkey;
alter table people.household_members
  add column id uuid not null default gen_random_uuid() primary key,
  add column valid_from date,
  add column valid_to date,
  add column left_reason text constraint household_members_left check (left_reason in (
    'moved', 'married', 'placed', 'died', 'corrected', 'other')),
  add constraint household_members_period check (valid_from <= valid_to),
  add constraint household_members_ended check ((valid_to is null) = (left_reason is null));
-- One home at a time.
create unique index household_members_now on people.household_members (person_id) where valid_to is null;
create index household_members_by_person on people.household_members (person_id);

drop policy households_change on people.households;
create policy households_change on people.households for update to {{server}}
  using (exists (select 1 from people.household_members m
    where m.household_id = households.id and m.valid_to is null and access.covers('write', 'kinship', m.person_id)));

create or replace function people.household_size(household uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from people.household_members where household_id = household and valid_to is null
    and exists (select 1 from people.household_members m where m.household_id = household and access.covers('read', 'kinship', m.person_id))
$$;

-- ---------------------------------------------------------------- the tree
-- People within some steps of kinship, below the policy so that each step is one look at an index; it goes on only
-- through those whose kinship is open to the actor. Joined back to the protected tables.
create function people.kin_of(start uuid, steps int, most int) returns table (person_id uuid, distance int)
stable security definer language plpgsql set search_path = '' as $$
declare
  found_ids uuid[] := array[start];
  found_at int[] := array[0];
  frontier uuid[] := array[start];
  next uuid[];
begin
  for step in 1..steps loop
    frontier := array(select f from unnest(frontier) f where access.covers('read', 'kinship', f));
    next := array(
      select distinct o.id from (
        select r.other_id as id from people.relations r
         where r.person_id = any (frontier) and r.other_id is not null and r.end_reason is distinct from 'corrected'
        union
        select r.person_id from people.relations r
         where r.other_id = any (frontier) and r.end_reason is distinct from 'corrected') o
      where o.id <> all (found_ids) order by o.id limit most - cardinality(found_ids));
    exit when cardinality(next) = 0;
    found_ids := found_ids || next;
    found_at := found_at || array_fill(step, array[cardinality(next)]);
    frontier := next;
  end loop;
  return query select u.id, u.step from unnest(found_ids, found_at) as u (id, step);
end
$$;

-- Names of mothers, fathers and guardians, for work of the node that acts for nobody (comparing persons).
create function people.kin_names(persons uuid[]) returns table (person_id uuid, kind text, sex text, name text)
stable security definer language sql set search_path = '' as $$
  select r.person_id, r.kind, coalesce(p.sex, r.outsider ->> 'sex'), coalesce(p.label, r.outsider ->> 'name')
    from people.relations r left join people.persons p on p.id = r.other_id
   where access.account_id() is null and r.person_id = any (persons) and r.kind in ('parent', 'guardian', 'foster-carer')
     and r.who in ('person', 'outside') and r.standing <> 'refuted' and r.end_reason is distinct from 'corrected'
$$;

-- ---------------------------------------------------------------- erasure
create function people.inverse_kin(kind text) returns text immutable language sql set search_path = '' as $$
  select case kind
    when 'parent' then 'child' when 'child' then 'parent'
    when 'grandparent' then 'grandchild' when 'grandchild' then 'grandparent'
    when 'guardian' then 'ward' when 'ward' then 'guardian'
    when 'foster-carer' then 'foster-child' when 'foster-child' then 'foster-carer'
    when 'aunt-uncle' then 'niece-nephew' when 'niece-nephew' then 'aunt-uncle'
    else kind end
$$;

-- Of a relative who was erased, the one who stays keeps the place in the family and nothing else: a child with an
-- erased mother is not a child whose mother nobody knows. What was wrong or untrue goes altogether.
create function people.forget_kin(person uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  concerned uuid[] := array(select r.id from people.relations r where r.person_id = person or r.other_id = person);
begin
  delete from people.relation_looks l where l.relation_ids && concerned;
  delete from people.relations r
   where r.id = any (concerned)
     and (r.other_id is null or r.standing = 'refuted' or r.end_reason is not distinct from 'corrected');
  update people.relations r set
    kind = case when r.person_id = person then people.inverse_kin(r.kind) else r.kind end,
    person_id = case when r.person_id = person then r.other_id else r.person_id end,
    who = 'erased', other_id = null, other_sex = (select p.sex from people.persons p where p.id = person),
    since = null, until = null, evidence = '[]', note = null, version = r.version + 1, updated_at = now()
   where r.id = any (concerned);
end
$$;

create or replace function people.erase(person uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  homes uuid[];
  borne text[];
begin
  if not access.covers('read', 'contact', person) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  homes := array(select distinct household_id from people.household_members where person_id = person);
  borne := array(select distinct token from people.token_uses where person_id = person);
  perform people.forget_kin(person);
  delete from people.persons where id = person;
  delete from people.tokens t
   where t.token = any (borne) and not exists (select 1 from people.token_uses u where u.token = t.token);
  delete from people.households h where h.id = any (homes)
    and not exists (select 1 from people.household_members m where m.household_id = h.id);
end
$$;

revoke all on function people.kin_of(uuid, int, int), people.kin_names(uuid[]), people.inverse_kin(text),
  people.forget_kin(uuid) from public;
grant execute on function people.kin_of(uuid, int, int), people.kin_names(uuid[]) to {{server}};
