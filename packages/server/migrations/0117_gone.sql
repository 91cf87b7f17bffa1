-- Who was erased or sealed, as ids alone: the node keeps this outside its database as well, so that a restore from an older backup brings
-- nobody back (docs/operations.md).
create table audit.erased (
  person_id uuid primary key,
  at timestamptz not null default now()
);
alter table audit.erased enable row level security;
insert into audit.erased (person_id, at)
  select s.id, min(e.at) from audit.entries e cross join unnest(e.subjects) as s (id)
  where e.action = 'person.erased' and e.outcome = 'done' and not exists (select 1 from people.persons p where p.id = s.id)
  group by s.id;

-- Whoever loses the key is erased, by whichever way.
create or replace function audit.forget(person uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from audit.person_keys where person_id = person;
  insert into audit.erased (person_id) values (person) on conflict do nothing;
end
$$;

-- Ids, days and codes. Of a seal what it was for and whose act it was; nothing of the person.
create function rights.gone() returns table (kind text, person_id uuid, at timestamptz, why text, by uuid)
stable security definer language sql set search_path = '' as $$
  select 'erased', e.person_id, e.at, null, null from audit.erased e
  union all
  select 'sealed', s.person_id, s.sealed_at, s.why, s.sealed_by from rights.seals s
$$;
revoke all on function rights.gone() from public;
grant execute on function rights.gone() to {{server}};
