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

-- ---------------------------------------------------------------- two homes of one person
-- Where both records live somewhere now, the decider says which is the home of today; the other becomes an earlier
-- one. Two records in one household are there once. What was changed is noted, so that undoing puts it back.
drop function people.move_homes(uuid);
create function people.move_homes(merge uuid, current text, left_on date) returns table (row_id uuid, before jsonb)
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
  mine people.household_members;
  theirs people.household_members;
  ended date;
begin
  select h.* into mine from people.household_members h where h.person_id = m.stays and h.valid_to is null;
  select h.* into theirs from people.household_members h where h.person_id = m.joins and h.valid_to is null;
  if mine.id is not null and mine.household_id = theirs.household_id then
    delete from people.household_members h where h.id = theirs.id;
    return query select theirs.id, to_jsonb(theirs);
  elsif mine.id is not null and theirs.id is not null and current = 'joins' then
    ended := greatest(left_on, mine.valid_from);
    update people.household_members h set valid_to = ended, left_reason = 'moved' where h.id = mine.id;
    return query select mine.id, to_jsonb(mine) || jsonb_build_object('closed', ended);
  elsif mine.id is not null and theirs.id is not null then
    ended := greatest(left_on, theirs.valid_from);
    update people.household_members h set person_id = m.stays, valid_to = ended, left_reason = 'moved' where h.id = theirs.id;
    return query select theirs.id, to_jsonb(theirs) || jsonb_build_object('closed', ended);
  end if;
  return query
    update people.household_members h set person_id = m.stays where h.person_id = m.joins returning h.id, null::jsonb;
end
$$;
-- A home that was closed opens again unless somebody has changed it, or the person lives elsewhere since.
create or replace function people.return_home(merge uuid, home uuid, before jsonb) returns void
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
  owner uuid := coalesce((before ->> 'person_id')::uuid, m.joins);
begin
  if before is null or before ? 'closed' then
    update people.household_members h set person_id = owner where h.id = home and h.person_id = m.stays;
    update people.household_members h set valid_to = null, left_reason = null
     where h.id = home and before ? 'closed' and h.valid_to = (before ->> 'closed')::date and h.left_reason = 'moved'
       and not exists (select 1 from people.household_members o where o.person_id = owner and o.valid_to is null);
  elsif exists (select 1 from people.households h where h.id = (before ->> 'household_id')::uuid) then
    insert into people.household_members
      select r.* from jsonb_populate_record(null::people.household_members, before) r on conflict do nothing;
  end if;
end
$$;
revoke all on function people.move_homes(uuid, text, date) from public;
grant execute on function people.move_homes(uuid, text, date) to {{server}};

-- A relation that both had is told once; what was said about its contradictions is kept with it in the note.
create or replace function people.move_relations(merge uuid) returns table (row_id uuid, before jsonb)
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
  one people.relations;
  looks jsonb;
begin
  for one in
    select r.* from people.relations r
    where m.joins in (r.person_id, r.other_id) and m.stays not in (r.person_id, coalesce(r.other_id, m.joins)) order by r.id
  loop
    if one.end_reason is null and exists (
      select 1 from people.relations o
      where o.end_reason is null and o.kind = one.kind and o.basis = one.basis and o.other_id is not null
        and m.stays in (o.person_id, o.other_id)
        and case when o.person_id = m.stays then o.other_id else o.person_id end
          = case when one.person_id = m.joins then one.other_id else one.person_id end
        and (people.inverse_kin(one.kind) = one.kind or (o.person_id = m.stays) = (one.person_id = m.joins)))
    then
      looks := (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from people.relation_looks l where l.relation_id = one.id);
      delete from people.relations r where r.id = one.id;
      return query select one.id, to_jsonb(one) || jsonb_build_object('looks', looks);
    else
      perform people.retold(one.id, m.joins, m.stays);
      return query select one.id, null::jsonb;
    end if;
  end loop;
