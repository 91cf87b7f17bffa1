-- Operations: numbers that ask for the people of a list and not for the whole register, beds that another operation needs on the same
-- days, and a number for the wrist that somebody at the door was not given.

-- ---------------------------------------------------------------- numbers of a list
-- As in 0040. Each person is looked up by its line: a plan that hashes the register instead takes as long as the register is large,
-- and `offset 0` keeps the planner from making one. Years are computed there, once a person; as repatriation.years() counts them, which
-- costs more as a function than all the rest.
create or replace function repatriation.counted(operation uuid, today date)
returns table (state text, sex text, age_group text, people int, families int, heads int)
stable security definer language sql set search_path = '' as $$
  select l.state, p.sex,
         case when p.years is null then 'unknown' when p.years < 3 then '0-2' when p.years < 7 then '3-6'
              when p.years < 12 then '7-11' when p.years < 18 then '12-17' when p.years < 60 then '18-59' else '60+' end,
         count(*)::int, count(distinct l.family_id)::int, count(*) filter (where l.head)::int
    from repatriation.lines l
    cross join lateral (
      select q.sex, case when q.birth_to is not null then greatest(0, extract(year from age(today, q.birth_to))::int) end as years
        from people.persons q where q.id = l.person_id and q.merged_into is null offset 0) p
   where l.operation_id = operation and operation in (select repatriation.seen())
   group by 1, 2, 3
$$;

create or replace function repatriation.sizes(operations uuid[], today date)
returns table (operation_id uuid, people int, families int, men int, women int, children int, not_known int, ended int)
stable security definer language sql set search_path = '' as $$
  select l.operation_id, count(*) filter (where on_list)::int,
         count(distinct l.family_id) filter (where on_list)::int,
         count(*) filter (where on_list and p.years >= 18 and p.sex = 'male')::int,
         count(*) filter (where on_list and p.years >= 18 and p.sex = 'female')::int,
         count(*) filter (where on_list and p.years < 18)::int,
         count(*) filter (where on_list and (p.years is null or (p.years >= 18 and p.sex not in ('male', 'female'))))::int,
         count(*) filter (where l.ended)::int
    from repatriation.lines l
    cross join lateral (
      select q.sex, case when q.birth_to is not null then greatest(0, extract(year from age(today, q.birth_to))::int) end as years
        from people.persons q where q.id = l.person_id and q.merged_into is null offset 0) p
    cross join lateral (select l.state not in ('refused', 'not-boarded', 'taken-off') as on_list) y
   where l.operation_id = any (operations) and l.operation_id in (select repatriation.seen())
   group by l.operation_id
$$;

create or replace function repatriation.waiting(operation uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from repatriation.lines l
   where l.operation_id = operation and not l.ended and operation in (select repatriation.seen())
     and exists (select 1 from people.persons p where p.id = l.person_id and p.merged_into is null offset 0)
$$;

-- ---------------------------------------------------------------- rows of a list that was sent
-- The same as in 0042, written into the policy (0007): a list of 500 asked a function for every row that had become somebody.
drop policy import_rows_all on repatriation.import_rows;
create policy import_rows_all on repatriation.import_rows to {{server}} using (
  operation_id in (select repatriation.imports_into())
  and (person_id is null
    or 'journey' = any ((select access.compartments_in('read', 'node'))::text[])
    or exists (
      select 1 from access.subjects s where s.id = person_id and (
        (s.agency_id = (select access.actor_agency()) and 'journey' = any ((select access.compartments_in('read', 'agency'))::text[]))
        or (s.team_id = (select access.actor_team()) and 'journey' = any ((select access.compartments_in('read', 'team'))::text[]))
        or (s.area_code = any ((select access.actor_areas())::text[]) and 'journey' = any ((select access.compartments_in('read', 'area'))::text[]))))
    or exists (
      select 1 from access.grants g
      where g.account_id = (select access.account_id()) and g.subject_id = person_id
        and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
        and 'journey' = any (case g.kind
          when 'own' then (select access.compartments_in('read', 'own'))
          when 'task' then (select access.compartments_in('read', 'task'))
          else (select access.compartments_in('read', 'sitting')) end))));

-- ---------------------------------------------------------------- beds that others need on the same days
-- People on lists of other operations of the same agency whose stay, of the usual length, meets the stay of these; whoever has a bed
-- already is counted with the beds. Where nobody has said how long a stay is, every one meets every other.
create function repatriation.also_coming(operation uuid, arrives date, usual int) returns int
stable security definer language sql set search_path = '' as $$
  select count(*)::int
    from repatriation.operations o
    join repatriation.operations t on t.agency_id = o.agency_id and t.id <> o.id and t.state in ('planned', 'prepared', 'under-way')
     and t.planned_from is not null and (usual is null or abs(t.planned_from - arrives) <= usual)
    join repatriation.lines l on l.operation_id = t.id and not l.ended
   where o.id = operation and operation in (select repatriation.seen())
     and exists (select 1 from people.persons p where p.id = l.person_id and p.merged_into is null offset 0)
     and not exists (select 1 from repatriation.stays s where s.person_id = l.person_id and s.to_at is null)
$$;
revoke all on function repatriation.also_coming(uuid, date, int) from public;
grant execute on function repatriation.also_coming(uuid, date, int) to {{server}};

-- ---------------------------------------------------------------- a number that was not given
-- What somebody at the door was to wear and somebody else wears already: everybody who ticks sees it until they have a number.
alter table repatriation.lines add column bracelet_asked text;
grant update (bracelet_asked) on repatriation.lines to {{server}};
