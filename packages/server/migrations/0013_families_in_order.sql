-- The register by families, and nothing left behind by a record that ends.

-- ---------------------------------------------------------------- what hangs on a record ends with it
-- A row that is written in the very moment of an erasure waits for it, and finds its record gone; an erasure waits
-- for a row that was first, and takes it along.
delete from documents.documents d where not exists (select 1 from access.subjects s where s.id = d.subject_id);
alter table documents.documents add constraint documents_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;
delete from access.grants g where not exists (select 1 from access.subjects s where s.id = g.subject_id);
alter table access.grants add constraint grants_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;
delete from tasks.tasks t
 where t.subject_id is not null and not exists (select 1 from access.subjects s where s.id = t.subject_id);
alter table tasks.tasks add constraint tasks_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;

-- ---------------------------------------------------------------- the register by families
-- The folded key that sorts a household by its name. Where nobody has written one, its people give it.
alter table people.households add column sort_key text not null default '';

-- Everybody on the register in the order of families, those without one after them. It says who belongs together,
-- so it stands in the compartment of kinship; kept by triggers, written by nobody.
create table people.family_order (
  person_id uuid primary key constraint family_order_person references people.persons (id) on delete cascade,
  alone boolean not null,
  family_key text not null,
  -- The household, or the person where there is none.
  family_id uuid not null,
  sort_key text not null,
  agency_id uuid not null,
  team_id uuid,
  area_code text not null
);
create index family_order_by_node on people.family_order (alone, family_key, family_id, sort_key, person_id);
create index family_order_by_agency on people.family_order (agency_id, alone, family_key, family_id, sort_key, person_id);
create index family_order_by_team on people.family_order (team_id, alone, family_key, family_id, sort_key, person_id);
create index family_order_by_area on people.family_order (area_code, alone, family_key, family_id, sort_key, person_id);
create index family_order_by_family on people.family_order (family_id);

alter table people.family_order enable row level security;
create policy family_order_read on people.family_order for select to {{server}} using (
  (select access.has_scope('read', 'kinship', 'node'))
  or agency_id = (select access.my_agency('read', 'kinship'))
  or team_id = (select access.my_team('read', 'kinship'))
  or area_code = any ((select access.my_areas('read', 'kinship'))::text[])
  or person_id in (select access.my_grants('read', 'kinship')));
grant select on people.family_order to {{server}};

-- Writes the rows of these people and of all who live with them, before or now. Planned anew each time: one family
-- and a whole import want different plans.
create function people.place(persons uuid[], homes uuid[]) returns void security definer language sql
set search_path = '' set plan_cache_mode = force_custom_plan as $$
  -- Who joined another record stands nowhere.
  delete from people.family_order f using people.persons p
   where f.person_id = any (persons) and p.id = f.person_id and p.merged_into is not null;
  with touched as materialized (
    select unnest(persons) as id
    union select m.person_id from people.household_members m where m.household_id = any (homes) and m.valid_to is null
  ), home as materialized (
    select m.person_id, m.household_id from people.household_members m join touched t on t.id = m.person_id
     where m.valid_to is null
  ), least as materialized (
    select o.household_id, min(p.sort_key) as sort_key
      from (select distinct household_id from home) h
      join people.household_members o on o.household_id = h.household_id and o.valid_to is null
      join people.persons p on p.id = o.person_id
     group by o.household_id
  )
  insert into people.family_order as f
    (person_id, alone, family_key, family_id, sort_key, agency_id, team_id, area_code)
  select p.id, home.household_id is null, coalesce(nullif(h.sort_key, ''), least.sort_key, p.sort_key),
         coalesce(home.household_id, p.id), p.sort_key, p.agency_id, p.team_id, p.area_code
    from touched t
    join people.persons p on p.id = t.id and p.merged_into is null
    left join home on home.person_id = p.id
    left join people.households h on h.id = home.household_id
    left join least on least.household_id = home.household_id
  on conflict (person_id) do update set
    alone = excluded.alone, family_key = excluded.family_key, family_id = excluded.family_id,
    sort_key = excluded.sort_key, agency_id = excluded.agency_id, team_id = excluded.team_id,
    area_code = excluded.area_code
  where (f.alone, f.family_key, f.family_id, f.sort_key, f.agency_id, f.team_id, f.area_code)
    is distinct from (excluded.alone, excluded.family_key, excluded.family_id, excluded.sort_key,
      excluded.agency_id, excluded.team_id, excluded.area_code)
$$;

create function people.place_persons() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform people.place(array(select id from now_rows), '{}');
  else
    perform people.place(array(
      select n.id from now_rows n join then_rows t on t.id = n.id
       where (n.sort_key, n.agency_id, n.team_id, n.area_code, n.merged_into)
         is distinct from (t.sort_key, t.agency_id, t.team_id, t.area_code, t.merged_into)), array(
      select m.household_id from now_rows n join then_rows t on t.id = n.id and t.sort_key <> n.sort_key
        join people.household_members m on m.person_id = n.id and m.valid_to is null));
  end if;
  return null;
end
$$;
create trigger persons_placed after insert on people.persons
  referencing new table as now_rows for each statement execute function people.place_persons();
create trigger persons_replaced after update on people.persons
  referencing old table as then_rows new table as now_rows for each statement execute function people.place_persons();

create function people.place_members() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  case tg_op
    when 'INSERT' then
      perform people.place(array(select person_id from now_rows), array(select distinct household_id from now_rows));
    when 'DELETE' then
      perform people.place(array(select person_id from then_rows), array(select distinct household_id from then_rows));
    else
      perform people.place(
        array(select person_id from now_rows union select person_id from then_rows),
        array(select household_id from now_rows union select household_id from then_rows));
  end case;
  return null;
end
$$;
create trigger household_members_placed after insert on people.household_members
  referencing new table as now_rows for each statement execute function people.place_members();
create trigger household_members_replaced after update on people.household_members
  referencing old table as then_rows new table as now_rows for each statement execute function people.place_members();
create trigger household_members_left after delete on people.household_members
  referencing old table as then_rows for each statement execute function people.place_members();

create function people.place_households() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform people.place('{}', array(
    select n.id from now_rows n join then_rows t on t.id = n.id and t.sort_key <> n.sort_key));
  return null;
end
$$;
create trigger households_replaced after update on people.households
  referencing old table as then_rows new table as now_rows for each statement execute function people.place_households();

revoke all on function people.place(uuid[], uuid[]), people.place_persons(), people.place_members(),
  people.place_households() from public;

select people.place(array(select id from people.persons), '{}');

-- Sizes of several households at once, of those that are open to the actor by one of their members.
create function people.household_sizes(households uuid[]) returns table (household_id uuid, size int)
stable security definer language sql set search_path = '' as $$
  select h, people.household_size(h) from unnest(households) as h
$$;
revoke all on function people.household_sizes(uuid[]) from public;
grant execute on function people.household_sizes(uuid[]) to {{server}};