end
$$;
create or replace function people.return_relation(merge uuid, relation uuid, before jsonb) returns void
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
begin
  if before is null then
    perform people.retold(relation, m.stays, m.joins);
  elsif not exists (
    -- Somebody may have been erased meanwhile.
    select 1 from unnest(array[before ->> 'person_id', before ->> 'other_id']) as o (id)
    where o.id is not null and not exists (select 1 from people.persons p where p.id = o.id::uuid))
  then
    insert into people.relations
      select r.* from jsonb_populate_record(null::people.relations, before) r on conflict do nothing;
    insert into people.relation_looks
      select l.* from jsonb_populate_recordset(null::people.relation_looks, before -> 'looks') l on conflict do nothing;
  end if;
end
$$;

-- Words of a request stay sealed for whom they were asked about, and for nobody else once it is about them again.
create or replace function approvals.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update approvals.approvals a set
      sealed_for = nullif(coalesce(a.sealed_for, a.person_id), target), person_id = target,
      subject_id = case when a.subject_id = source then target else a.subject_id end
    where a.person_id = source and (chosen is null or a.id = any (chosen)) returning a.id;
end
$$;

-- Writes the sections of the record that stays, in all compartments, as the merge or its undoing made them.
create or replace function people.write_whole(merge uuid, whole jsonb) returns void security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
  one jsonb := whole -> 'person';
begin
  update people.persons p set
    area_code = one ->> 'area_code', version = (one ->> 'version')::int, updated_at = (one ->> 'updated_at')::timestamptz,
    label = one ->> 'label', sort_key = one ->> 'sort_key', sex = one ->> 'sex', birth = one -> 'birth',
    birth_from = (one ->> 'birth_from')::date, birth_to = (one ->> 'birth_to')::date,
    languages = one -> 'languages', contacts = one -> 'contacts'
  where p.id = m.stays;
  delete from people.names where person_id = m.stays;
  insert into people.names (id, person_id, compartment, ordinal, family, given, patronymic, script, language, use, source)
    select n.id, m.stays, n.compartment, n.ordinal, n.family, n.given, n.patronymic, n.script, n.language, n.use, n.source
    from jsonb_to_recordset(whole -> 'names') as n (id uuid, compartment text, ordinal int, family text, given text,
      patronymic text, script text, language text, use text, source text);
  delete from people.identifiers where person_id = m.stays;
  insert into people.identifiers (id, person_id, ordinal, system, value, issuer, valid_from, valid_to)
    select d.id, m.stays, d.ordinal, d.system, d.value, d.issuer, d.valid_from, d.valid_to
    from jsonb_to_recordset(whole -> 'identifiers') as d (id uuid, ordinal int, system text, value text, issuer text,
      valid_from date, valid_to date);
  insert into people.identities (person_id, citizenships) values (m.stays, coalesce(nullif(whole -> 'citizenships', 'null'), '[]'))
    on conflict (person_id) do update set citizenships = excluded.citizenships;
  insert into people.journeys (person_id, birth_place) values (m.stays, nullif(whole -> 'birth_place', 'null'))
    on conflict (person_id) do update set birth_place = excluded.birth_place;
  insert into people.healths (person_id, disability) values (m.stays, nullif(whole -> 'disability', 'null'))
    on conflict (person_id) do update set disability = excluded.disability;
  -- A section that says nothing has no row: undoing leaves none where there was none.
  delete from people.identities i where i.person_id = m.stays and i.citizenships = '[]';
  delete from people.journeys j where j.person_id = m.stays and j.birth_place is null;
  delete from people.healths h where h.person_id = m.stays and h.disability is null;
  perform people.put_words(m.stays, whole -> 'words');
end
$$;

