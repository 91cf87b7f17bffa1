-- What tells two persons of one name apart: their families and where they live (docs/names.md).

-- What is compared about persons, whoever may see it, by the households of today.
drop function people.sketches(uuid[]);
create function people.sketches(ids uuid[])
returns table (person_id uuid, sex text, birth jsonb, area text, names jsonb, kin jsonb)
stable security definer language sql set search_path = '' as $$
  select p.id, p.sex, p.birth, p.area_code,
         coalesce((select jsonb_agg(jsonb_build_object(
            'compartment', n.compartment, 'family', n.family, 'given', n.given, 'patronymic', n.patronymic)
            order by n.compartment, n.ordinal) from people.names n where n.person_id = p.id), '[]'),
         coalesce((select jsonb_agg(jsonb_build_object('relation', o.role, 'name', q.label) order by o.id)
            from people.household_members m
            join people.household_members o on o.household_id = m.household_id and o.valid_to is null
             and ((m.role = 'child' and o.role in ('mother', 'father')) or (m.role in ('mother', 'father') and o.role = 'child'))
            join people.persons q on q.id = o.person_id
            where m.person_id = p.id and m.valid_to is null), '[]')
  from people.persons p
  where p.id = any (ids) and access.account_id() is null
$$;
revoke all on function people.sketches(uuid[]) from public;
grant execute on function people.sketches(uuid[]) to {{server}};

-- For work of the node that acts for nobody: relatives by name, told from whichever side.
create or replace function people.kin_names(persons uuid[]) returns table (person_id uuid, kind text, sex text, name text)
stable security definer language sql set search_path = '' as $$
  select r.person_id, r.kind, coalesce(p.sex, r.outsider ->> 'sex'), coalesce(p.label, r.outsider ->> 'name')
    from people.relations r left join people.persons p on p.id = r.other_id
   where access.account_id() is null and r.person_id = any (persons)
     and r.kind in ('parent', 'guardian', 'foster-carer', 'spouse', 'child')
     and r.who in ('person', 'outside') and r.standing <> 'refuted' and r.end_reason is distinct from 'corrected'
  union all
  select r.other_id, case r.kind when 'parent' then 'child' else r.kind end, p.sex, p.label
    from people.relations r join people.persons p on p.id = r.person_id
   where access.account_id() is null and r.other_id = any (persons) and r.kind in ('parent', 'spouse')
     and r.standing <> 'refuted' and r.end_reason is distinct from 'corrected'
$$;

-- The register is compared anew, by what is compared now.
update people.compare_state set version = 0, reached = null, compared = 0;
