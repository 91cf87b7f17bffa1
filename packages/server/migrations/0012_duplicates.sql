-- Two records of one person become one, and can become two again (docs/decisions/0012-merge-is-undone-whole.md).
-- The record that joins keeps every row of its own sections and leaves the register; what hangs on it moves.

-- ---------------------------------------------------------------- a record that stands for another
alter table access.subjects add column same_as uuid;
create index subjects_by_same_as on access.subjects (same_as) where same_as is not null;

-- The record that stands for this one today: itself, unless it joined another.
create function access.standing(subject uuid) returns uuid stable security definer language sql set search_path = '' as $$
  with recursive line (id, depth) as (
    select subject, 0
    union all
    select s.same_as, l.depth + 1 from line l join access.subjects s on s.id = l.id
    where s.same_as is not null and l.depth < 100
  )
  select id from line order by depth desc limit 1
$$;
-- Records that joined this one, directly or by another.
create function access.joined(subject uuid) returns uuid[] stable security definer language sql set search_path = '' as $$
  with recursive line (id, depth) as (
    select s.id, 1 from access.subjects s where s.same_as = subject
    union all
    select s.id, l.depth + 1 from line l join access.subjects s on s.same_as = l.id where l.depth < 100
  )
  select coalesce(array_agg(id), '{}') from line
$$;
-- May the actor say that these two are one, or take it back?
create function access.may_join(one uuid, other uuid) returns boolean stable language sql set search_path = '' as $$
  select coalesce(one <> other and access.may('people.merge')
    and access.covers('read', 'contact', access.standing(one))
    and access.covers('read', 'contact', access.standing(other)), false)
$$;
revoke all on function access.standing(uuid), access.joined(uuid), access.may_join(uuid, uuid) from public;
grant execute on function access.standing(uuid), access.joined(uuid), access.may_join(uuid, uuid) to {{server}};

-- ---------------------------------------------------------------- the register without those who joined
alter table people.persons add column merged_into uuid constraint persons_merged_into references people.persons (id);
create index persons_by_merged_into on people.persons (merged_into) where merged_into is not null;

drop policy persons_read on people.persons;
create policy persons_read on people.persons for select to {{server}} using (
  merged_into is null and (
    (select access.has_scope('read', 'contact', 'node'))
    or agency_id = (select access.my_agency('read', 'contact'))
    or team_id = (select access.my_team('read', 'contact'))
    or area_code = any ((select access.my_areas('read', 'contact'))::text[])
    or id in (select access.my_grants('read', 'contact'))));
drop policy persons_change on people.persons;
create policy persons_change on people.persons for update to {{server}}
  using (merged_into is null and cardinality(access.open_compartments('write', id)) > 0);

-- The policy asks for it on every row, so the indexes know it: a count still reads nothing else.
drop index people.persons_by_name, people.persons_by_update, people.persons_by_area, people.persons_by_team,
  people.persons_by_agency, people.persons_by_birth;
create index persons_by_name on people.persons (sort_key, id) where merged_into is null;
create index persons_by_update on people.persons (updated_at desc, id desc) where merged_into is null;
create index persons_by_area on people.persons (area_code, sort_key, id) where merged_into is null;
create index persons_by_team on people.persons (team_id, sort_key, id) where merged_into is null;
create index persons_by_agency on people.persons (agency_id, sort_key, id) where merged_into is null;
create index persons_by_birth on people.persons (birth_to, birth_from, sex, area_code, agency_id, team_id, id)
  where merged_into is null;