-- ---------------------------------------------------------------- two persons, said by somebody
-- What was said of a record that joined this one holds for this one. Both must be open, as the policy of the table asks.
create function people.not_same_of(person uuid)
returns table (other_id uuid, said_by uuid, said_at timestamptz, reason text)
stable security definer language sql set search_path = '' as $$
  with ids as (select person || access.joined(person) as all), said as (
    select access.standing(case when n.a_id = any (i.all) then n.b_id else n.a_id end) as other_id, n.said_by, n.said_at, n.reason
    from ids i join people.not_same n on n.a_id = any (i.all) or n.b_id = any (i.all)
  )
  select distinct on (s.other_id) s.other_id, s.said_by, s.said_at, s.reason from said s
  where s.other_id <> person and access.covers('read', 'contact', person) and access.covers('read', 'contact', s.other_id)
  order by s.other_id, s.said_at
$$;
create function people.take_back_not_same(one uuid, other uuid) returns boolean
security definer language plpgsql set search_path = '' as $$
declare
  mine uuid[] := one || access.joined(one);
  theirs uuid[] := other || access.joined(other);
begin
  if not (access.may('people.register') or access.may('people.merge'))
    or not access.covers('read', 'contact', one) or not access.covers('read', 'contact', other) then
    return false;
  end if;
  delete from people.not_same n
   where (n.a_id = any (mine) and n.b_id = any (theirs)) or (n.b_id = any (mine) and n.a_id = any (theirs));
  return found;
end
$$;
revoke all on function people.not_same_of(uuid), people.take_back_not_same(uuid, uuid) from public;
grant execute on function people.not_same_of(uuid), people.take_back_not_same(uuid, uuid) to {{server}};

-- ---------------------------------------------------------------- a register compared anew
-- Pairs of some persons with records that share keys, and with those that they were compared with before: what was
-- alike by an older library and is not any more leaves the queue.
create or replace function people.pairs_to_compare(persons uuid[], after uuid, most int)
returns table (person_id uuid, other_id uuid) stable security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  return query
    select p.id, c.person_id from people.persons p cross join lateral people.candidates(p.id, most) c
    where p.id = any (persons) and p.merged_into is null
      and (after is null or c.person_id > after)
      and (after is null or not c.person_id = any (persons) or c.person_id > p.id)
    union
    select p.id, case when l.a_id = p.id then l.b_id else l.a_id end
    from people.persons p join people.lookalikes l on p.id in (l.a_id, l.b_id)
    where p.id = any (persons) and p.merged_into is null
      and (after is null or (case when l.a_id = p.id then l.b_id else l.a_id end > after
        and (not case when l.a_id = p.id then l.b_id else l.a_id end = any (persons)
          or case when l.a_id = p.id then l.b_id else l.a_id end > p.id)));
end
$$;

-- What was found of these pairs. Below the floor a pair goes, unless a person or a number speaks for it.
create or replace function people.note_pairs(pairs jsonb, least_score real, systems text[], changed boolean, at timestamptz) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  insert into people.lookalikes as l (id, a_id, b_id, score, found_at)
    select f.id, least(f.one, f.other), greatest(f.one, f.other), f.score, at
    from jsonb_to_recordset(pairs) as f (id uuid, one uuid, other uuid, score real)
    where f.score >= least_score
      and not exists (select 1 from people.persons p where p.id in (f.one, f.other) and p.merged_into is not null)
      and not people.said_apart(f.one, f.other)
    on conflict on constraint lookalikes_pair do update set score = excluded.score,
      later_change = l.later_change and not changed;
  if changed then
    update people.lookalikes l set same_number = exists (
        select 1 from people.identifiers mine join people.identifiers o on o.person_id = l.b_id and o.system = mine.system
          and regexp_replace(lower(o.value), '[^[:alnum:]]', '', 'g') = regexp_replace(lower(mine.value), '[^[:alnum:]]', '', 'g')
        where mine.person_id = l.a_id and mine.system = any (systems))
      from jsonb_to_recordset(pairs) as f (one uuid, other uuid)
      where l.a_id = least(f.one, f.other) and l.b_id = greatest(f.one, f.other);
  end if;
  delete from people.lookalikes l using jsonb_to_recordset(pairs) as f (one uuid, other uuid, score real)
    where l.a_id = least(f.one, f.other) and l.b_id = greatest(f.one, f.other)
      and f.score < least_score and l.proposed_by is null and not l.same_number;
end
$$;