-- The record to open instead of one that joined it; null where that is not open to the actor, or nothing joined.
create function people.joined_to(person uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select s from (select access.standing(person) as s) t where s <> person and access.covers('read', 'contact', s)
$$;

-- ---------------------------------------------------------------- merges
create table people.merges (
  id uuid primary key,
  stays uuid not null constraint merges_stays references people.persons (id) on delete cascade,
  joins uuid not null constraint merges_joins references people.persons (id) on delete cascade,
  state text not null constraint merges_state check (state in ('done', 'undone')),
  decided_by uuid not null constraint merges_decided_by references access.accounts (id),
  decided_at timestamptz not null,
  undone_by uuid constraint merges_undone_by references access.accounts (id),
  undone_at timestamptz,
  -- The sections of the record that stays, before and after, sealed under its key. Reasons stand in the log.
  snapshot bytea not null,
  shape int not null default 1,
  constraint merges_two check (stays <> joins),
  constraint merges_undone check ((state = 'undone') = (undone_at is not null) and (undone_at is null) = (undone_by is null))
);
create unique index merges_standing on people.merges (joins) where state = 'done';
create index merges_by_stays on people.merges (stays, decided_at desc);
create index merges_by_joins on people.merges (joins);

-- Rows of any slice that moved with a merge: which, and what a later move back has to know. Ids and codes.
create table people.merge_moves (
  merge_id uuid not null constraint merge_moves_merge references people.merges (id) on delete cascade,
  kind text not null,
  row_id uuid not null,
  before jsonb,
  primary key (merge_id, kind, row_id)
);

alter table people.merges enable row level security;
create policy merges_read on people.merges for select to {{server}} using (access.covers('read', 'contact', access.standing(stays)));
create policy merges_add on people.merges for insert to {{server}} with check (
  decided_by = (select access.account_id()) and state = 'done' and access.may_join(stays, joins));
create policy merges_undo on people.merges for update to {{server}}
  using (state = 'done' and access.may_join(stays, joins)) with check (undone_by = (select access.account_id()) and state = 'undone');
-- Which papers and tasks moved is for those who may take it back: a row may lie in a section that they cannot open.
alter table people.merge_moves enable row level security;
create policy merge_moves_read on people.merge_moves for select to {{server}} using (
  (select access.may('people.merge')) and merge_id in (select m.id from people.merges m));
create policy merge_moves_add on people.merge_moves for insert to {{server}} with check (
  (select access.may('people.merge')) and merge_id in (select m.id from people.merges m));

-- Is this merge being decided or taken back in this very transaction, by the actor? What works below the policies
-- asks here first, so that it can do nothing else than what was just recorded.
create function people.merging(merge uuid) returns people.merges stable security definer language plpgsql set search_path = '' as $$
declare
  found people.merges;
begin
  select m.* into found from people.merges m
   where m.id = merge and m.xmin = pg_current_xact_id()::xid
     and coalesce(m.undone_by, m.decided_by) = access.account_id() and access.may_join(m.stays, m.joins);
  if found.id is null then
    raise exception 'no merge under way' using errcode = '42501';
  end if;
  return found;
end
$$;

-- Locks both, always in one order, whoever may write in them: a decider need not.
create function people.lock_pair(one uuid, other uuid)
returns table (id uuid, version int, merged_into uuid) security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(one, other) then
    return;
  end if;
  return query select p.id, p.version, p.merged_into from people.persons p
    where p.id in (one, other) order by p.id for update;
end
$$;

-- A record with all its sections, for the comparison of two: what is not open to the actor stays inside the program.
create function people.whole(person uuid) returns jsonb stable security definer language plpgsql set search_path = '' as $$
begin
  if not (access.may('people.merge') and access.covers('read', 'contact', access.standing(person))) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return (
    select jsonb_build_object(
      'person', to_jsonb(p),
      'names', coalesce((select jsonb_agg(to_jsonb(n) order by n.compartment, n.ordinal) from people.names n where n.person_id = p.id), '[]'),
      'citizenships', (select i.citizenships from people.identities i where i.person_id = p.id),
      'identifiers', coalesce((select jsonb_agg(to_jsonb(d) order by d.ordinal) from people.identifiers d where d.person_id = p.id), '[]'),
      'birth_place', (select j.birth_place from people.journeys j where j.person_id = p.id),
      'disability', (select h.disability from people.healths h where h.person_id = p.id))
    from people.persons p where p.id = person);
end
$$;

-- Writes the sections of the record that stays, in all compartments, as the merge or its undoing made them.
create function people.write_whole(merge uuid, whole jsonb) returns void security definer language plpgsql set search_path = '' as $$
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
  perform people.put_words(m.stays, whole -> 'words');
end
$$;

-- The words by which a person is found, all of them anew. Not granted: only functions above and below call it.
create function people.put_words(person uuid, words jsonb) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from people.token_uses where person_id = person;
  insert into people.tokens (token) select distinct w.token from jsonb_to_recordset(words) as w (token text, kind text) where w.kind <> 'key'
    on conflict do nothing;
  insert into people.token_uses (token, person_id, compartment, kind)
    select w.token, person, w.compartment, w.kind
    from jsonb_to_recordset(words) as w (token text, compartment text, kind text)
    on conflict do nothing;
end
$$;

-- The record that joins leaves the register, keeping every row of its sections, and stands nowhere by itself. Who
-- works with it works with the one that stays. In one step with the place: the actor may be among them.
create function people.join_record(merge uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
begin
  update people.persons set merged_into = m.stays where id = m.joins;
  update access.subjects set same_as = m.stays, agency_id = '00000000-0000-0000-0000-000000000000', team_id = null, area_code = ''
   where id = m.joins;
  with moved as (
    update access.grants set subject_id = m.stays where subject_id = m.joins returning id
  ) insert into people.merge_moves (merge_id, kind, row_id) select m.id, 'grant', moved.id from moved;
  delete from people.token_uses where person_id = m.joins;
end
$$;
-- And comes back to where it stood.
create function people.part_record(merge uuid, words jsonb) returns void security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
begin
  update people.persons set merged_into = null where id = m.joins;
  update access.subjects s set same_as = null, agency_id = p.agency_id, team_id = p.team_id, area_code = p.area_code
    from people.persons p where p.id = m.joins and s.id = p.id;
  update access.grants g set subject_id = m.joins
   where g.subject_id = m.stays and g.id in (select v.row_id from people.merge_moves v where v.merge_id = m.id and v.kind = 'grant');
  perform people.put_words(m.joins, words);
end
$$;

-- ---------------------------------------------------------------- what hangs on a person, slice by slice
-- One shape for all: rows about `source` become rows about `target`; `chosen` names the rows that go back again.

-- The versions of a document follow it.
alter table documents.versions drop constraint versions_document;
alter table documents.versions add constraint versions_document foreign key (document_id, subject_id, compartment)
  references documents.documents (id, subject_id, compartment) on delete cascade on update cascade;

create function documents.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update documents.documents d set subject_id = target
    where d.subject_id = source and (chosen is null or d.id = any (chosen)) returning d.id;
end
$$;

create function tasks.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update tasks.tasks t set subject_id = target
    where t.subject_id = source and (chosen is null or t.id = any (chosen)) returning t.id;
end
$$;

-- Words of a request are sealed under the key of the person that it was asked about.
alter table approvals.approvals add column sealed_for uuid;
create function approvals.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update approvals.approvals a set
      sealed_for = coalesce(a.sealed_for, a.person_id), person_id = target,
      subject_id = case when a.subject_id = source then target else a.subject_id end
    where a.person_id = source and (chosen is null or a.id = any (chosen)) returning a.id;
end
$$;
-- Is something asked about this person that a merge would run away from?
create function approvals.pending_about(person uuid, of_kind text) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from approvals.approvals a where a.person_id = person and a.kind = of_kind and a.state = 'pending')
$$;

create function notifications.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update notifications.notices n set params = n.params || jsonb_build_object('personId', target)
    where n.params ->> 'personId' = source::text and (chosen is null or n.id = any (chosen)) returning n.id;
end
$$;
create index notices_by_person on notifications.notices ((params ->> 'personId')) where params ? 'personId';

-- A person has one home at a time: the record that stays keeps its own, and takes the other one where it has none.
-- Earlier homes are told together. What cannot stand beside the other is kept in the note of the merge.
create function people.move_homes(merge uuid) returns table (row_id uuid, before jsonb)
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
begin
  return query
    with gone as (
      delete from people.household_members h where h.person_id = m.joins and h.valid_to is null
        and exists (select 1 from people.household_members o where o.person_id = m.stays and o.valid_to is null)
      returning h.*
    ) select g.id, to_jsonb(g) from gone g;
  return query
    update people.household_members h set person_id = m.stays
     where h.person_id = m.joins and not (h.valid_to is null
       and exists (select 1 from people.household_members o where o.person_id = m.stays and o.valid_to is null))
    returning h.id, null::jsonb;
end
$$;
create function people.return_home(merge uuid, home uuid, before jsonb) returns void
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
begin
  if before is null then
    update people.household_members set person_id = m.joins where id = home and person_id = m.stays;
  elsif exists (select 1 from people.households h where h.id = (before ->> 'household_id')::uuid) then
    insert into people.household_members
      select r.* from jsonb_populate_record(null::people.household_members, before) r on conflict do nothing;
  end if;
end
$$;

-- Relations of one become relations of the other, from whichever side they are told; between equals they are told from
-- the smaller id (0010_kinship.sql). What both had is told once.
create function people.retold(relation uuid, old_person uuid, new_person uuid) returns void
security definer language sql set search_path = '' as $$
  update people.relations r set
    person_id = case when e.equal then least(e.a, e.b) else e.a end,
    other_id = case when e.equal then greatest(e.a, e.b) else e.b end
  from (
    select q.id, q.other_id is not null and people.inverse_kin(q.kind) = q.kind as equal,
           case when q.person_id = old_person then new_person else q.person_id end as a,
           case when q.other_id = old_person then new_person else q.other_id end as b
    from people.relations q where q.id = relation) e
  where r.id = e.id
$$;
create function people.move_relations(merge uuid) returns table (row_id uuid, before jsonb)
security definer language plpgsql set search_path = '' as $$
declare
  m people.merges := people.merging(merge);
  one people.relations;
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
      delete from people.relations r where r.id = one.id;
      return query select one.id, to_jsonb(one);
    else
      perform people.retold(one.id, m.joins, m.stays);
      return query select one.id, null::jsonb;
    end if;
  end loop;
end
$$;
create function people.return_relation(merge uuid, relation uuid, before jsonb) returns void
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
  end if;
end
$$;

-- The transitions of a paper follow it.
alter table people.paper_transitions drop constraint paper_transitions_paper;
alter table people.paper_transitions add constraint paper_transitions_paper foreign key (paper_id, person_id)
  references people.papers (id, person_id) on delete cascade on update cascade;
create function people.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update people.papers p set person_id = target
    where p.person_id = source and (chosen is null or p.id = any (chosen)) returning p.id;
end
$$;

-- Are these two recorded as kin of each other, or as elder and child in one home? Nobody is that to themself.
create function people.kin_of_each_other(one uuid, other uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from people.relations r
    where one in (r.person_id, r.other_id) and other in (r.person_id, r.other_id)
      and r.standing <> 'refuted' and r.end_reason is distinct from 'corrected')
  or exists (
    select 1 from people.household_members a
    join people.household_members b on b.household_id = a.household_id and b.valid_to is null
    where a.person_id = one and b.person_id = other and a.valid_to is null
      and ((a.role = 'child' and b.role in ('mother', 'father', 'grandparent'))
        or (b.role = 'child' and a.role in ('mother', 'father', 'grandparent'))))
$$;

-- ---------------------------------------------------------------- one history, one answer to "who saw this"
drop policy history_read on audit.history;
create policy history_read on audit.history for select to {{server}}
  using (access.covers('read', compartment, access.standing(person_id)));

create or replace function audit.seen(subject uuid, before_at timestamptz, before_id uuid, most int)
returns table (id uuid, at timestamptz, account_id uuid, role text, action text, outcome text, fields text[])
stable security definer language sql set search_path = '' as $$
  select e.id, e.at, e.account_id, e.role, e.action, e.outcome, e.fields
  from audit.entries e
  where e.subjects && (subject || access.joined(subject)) and access.covers('read', 'contact', subject)
    and (before_at is null or (e.at, e.id) < (before_at, before_id))
  order by e.at desc, e.id desc
  limit least(most, 201)
$$;

-- ---------------------------------------------------------------- the search, without those who joined
-- As in 0009_search.sql; whoever joined another has no words of their own.
create or replace function people.words_to_write(wanted int, most int)
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
    select p.id from people.persons p where p.merged_into is null and (state.reached is null or p.id > state.reached)
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

-- ---------------------------------------------------------------- erasure takes those who joined with it
create or replace function people.erase(person uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  gone uuid[] := person || access.joined(person);
  homes uuid[];
  borne text[];
begin
  if not access.covers('read', 'contact', person) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  homes := array(select distinct household_id from people.household_members where person_id = any (gone));
  borne := array(select distinct token from people.token_uses where person_id = any (gone));
  perform people.forget_kin(g.id) from unnest(gone) as g (id);
  update people.persons set merged_into = null where id = any (gone);
  delete from people.persons where id = any (gone);
  delete from people.tokens t
   where t.token = any (borne) and not exists (select 1 from people.token_uses u where u.token = t.token);
  delete from people.households h where h.id = any (homes)
    and not exists (select 1 from people.household_members m where m.household_id = h.id);
end
$$;

revoke all on function people.retold(uuid, uuid, uuid), people.joined_to(uuid), people.merging(uuid), people.lock_pair(uuid, uuid), people.whole(uuid),
  people.write_whole(uuid, jsonb), people.put_words(uuid, jsonb), people.join_record(uuid),
  people.part_record(uuid, jsonb), people.move_homes(uuid), people.return_home(uuid, uuid, jsonb), people.move_relations(uuid),
  people.return_relation(uuid, uuid, jsonb), people.move_subject(uuid, uuid, uuid[]), people.kin_of_each_other(uuid, uuid),
  documents.move_subject(uuid, uuid, uuid[]), tasks.move_subject(uuid, uuid, uuid[]),
  approvals.move_subject(uuid, uuid, uuid[]),
  approvals.pending_about(uuid, text), notifications.move_subject(uuid, uuid, uuid[]) from public;
grant execute on function people.joined_to(uuid), people.lock_pair(uuid, uuid), people.whole(uuid),
  people.write_whole(uuid, jsonb), people.join_record(uuid), people.part_record(uuid, jsonb), people.move_homes(uuid), people.return_home(uuid, uuid, jsonb), people.move_relations(uuid),
  people.return_relation(uuid, uuid, jsonb), people.move_subject(uuid, uuid, uuid[]), people.kin_of_each_other(uuid, uuid), documents.move_subject(uuid, uuid, uuid[]),
  tasks.move_subject(uuid, uuid, uuid[]),
  approvals.move_subject(uuid, uuid, uuid[]), approvals.pending_about(uuid, text),
  notifications.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert, update (state, undone_by, undone_at) on people.merges to {{server}};
grant select, insert on people.merge_moves to {{server}};

-- ---------------------------------------------------------------- look-alikes
-- Pairs that may be one person, as the library of names found them over all that is known of both. A question to
-- people: a reader sees a pair when both are open to them, with a likeness computed from what is open to them.
create table people.lookalikes (
  id uuid primary key,
  a_id uuid not null constraint lookalikes_a references people.persons (id) on delete cascade,
  b_id uuid not null constraint lookalikes_b references people.persons (id) on delete cascade,
  -- Kept down to a floor below any threshold, so that a threshold is moved without comparing anew.
  score real not null constraint lookalikes_score check (score between 0 and 1),
  same_number boolean not null default false,
  proposed_by uuid constraint lookalikes_proposed_by references access.accounts (id),
  -- Put off: until a day, or until one of the two changes.
  later_until date,
  later_change boolean not null default false,
  found_at timestamptz not null,
  constraint lookalikes_pair unique (a_id, b_id),
  constraint lookalikes_order check (a_id < b_id)
);
create index lookalikes_by_score on people.lookalikes (score desc, id);
create index lookalikes_by_b on people.lookalikes (b_id);

alter table people.lookalikes enable row level security;
create policy lookalikes_read on people.lookalikes for select to {{server}} using (
  (select access.may('people.merge'))
  and exists (select 1 from people.persons p where p.id = a_id) and exists (select 1 from people.persons p where p.id = b_id));
create policy lookalikes_change on people.lookalikes for update to {{server}} using (
  (select access.may('people.merge'))
  and exists (select 1 from people.persons p where p.id = a_id) and exists (select 1 from people.persons p where p.id = b_id));

-- How alike is alike enough, for the whole node.
create table people.duplicate_settings (
  one boolean primary key default true constraint duplicate_settings_one check (one),
  -- From here on a pair stands in the queue.
  propose real not null default 0.7 constraint duplicate_settings_propose check (propose between 0.5 and 1),
  -- From here on somebody who registers is asked.
  warn real not null default 0.55 constraint duplicate_settings_warn check (warn between 0.3 and 1),
  version int not null default 1,
  changed_by uuid constraint duplicate_settings_changed_by references access.accounts (id),
  changed_at timestamptz
);
insert into people.duplicate_settings default values;
alter table people.duplicate_settings enable row level security;
create policy duplicate_settings_read on people.duplicate_settings for select to {{server}} using (true);
create policy duplicate_settings_change on people.duplicate_settings for update to {{server}} using (
  access.may('people.merge') and access.has_scope('read', 'contact', 'node'));

-- How far the register has been compared with itself, and by which version of the library.
create table people.compare_state (
  one boolean primary key default true constraint compare_state_one check (one),
  version int not null default 0,
  reached uuid,
  compared int not null default 0
);
insert into people.compare_state default values;

-- Were these two, or records that joined them, said to be two persons?
create function people.said_apart(one uuid, other uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from people.not_same n
    where (n.a_id = any (one || access.joined(one)) and n.b_id = any (other || access.joined(other)))
       or (n.b_id = any (one || access.joined(one)) and n.a_id = any (other || access.joined(other))))
$$;

-- A pair that a person proposes. Says nothing of whether it stood there already.
create function people.propose_pair(pair uuid, one uuid, other uuid, at timestamptz) returns boolean
security definer language plpgsql set search_path = '' as $$
begin
  if one = other or not (access.may('people.correct') or access.may('people.merge'))
    or not access.covers('read', 'contact', one) or not access.covers('read', 'contact', other) then
    return false;
  end if;
  insert into people.lookalikes as l (id, a_id, b_id, score, proposed_by, found_at)
    values (pair, least(one, other), greatest(one, other), 0, access.account_id(), at)
    on conflict on constraint lookalikes_pair do update
      set proposed_by = access.account_id(), later_until = null, later_change = false;
  return true;
end
$$;

-- Other persons under the same number of the same system: pairs at once, in the transaction that wrote the number.
-- `fresh` are ids for new pairs. Answers pairs that were not known before, for telling those who may decide.
create function people.note_numbers(person uuid, systems text[], fresh uuid[], at timestamptz) returns setof uuid
security definer language plpgsql set search_path = '' as $$
begin
  if not access.covers('write', 'identity', person) then
    return;
  end if;
  return query
    with others as (
      select distinct o.person_id
      from people.identifiers mine
      join people.token_uses u on u.kind = 'identifier' and u.person_id <> person
        and u.token = regexp_replace(lower(mine.value), '[^[:alnum:]]', '', 'g')
      join people.identifiers o on o.person_id = u.person_id and o.system = mine.system
        and regexp_replace(lower(o.value), '[^[:alnum:]]', '', 'g') = u.token
      where mine.person_id = person and mine.system = any (systems)
      limit cardinality(fresh)
    ), numbered as (
      select o.person_id, fresh[row_number() over (order by o.person_id)] as id from others o
    )
    insert into people.lookalikes as l (id, a_id, b_id, score, same_number, found_at)
      select n.id, least(person, n.person_id), greatest(person, n.person_id), 0, true, at from numbered n
      on conflict on constraint lookalikes_pair do update
        set same_number = true, later_until = null, later_change = false where not l.same_number
      returning l.id;
end
$$;

-- ---- the node's own background work: it sees the whole register, so it answers only where nobody is signed in

-- Pairs of some persons with records that share keys, and with those that they were compared with before.
create function people.pairs_to_compare(persons uuid[], after uuid, most int)
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
    where after is null and p.id = any (persons) and p.merged_into is null;
end
$$;

-- What was found of these pairs. Below the floor a pair goes, unless a person or a number speaks for it.
create function people.note_pairs(pairs jsonb, least_score real, systems text[], changed boolean, at timestamptz) returns void
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
    delete from people.lookalikes l using jsonb_to_recordset(pairs) as f (one uuid, other uuid, score real)
      where l.a_id = least(f.one, f.other) and l.b_id = greatest(f.one, f.other)
        and f.score < least_score and l.proposed_by is null and not l.same_number;
  end if;
end
$$;

-- What is compared about persons, whoever may see it, by the households of today.
create function people.sketches(ids uuid[])
returns table (person_id uuid, sex text, birth jsonb, names jsonb, parents jsonb)
stable security definer language sql set search_path = '' as $$
  select p.id, p.sex, p.birth,
         coalesce((select jsonb_agg(jsonb_build_object(
            'compartment', n.compartment, 'family', n.family, 'given', n.given, 'patronymic', n.patronymic)
            order by n.compartment, n.ordinal) from people.names n where n.person_id = p.id), '[]'),
         coalesce((select jsonb_agg(jsonb_build_object('relation', o.role, 'name', q.label))
            from people.household_members m
            join people.household_members o on o.household_id = m.household_id and o.valid_to is null
             and o.role in ('mother', 'father')
            join people.persons q on q.id = o.person_id
            where m.person_id = p.id and m.valid_to is null and m.role = 'child'), '[]')
  from people.persons p
  where p.id = any (ids) and access.account_id() is null
$$;

-- How frequent the names of these persons are.
create function people.counts_among(ids uuid[]) returns table (token text, persons int, register int)
stable security definer language sql set search_path = '' as $$
  select c.token, c.persons, s.persons
  from people.word_state s
  left join people.word_counts c on c.token in (
    select u.token from people.token_uses u where u.person_id = any (ids) and u.kind = 'key' and u.token not like 'p:%')
  where access.account_id() is null
$$;

-- The next persons to compare after an upgrade of the library, once their words are written.
create function people.persons_to_compare(wanted int, most int) returns table (persons uuid[], after uuid)
security definer language plpgsql set search_path = '' as $$
declare
  state record;
  ids uuid[];
begin
  if access.account_id() is not null then
    raise exception 'not for a request' using errcode = '42501';
  end if;
  if not exists (select 1 from people.word_state s where s.reached is null and s.version >= wanted) then
    return;
  end if;
  select s.version, s.reached into state from people.compare_state s where s.version <> wanted for update skip locked;
  if not found then
    return;
  end if;
  ids := array(select p.id from people.persons p
    where p.merged_into is null and (state.reached is null or p.id > state.reached) order by p.id limit most);
  if ids = '{}' then
    update people.compare_state set version = wanted, reached = null, compared = 0;
    return;
  end if;
  update people.compare_state s set reached = ids[cardinality(ids)], compared = s.compared + cardinality(ids);
  return query select ids, coalesce(state.reached, '00000000-0000-0000-0000-000000000000'::uuid);
end
$$;

-- Who may decide on a pair, for telling them.
create function people.deciders(pair uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select a.id from people.lookalikes l cross join access.accounts a
  where l.id = pair and access.account_id() is null and a.state = 'active'
    and access.opens_to(a.id, 'read', 'contact', l.a_id, 'people.merge')
    and access.opens_to(a.id, 'read', 'contact', l.b_id, 'people.merge')
$$;

revoke all on function people.said_apart(uuid, uuid), people.propose_pair(uuid, uuid, uuid, timestamptz),
  people.note_numbers(uuid, text[], uuid[], timestamptz), people.pairs_to_compare(uuid[], uuid, int),
  people.note_pairs(jsonb, real, text[], boolean, timestamptz), people.persons_to_compare(int, int),
  people.deciders(uuid), people.counts_among(uuid[]), people.sketches(uuid[]) from public;
grant execute on function people.said_apart(uuid, uuid), people.propose_pair(uuid, uuid, uuid, timestamptz),
  people.note_numbers(uuid, text[], uuid[], timestamptz), people.pairs_to_compare(uuid[], uuid, int),
  people.note_pairs(jsonb, real, text[], boolean, timestamptz), people.persons_to_compare(int, int),
  people.deciders(uuid), people.counts_among(uuid[]), people.sketches(uuid[]) to {{server}};
grant select, update (later_until, later_change) on people.lookalikes to {{server}};
grant select, update (propose, warn, version, changed_by, changed_at) on people.duplicate_settings to {{server}};
